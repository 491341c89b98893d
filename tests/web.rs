//! The cases of `tests/cases/`, through the Rust API inside a browser: `wasm-pack test --headless`.
//!
//! Cases with `thrown` need the package's JavaScript; `tests/browser/` runs them there.

#![cfg(target_arch = "wasm32")]

use plainly::{Context, Explainer, Failure, Options};
use serde_json::{json, Value};
use std::collections::BTreeMap;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Every file of `tests/cases/`; `tests/node/names.test.mjs` holds the list to it.
const FILES: &[(&str, &str)] = &[
    ("bodies", include_str!("cases/bodies.json")),
    ("causes", include_str!("cases/causes.json")),
    ("ministra", include_str!("cases/ministra.json")),
    ("options", include_str!("cases/options.json")),
    ("statuses", include_str!("cases/statuses.json")),
];

#[wasm_bindgen_test]
fn every_case_gets_its_notice() {
    let (mut run, mut wrong) = (0, Vec::new());
    let mut explainers = Explainers::default();
    for (file, text) in FILES {
        let cases: Vec<Value> = serde_json::from_str(text).expect("a file of cases is JSON");
        for case in cases.iter().filter(|case| case.get("thrown").is_none()) {
            run += 1;
            let mut note = |locale: &str, difference| {
                wrong.push(format!("{file}, {} {locale}: {difference}", case["name"]));
            };
            if let Some(difference) = difference("$", &case["expect"], &explainers.explain(case, None)) {
                note("", difference);
            }
            for (locale, expected) in case["locales"].as_object().into_iter().flatten() {
                if let Some(difference) = difference("$", expected, &explainers.explain(case, Some(locale))) {
                    note(locale, difference);
                }
            }
        }
    }
    assert!(run > 0, "there are no cases");
    assert!(wrong.is_empty(), "{} of {run} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// An explainer for each of the options that cases name.
#[derive(Default)]
struct Explainers(BTreeMap<String, Explainer>);

impl Explainers {
    /// A case's notice, as JSON; `locale` instead of the languages of its options.
    fn explain(&mut self, case: &Value, locale: Option<&str>) -> Value {
        let mut options = case.get("options").cloned().unwrap_or_else(|| json!({}));
        if let Some(locale) = locale {
            options["locales"] = locale.into();
        }
        let new = || Explainer::new(&Options::from(plain(&options)));
        let explainer = self.0.entry(options.to_string()).or_insert_with(new);
        let failure = Failure::from(plain(&case["failure"]));
        let notice = explainer.explain(&failure, &Context::from(plain(&case["context"])));
        let mut notice = serde_json::to_value(notice).expect("a notice is JSON");
        let actions = notice["actions"].as_array().into_iter().flatten();
        notice["actionKinds"] = actions.map(|action| action["kind"].clone()).collect();
        notice
    }
}

fn plain(json: &Value) -> plainly::Value {
    match json {
        Value::Null => plainly::Value::Null,
        Value::Bool(flag) => plainly::Value::Bool(*flag),
        Value::Number(number) => plainly::Value::Number(number.as_f64().unwrap_or_default()),
        Value::String(text) => plainly::Value::String(text.clone()),
        Value::Array(items) => plainly::Value::Array(items.iter().map(plain).collect()),
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| (key.clone(), plain(value));
            plainly::Value::Object(members.iter().map(member).collect())
        }
    }
}

/// The first place where the notice is not as expected: every key given must be equal, `null` means absent.
fn difference(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(_)) => {
            wanted.iter().find_map(|(key, wanted)| match (wanted, found.get(key)) {
                (Value::Null, None) => None,
                (_, None) => Some(format!("{path}.{key}: expected {wanted}, found nothing")),
                (_, Some(found)) => difference(&format!("{path}.{key}"), wanted, found),
            })
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            let mut pairs = wanted.iter().zip(items).enumerate();
            pairs.find_map(|(at, (wanted, item))| difference(&format!("{path}[{at}]"), wanted, item))
        }
        (Value::Number(wanted), Value::Number(number)) if wanted.as_f64() == number.as_f64() => None,
        _ if expected == found => None,
        _ => Some(format!("{path}: expected {expected}, found {found}")),
    }
}
