//! The border to JavaScript: decode, call, encode.
//!
//! Values come in as a tape (`tape.rs`) and go out as one text (`answer.rs`): one crossing each way.
//! There are three doors and not one for each question, because the glue of a door costs more than what is behind it.

use crate::answer::Answer;
use crate::error::Faults;
use crate::explainer::{Explainer, Options};
use crate::failure::{Context, Failure};
use crate::locale::negotiate::negotiate;
use crate::locale::pack::LocalePack;
use crate::tape;
use crate::validate::faults;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// An explainer.
#[wasm_bindgen]
pub struct Core(Explainer);

#[wasm_bindgen]
impl Core {
    /// `[our packs, English first; our catalogs; options]`
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, shape: &[f64]) -> Core {
        let mut given = tape::read(text, shape);
        let (packs, catalogs) = (given.take("0").into_array(), given.take("1").into_array());
        Core(Explainer::over(&packs, &catalogs, Options::from(given.take("2"))))
    }

    /// * `["explain", failure, context]` → the notice
    /// * `["countdown", milliseconds]` → the words
    /// * anything else → locale, direction, reports
    pub fn ask(&self, text: &str, shape: &[f64]) -> String {
        let mut given = tape::read(text, shape);
        let mut answer = Answer::default();
        match given.member("0").as_str() {
            Some("explain") => {
                answer.notice(&self.0.explain(&Failure::from(given.take("1")), &Context::from(given.take("2"))));
            }
            Some("countdown") => {
                let delay_ms = given.member("1").as_f64().unwrap_or_default();
                answer.text(&self.0.countdown(delay_ms as u64));
            }
            _ => {
                answer.text(self.0.locale());
                answer.text(self.0.direction().name());
                answer.reports(self.0.reports());
            }
        }
        answer.whole()
    }
}

/// * `["negotiate", requested, available]` → the languages found, best first
/// * `["validate", data, our English pack]` → every fault of a locale pack or catalog
#[wasm_bindgen]
pub fn ask(text: &str, shape: &[f64]) -> String {
    let mut given = tape::read(text, shape);
    let mut answer = Answer::default();
    if given.member("0").as_str() == Some("negotiate") {
        for locale in negotiate(&given.strings("1"), &given.strings("2")) {
            answer.text(&locale);
        }
    } else {
        let english = LocalePack::read(&given.take("2"), None, &mut Faults::default());
        for fault in faults(&given.take("1"), english.as_ref()) {
            answer.fault(&fault);
        }
    }
    answer.whole()
}
