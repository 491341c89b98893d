//! How each language tells a wait: `tests/waits.json`, natively. `tests/node/waits.test.mjs` asks the package.
//!
//! `countdown` holds the words of `countdown(delayMs)` by its milliseconds, `deferred` the message of a 503 with that
//! `Retry-After` in seconds. These are read off by people; tests/node/messages.test.mjs holds every language to another
//! implementation.

#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)] // columns are for the tests of words
mod common;

use common::folder;
use plainly::{Context, Explainer, Failure, Options};
use serde_json::Value;

#[test]
fn every_language_tells_a_wait() {
    let text = std::fs::read_to_string(folder("tests/waits.json")).expect("the waits");
    let waits: Value = serde_json::from_str(&text).expect("the waits are JSON");
    let mut wrong = Vec::new();
    for (locale, told) in waits.as_object().expect("languages") {
        let explainer = Explainer::new(&Options { locales: vec![locale.clone()], ..Options::default() });
        let mut check = |what: &str, wait: &str, said: String, expected: &Value| {
            if said != *expected {
                wrong.push(format!("{locale}, {what} {wait}: {said:?}, not {expected}"));
            }
        };
        let members = |what: &str| told[what].as_object().unwrap_or_else(|| panic!("{locale} has no {what}"));
        for (wait, expected) in members("countdown") {
            let delay = wait.parse().expect("milliseconds");
            check("countdown", wait, explainer.countdown(delay), expected);
        }
        for (wait, expected) in members("deferred") {
            let mut failure = Failure::response(503);
            failure.headers.push("Retry-After", wait);
            check("deferred", wait, explainer.explain(&failure, &Context::new(0, 0.0)).message, expected);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
