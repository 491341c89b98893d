//! The specification as data: every case of `tests/cases/`, natively.
//!
//! A case is a call (`options`, `failure`, `context`) and what its notice must hold (`expect`): every member that is
//! named must be equal, `null` means that there is none. `actionKinds` stands for the kinds of `actions`, in order.
//! `locales` asks for the same call in other languages. `catalogs` names those of ours that the package must load
//! first; natively all are there. `"random": "any"` tries both ends of [0, 1) and a thousand numbers between them, and
//! two numbers in a list stand for any from the first to the second. A case with `thrown` needs JavaScript and is skipped here.

#[path = "common/buttons.rs"]
mod buttons;
mod common;
#[path = "common/notices.rs"]
mod notices;

use buttons::buttons;
use common::{columns, json_files};
use notices::{difference, draws, Explainers};
use serde_json::{json, Map, Value};

const MEMBERS: [&str; 9] =
    ["name", "source", "options", "catalogs", "failure", "thrown", "context", "expect", "locales"];
/// Our own languages, each of which explains every case.
const LOCALES: [&str; 4] = ["en", "de", "ja", "ar"];
const TITLE_COLUMNS: usize = 40;
const MESSAGE_COLUMNS: usize = 160;

#[test]
fn every_case_gets_its_notice() {
    let mut wrong = Vec::new();
    let (mut run, mut skipped) = (0, 0);
    let mut explainers = Explainers::default();
    let files = json_files("tests/cases");
    assert!(!files.is_empty(), "tests/cases is empty");
    for (file, text) in &files {
        let cases: Vec<Value> = serde_json::from_str(text).unwrap_or_else(|e| panic!("{file}.json: {e}"));
        assert!(!cases.is_empty(), "{file}.json has no cases");
        let mut names: Vec<&str> = Vec::new();
        for case in &cases {
            let name = case["name"].as_str().unwrap_or_default();
            let mut note = |place: &str, what: String| wrong.push(format!("{file}.json, \"{name}\"{place}: {what}"));
            for fault in shape(case) {
                note("", fault);
            }
            if names.contains(&name) {
                note("", "a case of that name is there already".into());
            }
            names.push(name);
            if case.get("thrown").is_some() {
                skipped += 1;
                continue;
            }
            run += 1;
            let drawn = draws(case);
            for case in &drawn[1..] {
                if let Some(difference) = difference("$", &case["expect"], &explainers.explain(case, None)) {
                    note(&format!(" with {}", case["context"]["random"]), difference);
                }
            }
            let case = &drawn[0];
            let notice = explainers.explain(case, None);
            if let Some(difference) = difference("$", &case["expect"], &notice) {
                note("", difference);
            }
            let asked = case["locales"].as_object();
            for (locale, expected) in asked.into_iter().flatten() {
                if let Some(difference) = difference("$", expected, &explainers.explain(case, Some(locale))) {
                    note(&format!(" in {locale}"), difference);
                }
            }
            for fault in faults(case, &notice) {
                note("", fault);
            }
            for locale in LOCALES {
                for fault in faults(case, &explainers.explain(case, Some(locale))) {
                    note(&format!(" in {locale}"), fault);
                }
            }
        }
        println!("{file}.json: {} cases", cases.len());
    }
    println!("{run} cases explained, {skipped} skipped (they throw)");
    assert!(wrong.is_empty(), "{} of {run} cases' expectations are not met:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong with the case itself.
fn shape(case: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let empty = Map::new();
    for member in case.as_object().unwrap_or(&empty).keys() {
        if !MEMBERS.contains(&member.as_str()) {
            faults.push(format!("a case has no member \"{member}\""));
        }
    }
    if case["name"].as_str().unwrap_or_default().is_empty() {
        faults.push("a case has a name".into());
    }
    if case.get("failure").is_some() == case.get("thrown").is_some() {
        faults.push("a case has a failure, or something thrown".into());
    }
    if !case["context"]["now"].is_number() || !draws(case)[0]["context"]["random"].is_number() {
        faults.push("a case's context states now and random".into());
    }
    if case["expect"].as_object().is_none_or(Map::is_empty) {
        faults.push("a case expects something".into());
    }
    faults
}

/// What no notice may have, whatever the call was.
fn faults(case: &Value, notice: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let text = |key: &str| notice[key].as_str().unwrap_or_default();
    let mut words: Vec<(&str, &str)> = Vec::new();
    for key in ["title", "message", "text", "spoken"] {
        words.push((key, text(key)));
    }
    for action in list(&notice["actions"]) {
        words.push(("a label", action["label"].as_str().unwrap_or_default()));
    }
    for (what, words) in words {
        if words.trim().is_empty() {
            faults.push(format!("{what} is empty"));
        }
        if let Some(bad) = words.chars().find(|&c| is_unfit(c, what)) {
            faults.push(format!("{what} holds {bad:?}: {words:?}"));
        }
    }
    let code = text("code");
    if code.is_empty() || code.chars().any(|c| is_unfit(c, "code")) {
        faults.push(format!("the code is {code:?}"));
    }
    let style = case["options"]["codeStyle"].as_str();
    if style != Some("none") && !text("text").contains(code) {
        faults.push(format!("the text does not hold the code {code}: {:?}", text("text")));
    }
    if case["options"]["actions"].is_null() {
        faults.extend(buttons(notice));
    }
    if notice["retry"]["action"] == json!("contact_support") {
        faults.push("support is a way to retry".into());
    }
    if LOCALES.contains(&text("locale")) {
        for (what, most) in [("title", TITLE_COLUMNS), ("message", MESSAGE_COLUMNS)] {
            let columns = columns(text(what));
            if columns > most {
                faults.push(format!("{what} takes {columns} columns, {most} is the most: {:?}", text(what)));
            }
        }
    }
    faults
}

/// Markup, an unfilled placeholder, a control character; a bidi character, but for the marks around a code or a count.
fn is_unfit(c: char, what: &str) -> bool {
    let mark = matches!(c, '\u{200e}' | '\u{200f}');
    matches!(c, '{' | '}' | '<' | '>' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || c.is_control()
        || (mark && !["message", "text"].contains(&what))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
