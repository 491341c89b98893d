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
use crate::named::named;
use crate::tape;
use crate::text::decimal;
use crate::validate::faults;
use std::sync::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The explainers that are open, by the number that JavaScript knows them by. A page has a handful.
static OPEN: Mutex<Vec<Option<Explainer>>> = Mutex::new(Vec::new());

named! {
    /// What can be asked, as the first element of a question.
    Question {
        /// `["open", our packs (English first), our catalogs, options]` → number, locale, direction, reports
        Open = "open",
        /// `["close", number]` → nothing
        Close = "close",
        /// `["explain", number, failure, context]` → the notice
        Explain = "explain",
        /// `["countdown", number, milliseconds]` → the words
        Countdown = "countdown",
        /// `["negotiate", requested, available]` → the languages found, best first
        Negotiate = "negotiate",
        /// `["validate", data, our English pack]` → every fault of a locale pack or catalog
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
    let Ok(mut open) = OPEN.try_lock() else { panic!("the core has failed") };
    match (given.member("0").as_str().and_then(Question::from_name), open.get_mut(number)) {
        (Some(Question::Open), _) => {
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
        (Some(Question::Close), Some(slot)) => *slot = None,
        (Some(Question::Explain), Some(Some(explainer))) => {
            let (failure, context) = (Failure::from(given.take("2")), Context::from(given.take("3")));
            answer.notice(&explainer.explain(&failure, &context));
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
            let english = LocalePack::read(given.member("2"), None, &mut Faults::default());
            for fault in &faults(given.member("1"), english.as_ref()) {
                answer.fault(fault);
            }
        }
        _ => {}
    }
    answer.whole()
}
