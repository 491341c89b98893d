//! Catalogs and packs in which every member is wrong now and then.

use super::values::{hostile, json, CODES};
use plainly::Failure;
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{json, Value};

/// Something else now and then.
fn mostly(good: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    prop_oneof![9 => good, 1 => json()]
}

fn name(names: &'static [&'static str]) -> impl Strategy<Value = Value> {
    mostly(select(names).prop_map(Value::from))
}

fn members(list: Vec<(&'static str, Option<Value>)>) -> Value {
    list.into_iter().filter_map(|(key, value)| Some((key.to_string(), value?))).collect()
}

pub fn catalog() -> impl Strategy<Value = Value> {
    let reason = name(&["account_disabled", "not_found", "rate_limited", "card_declined", "offline", "nonsense"]);
    let action = name(&["retry", "sign_in", "contact_support", "acme.open_shop", "go_back", "refresh_token", "Bad"]);
    let kind = name(&["auto", "poll", "after_action", "when_online", "never"]);
    let rule = (kind, of(action), of(name(&["transient", "overload", "throttling"])), of(any::<bool>())).prop_map(
        |(kind, action, backoff, flag)| {
            let flag = flag.map(Value::from);
            members(vec![
                ("kind", Some(kind)),
                ("action", action),
                ("backoff", backoff),
                ("repeatable", flag.clone()),
                ("slowDown", flag),
            ])
        },
    );
    let words = name(&["acme.payment", "offline", "account_disabled", "x"]);
    let actions = mostly(vec(name(&["retry", "go_back", "acme.open_shop", "sign_in"]), 0..4).prop_map(Value::Array));
    let entry = (reason, of(words), of(mostly(rule)), of(actions), of(mostly((90..610).prop_map(Value::from))))
        .prop_map(|(reason, words, retry, actions, status)| {
            let list = [("words", words), ("retry", retry), ("actions", actions), ("status", status)];
            members([("reason", Some(reason))].into_iter().chain(list).collect())
        });
    let code = prop_oneof![3 => "[A-Za-z0-9._-]{1,6}", 2 => select(CODES).prop_map(String::from), 1 => hostile()];
    let codes = btree_map(code, mostly(entry), 0..6).prop_map(|codes| codes.into_iter().collect::<Value>());
    let place = name(&["error.code", "code", "@xml", "@www-authenticate", "0.x", "error", ".."]);
    let sentences =
        btree_map("[A-Za-z ]{0,12}", name(&["490", "x", "<"]), 0..3).prop_map(|all| all.into_iter().collect());
    let absent = (name(&["495", "P-9"]), name(&["no_code", "unknown_code"]), mostly((400..404).prop_map(Value::from)))
        .prop_map(|(code, when, status)| json!({ "code": code, "when": when, "status": status }));
    let lists =
        (of(mostly(vec(place, 0..4).prop_map(Value::Array))), of(mostly(vec(absent, 0..3).prop_map(Value::Array))));
    let provider = name(&["acme", "ministra", "http", "oauth", "Acme Inc"]);
    let mark = of(name(&["error.code", "code", "x.y"]));
    (provider, mostly(codes), lists, of(mostly(sentences)), mark, of(mostly(any::<bool>().prop_map(Value::from))))
        .prop_map(|(provider, codes, (code_at, absent), sentences, mark, claims)| {
            members(vec![
                ("provider", Some(provider)),
                ("codes", Some(codes)),
                ("codeAt", code_at),
                ("absent", absent),
                ("sentences", sentences),
                ("mark", mark),
                ("claims", claims),
            ])
        })
}

/// Failures that a catalog speaks of.
pub fn calls_of(catalog: &Value) -> Vec<Failure> {
    let codes = catalog["codes"].as_object().into_iter().flatten();
    let call = |(code, entry): (&String, &Value)| {
        let status = entry["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(400);
        Failure::response(status).text(&json!({ "error": { "code": code, "message": code } }).to_string())
    };
    codes.map(call).collect()
}

/// Words are never empty here: that is the operator's to say, though nobody should.
pub fn pack() -> impl Strategy<Value = Value> {
    const COUNT: &str = ".input {$count :integer} .match $count one {{{$count} x}} * {{{$count} xs}}";
    let key = prop_oneof![
        8 => select(&[
            "not_found", "not_found.title", "not_found.advice", "account_disabled", "account_disabled.title", "category.access",
            "category.account", "sentence.join", "code.prefix", "code.suffix", "spoken.code", "countdown.now", "action.retry",
            "countdown.seconds", "countdown.hours", "acme.payment", "acme.payment.title", "action.acme.open_shop", "nobody",
        ][..]).prop_map(String::from),
        1 => hostile(),
    ];
    let message = mostly(prop_oneof![
        select(
            &[
                COUNT, "{$statement} {$advice}", "{$advice}: {$statement}", "{$code}: {$message}",
                "{$message} ({$code})", "x {$y}", "{$title} {$message} {$code}", "{{quoted}}", "a \\{ b", "Wort",
                "言葉", "كلمة", ".match", "{", "}", "{$code",
            ][..]
        )
        .prop_map(Value::from),
        "[a-zäß .!?]{0,30}w".prop_map(Value::from),
    ]);
    let message = message.prop_filter("words", |message| message.as_str().is_none_or(|text| !text.trim().is_empty()));
    let messages = btree_map(key, message, 0..10).prop_map(|all| all.into_iter().collect::<Value>());
    let plural =
        name(&["one: n = 1", "one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14", "", "one: x", "other: n = 1"]);
    let (locale, digits) =
        (name(&["en", "de", "fr", "zh-Hant", "en-GB", "C"]), name(&["0123456789", "٠١٢٣٤٥٦٧٨٩", "01"]));
    (locale, mostly(messages), of(name(&["ltr", "rtl", "up"])), of(plural), of(digits)).prop_map(
        |(locale, messages, direction, plural, digits)| {
            members(vec![
                ("locale", Some(locale)),
                ("messages", Some(messages)),
                ("direction", direction),
                ("plural", plural),
                ("digits", digits),
            ])
        },
    )
}
