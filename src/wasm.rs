//! The border to JavaScript: decode, call, encode.
//!
//! Values come in as a tape (`tape.rs`) and go out as one text (`answer.rs`): one crossing each way, through one door,
//! because the glue of a door costs more than what is behind it.

use crate::answer::Answer;
use crate::error::Faults;
use crate::explainer::{Explainer, Options};
use crate::failure::{Context, Failure};
use crate::locale::negotiate::negotiate;
use crate::locale::pack::LocalePack;
use crate::tape;
use crate::text::decimal;
use crate::validate::faults;
use std::sync::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The explainers that are open, by the number that JavaScript knows them by. A page has a handful.
static OPEN: Mutex<Vec<Option<Explainer>>> = Mutex::new(Vec::new());

/// * `["open", our packs (English first), our catalogs, options]` → number, locale, direction, reports
/// * `["close", number]` → nothing
/// * `["explain", number, failure, context]` → the notice
/// * `["countdown", number, milliseconds]` → the words
/// * `["negotiate", requested, available]` → the languages found, best first
/// * `["validate", data, our English pack]` → every fault of a locale pack or catalog
#[wasm_bindgen]
pub fn ask(question: &str) -> String {
    let mut given = tape::read(question);
    let mut answer = Answer::default();
    let number = given.whole("1").unwrap_or_default() as usize;
    // Only after a trap, when nothing can be trusted any more, is it still locked.
    let Ok(mut open) = OPEN.try_lock() else { panic!("the core has failed") };
    match (given.member("0").as_str().unwrap_or_default(), open.get_mut(number)) {
        ("open", _) => {
            let (packs, catalogs) = (given.take("1").into_array(), given.take("2").into_array());
            let explainer = Explainer::over(&packs, &catalogs, Options::from(given.take("3")));
            let free = open.iter().position(Option::is_none).unwrap_or(open.len());
            answer.text(&decimal(free as i64));
            answer.text(explainer.locale());
            answer.text(explainer.direction().name());
            answer.reports(explainer.reports());
            if free == open.len() {
                open.push(None);
            }
            open[free] = Some(explainer);
        }
        ("close", Some(slot)) => *slot = None,
        ("explain", Some(Some(explainer))) => {
            let (failure, context) = (Failure::from(given.take("2")), Context::from(given.take("3")));
            answer.notice(&explainer.explain(&failure, &context));
        }
        ("countdown", Some(Some(explainer))) => {
            answer.text(&explainer.countdown(given.whole("2").unwrap_or_default()));
        }
        ("negotiate", _) => {
            let available = given.strings("2");
            for at in negotiate(&given.strings("1"), &available) {
                answer.text(&available[at]);
            }
        }
        ("validate", _) => {
            let english = LocalePack::read(&given.take("2"), None, &mut Faults::default());
            for fault in faults(&given.take("1"), english.as_ref()) {
                answer.fault(&fault);
            }
        }
        _ => {}
    }
    answer.whole()
}
