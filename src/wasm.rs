//! The border to JavaScript: decode, call, encode.
//!
//! Values come in as a tape (`tape.rs`) and go out as one text (`answer.rs`): one crossing each way, through one door,
//! because the glue of a door costs more than what is behind it.

use crate::answer::Answer;
use crate::explainer::{Base, Explainer, Options};
use crate::failure::{Context, Failure};
use crate::locale::negotiate::negotiate;
use crate::tape;
use crate::text::decimal;
use crate::validate::faults;
use std::sync::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What is open: a page has a handful of explainers, by the number that JavaScript knows them by.
struct Core {
    base: Base,
    open: Vec<Option<Explainer>>,
}

static CORE: Mutex<Core> = Mutex::new(Core { base: Base::none(), open: Vec::new() });

/// * `["base", our English pack, our catalogs]` → nothing; first of all, and once
/// * `["open", further packs of ours, options]` → number, locale, direction, reports
/// * `["close", number]` → nothing
/// * `["explain", number, failure, context]` → the notice
/// * `["countdown", number, milliseconds]` → the words
/// * `["negotiate", requested, available]` → the languages found, best first
/// * `["validate", data]` → every fault of a locale pack or catalog
#[wasm_bindgen]
pub fn ask(question: &str) -> String {
    let mut given = tape::read(question);
    let mut answer = Answer::default();
    let number = given.whole("1").unwrap_or_default() as usize;
    // Only after a trap, when nothing can be trusted any more, is it still locked.
    let Ok(mut core) = CORE.try_lock() else { panic!("the core has failed") };
    let Core { base, open } = &mut *core;
    match (given.member("0").as_str().unwrap_or_default(), open.get_mut(number)) {
        ("base", _) => *base = Base::new(&[given.take("1")], &given.take("2").into_array()),
        ("open", _) => {
            let explainer = Explainer::over(base, &given.take("1").into_array(), Options::from(given.take("2")));
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
            for fault in faults(&given.take("1"), base.english()) {
                answer.fault(&fault);
            }
        }
        _ => {}
    }
    answer.whole()
}
