//! Which of our packs a tag finds, in the forms that platforms report: `tests/tags.json`, natively.
//! `tests/node/tags.test.mjs` asks the package.

#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)] // the rest is for the tests of words
mod common;

use common::folder;
use plainly::{Explainer, Options};
use serde_json::{Map, Value};

#[test]
fn every_tag_finds_its_pack() {
    let text = std::fs::read_to_string(folder("tests/tags.json")).expect("the tags");
    let tags: Map<String, Value> = serde_json::from_str(&text).expect("the tags are JSON");
    assert!(tags.len() >= 120);
    let mut wrong = Vec::new();
    for (tag, expected) in &tags {
        let explainer = Explainer::new(&Options { locales: vec![tag.clone()], ..Options::default() });
        if explainer.locale() != expected {
            wrong.push(format!("{tag:?} finds {}, not {expected}", explainer.locale()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
