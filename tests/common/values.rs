//! Texts and JSON that nobody thought of, near enough to real ones that they get past the first look.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

const HOSTILE: &[&str] = &[
    "", " ", "<script>alert(1)</script>", "</Code>", "\u{202e}094", "\u{2066}490\u{2069}", "\u{200f}", "\u{feff}490",
    "\0", "a\nb\r\nc", "\u{1b}[31m", "\u{2028}", "\u{e0041}", "{$code}", "{{}}", "%s%n", "💥", "é́", "٤٩٠", "\u{fffb}",
    "\u{61c}x",
];
pub const CODES: &[&str] = &[
    "490",
    "0490",
    "492",
    "invalid_token",
    "slow_down",
    "authorization_pending",
    "AccessDenied",
    "card_declined",
    "NEW-77",
    "Error code - 493 Klaatu barada nikto",
    "error code: <490>",
    "Error code - ",
    "urn:problem-type:x",
    "com.amazonaws#X",
    "https://example.com/probs/out-of-credit",
    "9007199254740993",
    "x=y+z/#",
];
pub const KEYS: &[&str] = &[
    "error", "code", "errors", "extensions", "message", "messages", "type", "__type", "result", "status", "details",
    "reason", "error_code", "errorCode", "error_description", "detail", "messageId", "requestId", "trace_id", "js",
    "decline_code", "__proto__", "constructor", "prototype", "toString", "0", "", "\u{202e}", "codes", "locale",
    "provider", "sentences",
];

/// At most 2048 bytes: the bound of one string of a configuration's text.
pub fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(HOSTILE).prop_map(String::from),
        4 => select(CODES).prop_map(String::from),
        2 => ".{0,40}",
        1 => "[ -~]{0,70}",
        1 => (select(HOSTILE), 1..80_usize).prop_map(|(text, times)| text.repeat(times)),
    ]
}

/// JSON in the shapes of bodies, and in none.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        2 => prop_oneof![(-10..1000_i64).prop_map(Value::from), any::<i64>().prop_map(Value::from)],
        1 => any::<f64>().prop_map(Value::from),
        8 => hostile().prop_map(Value::String),
    ];
    let key = prop_oneof![8 => select(KEYS).prop_map(String::from), 1 => hostile()];
    leaf.prop_recursive(6, 48, 5, move |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..4).prop_map(Value::Array),
            3 => btree_map(key.clone(), inner, 0..6).prop_map(|members| members.into_iter().collect()),
        ]
    })
}
