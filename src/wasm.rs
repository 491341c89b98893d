//! The border to JavaScript: decode, call, encode.
//!
//! Values come in as a tape (`tape.rs`) and go out as one text (`answer.rs`): one crossing each way, through one door,
//! because the glue of a door costs more than what is behind it.

use crate::answer::Answer;
use crate::explainer::{Base, Explainer, Options};
use crate::failure::{Context, Failure};
use crate::locale::negotiate::negotiate;
use crate::named::named;
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

named! {
    /// What can be asked, as the first element of a question.
    Question {
        /// `["base", our English pack, our catalogs]` → nothing; first of all, and once
        Base = "base",
        /// `["open", further packs of ours, options]` → number, locale, direction, reports
        Open = "open",
        /// `["close", number]` → nothing
        Close = "close",
        /// `["explain", number, failure, context]` → the notice
        Explain = "explain",
        /// `["countdown", number, milliseconds]` → the words
        Countdown = "countdown",
        /// `["negotiate", requested, available]` → the languages found, best first
        Negotiate = "negotiate",
        /// `["validate", data]` → every fault of a locale pack or catalog
        Validate = "validate",
    }
}

/// Answers a [`Question`].
#[wasm_bindgen]
pub fn ask(question: &str) -> String {
    let mut given = tape::read(question);
    let mut answer = Answer::default();
    let number = given.whole("1").unwrap_or_default() as usize;
    // Only after a trap, when nothing can be trusted any more, is it still locked.
    let Ok(mut core) = CORE.try_lock() else { panic!("the core has failed") };
    let Core { base, open } = &mut *core;
    match (given.member("0").as_str().and_then(Question::from_name), open.get_mut(number)) {
        (Some(Question::Base), _) => *base = Base::new(&mut [given.take("1")], &given.take("2").into_array()),
        (Some(Question::Open), _) => {
            let explainer = Explainer::over(base, &mut given.take("1").into_array(), Options::from(given.take("2")));
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
        (Some(Question::Close), Some(slot)) => *slot = None,
        (Some(Question::Explain), Some(Some(explainer))) => {
            let (failure, context) = (Failure::from(given.take("2")), Context::from(given.take("3")));
            answer.notice(&explainer.explained(&failure, &context));
        }
        (Some(Question::Countdown), Some(Some(explainer))) => {
            answer.text(&explainer.countdown(given.whole("2").unwrap_or_default()));
        }
        (Some(Question::Negotiate), _) => {
            let available = given.strings("2");
            for at in &negotiate(&given.strings("1"), &available) {
                answer.text(&available[*at]);
            }
        }
        (Some(Question::Validate), _) => {
            for fault in &faults(given.take("1"), base.english()) {
                answer.fault(fault);
            }
        }
        _ => {}
    }
    answer.whole()
}
