//! Calls that nobody thought of, and real ones after an accident.

use super::common::json_files;
use super::sound::plain;
use super::values::{hostile, json, KEYS};
use plainly::{Context, Failure};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, Index};
use serde_json::{json, Value};
use std::sync::OnceLock;

/// Stands in every text that no code can be.
const MARKER: &str = "Klaatu barada nikto";

const FIELDS: &[&str] = &[
    "Retry-After", "Date", "Age", "X-RateLimit-Remaining", "WWW-Authenticate", "x-amzn-errortype", "X-Request-Id",
    "cf-ray", "Content-Type", "", "x\u{0}y",
];
const VALUES: &[&str] = &[
    "0", "3", "86400", "18446744073709551616", "3, 7", "Sun, 06 Nov 1994 08:49:37 GMT",
    "Fri, 20 Nov 2026 12:00:09 GMT", "Friday, 20-Nov-26 13:00:00 -0100", "Sun Nov  6 08:49:37 1994",
    "Fri, 31 Dec 9999 23:59:60 GMT", "-1", "1e9", "Bearer error=\"invalid_token\"", "Bearer realm=\"error=\"",
    "Bearer error=\"<b>\"", "error", "X:y", "<html>", "\u{202e}id",
];

/// A failure, and a text that stands in it but in no place of a code.
#[derive(Clone, Debug)]
pub struct Call {
    pub failure: Failure,
    pub body: String,
    pub marker: String,
}

pub fn failure() -> impl Strategy<Value = Call> {
    let status = prop_oneof![
        6 => select(&[200_u16, 400, 401, 403, 404, 413, 429, 500, 503][..]),
        1 => any::<u16>(),
    ];
    let fields = vec((select(FIELDS), prop_oneof![select(VALUES).prop_map(String::from), hostile()]), 0..5);
    (proptest::option::weighted(0.9, status), fields, body()).prop_map(|(status, fields, body)| {
        let mut failure = Failure { status, ..Failure::default() }.text(&body);
        for (name, value) in fields {
            failure = failure.header(name, &value);
        }
        Call { failure, body, marker: MARKER.into() }
    })
}

fn body() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => json().prop_map(|json| json.to_string()),
        3 => (select(KEYS), hostile(), json()).prop_map(|(key, text, more)| {
            json!({ key: { "code": text, "message": MARKER }, "message": text, "x": more }).to_string()
        }),
        1 => (json(), any::<Index>()).prop_map(|(json, at)| {
            let text: Vec<char> = json.to_string().chars().collect();
            text[..at.index(text.len())].iter().collect()
        }),
        1 => hostile().prop_map(|text| format!("<?xml?><Error><Code>{text}</Code></Error>")),
        1 => hostile().prop_map(|text| format!("<html>{text}")),
        1 => hostile(),
        // Deep, wide and long, on both sides of the bounds.
        1 => (1..3000_usize).prop_map(|depth| format!("{{\"code\":490,\"x\":{}{}}}", "[".repeat(depth), "]".repeat(depth))),
        1 => (1..3000_usize).prop_map(|width| format!("[{}{{\"code\":490}}]", "{\"code\":1},".repeat(width))),
        1 => (200_000..400_000_usize).prop_map(|size| json!({ "code": 490, "x": "é".repeat(size / 2) }).to_string()),
    ]
}

prop_compose! {
    pub fn context()(
        attempt in prop_oneof![0..6_u32, any::<u32>()],
        most in prop_oneof![0..6_u32, any::<u32>()],
        (random, tokens) in (any::<f64>(), proptest::option::of(any::<f64>())),
        now in prop_oneof![Just(1_795_176_000_000_i64), any::<i64>()],
        method in select(&["GET", "post", "PATCH", "", "\u{202e}"][..]),
        flags in any::<[bool; 4]>(),
        times in proptest::array::uniform3(prop_oneof![0..10_000_u64, any::<u64>()]),
    ) -> Context {
        let [refreshed, signed_in, online, hurried] = flags;
        let [deadline, poll_interval_ms, spread_ms] = times;
        Context {
            attempt, max_attempts: most, retry_tokens: tokens, method: method.into(), refreshed, signed_in, online,
            deadline_ms: hurried.then_some(deadline), poll_interval_ms: refreshed.then_some(poll_interval_ms),
            expires_in_ms: signed_in.then_some(poll_interval_ms), spread_ms, ..Context::new(now, random)
        }
    }
}

#[derive(Debug)]
pub struct RealCall {
    pub failure: Failure,
    pub context: Context,
}

fn cases() -> &'static [Value] {
    static ALL: OnceLock<Vec<Value>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = |(_, text): (String, String)| serde_json::from_str::<Vec<Value>>(&text).expect("cases");
        json_files("tests/cases").into_iter().flat_map(read).filter(|case| case["failure"].is_object()).collect()
    })
}

/// A call of `tests/cases/` after a few accidents: its body's text is cut, repeated and mixed with what is hostile.
pub fn mutated_call() -> impl Strategy<Value = RealCall> {
    let accident = (any::<Index>(), any::<Index>(), 0..3_u8, hostile());
    (any::<Index>(), vec(accident, 1..4)).prop_map(|(case, accidents)| {
        let case = case.get(cases());
        let mut failure = case["failure"].clone();
        let body = failure["body"].as_str().map_or_else(|| failure["body"].to_string(), String::from);
        let mut text: Vec<char> = body.chars().collect();
        for (at, end, kind, hostile) in accidents {
            let at = at.index(text.len() + 1);
            let end = at + end.index(text.len() - at + 1).min(12);
            match kind {
                0 => drop(text.splice(at..end, hostile.chars())),
                1 => drop(text.splice(at..at, hostile.chars())),
                _ => drop(text.splice(at..end, text[at..end].repeat(2))),
            }
        }
        failure["body"] = Value::String(text.into_iter().collect());
        RealCall { failure: Failure::from(plain(&failure)), context: Context::from(plain(&case["context"])) }
    })
}

/// The call with a secret wherever there is room for one that is no code: texts, addresses' queries, other members.
pub fn with_secret(call: &Call, secret: &str) -> Failure {
    let address = format!("https://example.com/account?token={secret}");
    let json = serde_json::from_str(&call.body).unwrap_or(Value::Null);
    let mut body =
        json!({ "access_token": secret, "detail": format!("for {address}"), "instance": address, "type": address });
    match json {
        Value::Object(members) => members.into_iter().for_each(|(key, value)| body[key] = value),
        other => body["data"] = other,
    }
    body["error_description"] = format!("The token {secret} has expired").into();
    let cookie = format!("session={secret}");
    let failure = Failure { status: call.failure.status, headers: call.failure.headers.clone(), ..Failure::default() };
    failure
        .text(&body.to_string())
        .header("Set-Cookie", &cookie)
        .header("Location", &address)
        .header("Authorization", secret)
}
