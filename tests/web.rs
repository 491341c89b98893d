//! The cases of `tests/cases/`, through the Rust API inside a browser: `wasm-pack test --headless`.
//!
//! Cases with `thrown` need the package's JavaScript; `tests/browser/` runs them there.

#![cfg(target_arch = "wasm32")]

#[path = "common/notices.rs"]
mod notices;

use notices::{difference, draws, Explainers};
use serde_json::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Every file of `tests/cases/`; `tests/node/names.test.mjs` holds the list to it.
const FILES: &[(&str, &str)] = &[
    ("bodies", include_str!("cases/bodies.json")),
    ("causes", include_str!("cases/causes.json")),
    ("delivery", include_str!("cases/delivery.json")),
    ("families", include_str!("cases/families.json")),
    ("identity", include_str!("cases/identity.json")),
    ("licences-and-payments", include_str!("cases/licences-and-payments.json")),
    ("ministra", include_str!("cases/ministra.json")),
    ("options", include_str!("cases/options.json")),
    ("overlays", include_str!("cases/overlays.json")),
    ("reports", include_str!("cases/reports.json")),
    ("responses", include_str!("cases/responses.json")),
    ("retry", include_str!("cases/retry.json")),
    ("statuses", include_str!("cases/statuses.json")),
    ("thrown-by-libraries", include_str!("cases/thrown-by-libraries.json")),
    ("thrown", include_str!("cases/thrown.json")),
    ("vocabulary", include_str!("cases/vocabulary.json")),
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
            for case in draws(case) {
                if let Some(difference) = difference("$", &case["expect"], &explainers.explain(&case, None)) {
                    note("", difference);
                }
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
