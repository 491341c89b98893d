//! A notice in other words: what the same failure would have been told in that language at once. Of every case of `tests/cases/`
//! that has a `failure`.

#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)] // columns are for the tests of words
mod common;
#[allow(dead_code)] // what cases expect is compared elsewhere
#[path = "common/notices.rs"]
mod notices;

use common::json_files;
use notices::{draws, plain, Explainers};
use plainly::{Explainer, Notice, Options, Pause, Saying};
use serde_json::{json, Value};

const LOCALES: [&str; 6] = ["en", "ar", "de", "ja", "ru", "te"];
const SAID: [&str; 7] = ["title", "message", "text", "spoken", "locale", "direction", "actions"];

/// The notice as another explainer says it, over JSON as from a back end.
fn reworded(notice: &Value, options: &Value) -> Value {
    let other = Explainer::new(&Options::from(plain(options)));
    serde_json::to_value(other.reword(&Notice::from(plain(notice)), &Saying::default())).expect("a notice is JSON")
}

#[test]
fn a_notice_reworded_is_the_same_failure_explained() {
    let mut explainers = Explainers::default();
    let mut wrong = Vec::new();
    let mut run = 0;
    for (file, text) in json_files("tests/cases") {
        let cases: Vec<Value> = serde_json::from_str(&text).expect("cases");
        for case in cases.iter().filter(|case| case.get("failure").is_some()) {
            let case = &draws(case)[0];
            let english = explainers.explain(case, Some("en"));
            for locale in LOCALES {
                let expected = explainers.explain(case, Some(locale));
                let mut options = case["options"].clone();
                options["locales"] = json!([locale]);
                let found = reworded(&english, &options);
                run += 1;
                for member in SAID {
                    if found[member] != expected[member] {
                        wrong.push(format!(
                            "{file}.json, {} in {locale}: {member} is {}, not {}",
                            case["name"], found[member], expected[member]
                        ));
                    }
                }
            }
        }
    }
    assert!(run > 5000, "{run}");
    assert!(wrong.is_empty(), "{} are not the same:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_no_notice_of_ours_has_words() {
    for given in [
        json!(null),
        json!([]),
        json!({ "reason": 7, "actions": [7, {}, { "kind": "<b>" }] }),
        json!({ "reason": "a_later_one" }),
    ] {
        let notice = Explainer::builtin().reword(&Notice::from(plain(&given)), &Saying::default());
        assert_eq!(notice.title, "Something went wrong", "{given}");
        assert_eq!(notice.actions[0].label, "Go back", "nobody is left without a way on: {given}");
    }
    let hostile = json!({ "reason": "not_found", "code": "<b>\u{202e}", "words": "<i>", "params": { "limit": "<b>" }, "toldMs": -1 });
    let notice = Explainer::builtin().reword(&Notice::from(plain(&hostile)), &Saying::default());
    assert_eq!(notice.text, "Error code - P-0 What you're looking for isn't here. Please choose something else.");
}

#[test]
fn a_label_that_nobody_here_has_stays_and_is_cleaned() {
    let label = |label: &str| {
        let given = json!({ "reason": "not_found", "actions": [{ "kind": "acme.buy", "label": label }, { "kind": "go_back", "label": "Zur\u{fc}ck" }] });
        Explainer::builtin().reword(&Notice::from(plain(&given)), &Saying::default()).actions
    };
    assert_eq!(label("Buy").iter().map(|action| action.label.as_str()).collect::<Vec<_>>(), ["Buy", "Go back"]);
    assert_eq!(label("<b>\u{202e}Buy")[0].label, "bBuy");
    assert_eq!(label("").len(), 1);
    let none = Explainer::builtin()
        .reword(&Notice::from(plain(&json!({ "reason": "not_found", "actions": [] }))), &Saying::default());
    assert!(none.actions.is_empty(), "an operator's wish");
}

#[test]
fn beside_a_countdown_nobody_is_told_to_try_again() {
    let say = |notice: Value, repeats| {
        Explainer::builtin().reword(&Notice::from(plain(&notice)), &Saying { repeats, ..Saying::default() }).message
    };
    let busy = json!({ "reason": "service_unavailable" });
    assert_eq!(say(busy.clone(), false), "The service isn't available at the moment. Please try again in a moment.");
    assert_eq!(say(busy, true), "The service isn't available at the moment.");
    // Any other advice stays, and an operator's.
    assert_eq!(
        say(json!({ "reason": "authentication_failed" }), true),
        "Authentication failed. Please contact support."
    );
    assert_eq!(
        say(json!({ "reason": "update_required", "words": "plainly.app_updated" }), true),
        "A new version of this app is available. Please reload the app."
    );
}

#[test]
fn a_countdown_that_stands_still_says_why() {
    let explainer = Explainer::builtin();
    assert_eq!(explainer.pause(Pause::Offline), "Waiting for a connection");
    assert_eq!(explainer.pause(Pause::Stopped), "We've stopped trying");
}
