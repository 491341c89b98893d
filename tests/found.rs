//! What properties and fuzzing once found.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/sound.rs"]
#[allow(dead_code)] // the properties use more of it
mod sound;

use plainly::{Context, Explainer, Failure, Notice, Options};
use serde_json::{json, Value};
use sound::{fault, is_unfit, plain};

fn with(options: Value) -> Explainer {
    Explainer::new(&Options::from(plain(&options)))
}

fn explain(explainer: &Explainer, status: u16, body: &str) -> Notice {
    explainer.explain(&Failure::response(status).text(body), &Context::new(1_795_176_000_000, 0.5))
}

/// Either `validate` names it, or it does no harm.
fn harmless(pack: Value) {
    if plainly::validate(&pack.to_string()).is_empty() {
        let explainer = with(json!({ "packs": [pack], "locales": pack["locale"] }));
        assert_eq!(fault(&explain(&explainer, 401, r#"{"error":{"code":490}}"#)), None);
        let countdown = explainer.countdown(5000);
        assert!(!countdown.is_empty() && !countdown.chars().any(|c| is_unfit(c, true)), "{countdown:?}");
    }
}

#[test]
fn a_pack_that_selects_on_what_is_no_number() {
    let message = ".input {$code :integer} .match $code * {{{$code} {$message}}}";
    harmless(json!({ "locale": "en", "messages": { "code.prefix": message } }));
}

#[test]
fn a_pack_with_a_message_of_nothing() {
    harmless(json!({ "locale": "en", "messages": { "account_disabled.title": "" } }));
    let nothing = ".input {$count :integer} .match $count one {{}} * {{}}";
    harmless(json!({ "locale": "en", "messages": { "countdown.seconds": nothing } }));
}

#[test]
fn digits_that_turn_the_line_around() {
    let message = ".input {$count :integer} .match $count * {{{$count}}}";
    let digits = "\u{202e}".repeat(10);
    harmless(json!({ "locale": "fr", "digits": digits, "messages": { "countdown.seconds": message } }));
}

#[test]
fn a_sentence_of_another_script_is_itself_only() {
    let catalog = json!({ "provider": "acme", "sentences": { "Доступ запрещён": "1" },
        "codes": { "1": { "reason": "account_disabled" } } });
    let explainer = with(json!({ "catalogs": [catalog] }));
    assert!(explain(&explainer, 503, r#"{"message":"Доступ запрещён"}"#).known);
    for body in [r#"{"message":""}"#, r#"{"message":"Привет"}"#, "???"] {
        assert!(!explain(&explainer, 503, body).known, "{body}");
    }
}

#[test]
fn the_201st_wrong_entry_is_dropped_too() {
    let mut codes: serde_json::Map<String, Value> = (0..200).map(|at| (format!("c{at}"), json!({}))).collect();
    codes.insert("x".into(), json!({ "reason": "account_disabled", "actions": ["bogus"] }));
    let catalog = json!({ "provider": "acme", "codes": codes });
    let explainer = with(json!({ "catalogs": [catalog], "provider": "acme" }));
    assert!(!explain(&explainer, 403, r#"{"code":"x"}"#).known);
}

#[test]
fn validate_sees_the_whole_of_a_string() {
    let message = "あ".repeat(690) + "{$oops}";
    assert!(!plainly::validate(&json!({ "locale": "en", "messages": { "not_found": message } }).to_string()).is_empty());
    let codes = json!({ "x".repeat(3000): { "reason": "not_found" } });
    assert!(!plainly::validate(&json!({ "provider": "acme", "codes": codes }).to_string()).is_empty());
}

#[test]
fn the_65th_place_is_used_or_named() {
    let places: Vec<String> = (0..65).map(|at| format!("p{at}")).collect();
    let catalog = json!({ "provider": "acme", "codeAt": places, "codes": { "7": { "reason": "not_found" } } });
    let explainer = with(json!({ "catalogs": [catalog], "provider": "acme" }));
    let used = explain(&explainer, 400, r#"{"p64":"7"}"#).known;
    assert!(used || !plainly::validate(&catalog.to_string()).is_empty());
}

#[test]
fn a_query_is_no_code() {
    let explainer = Explainer::builtin();
    let notice = explain(&explainer, 403, r#"{"type":"https://api.example/p?access_token=abc/defSECRET"}"#);
    assert!(!format!("{notice:?} {:?}", notice.report()).contains("SECRET"), "{}", notice.code);
}
