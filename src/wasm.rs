//! The border to JavaScript: decode, call, encode.
//!
//! Values come in as a tape (see `tape.rs`) and go out as JSON text: one crossing each way, whatever their shape.

use crate::error::Faults;
use crate::explainer::{Explainer, Options};
use crate::failure::{Context, Failure};
use crate::locale::negotiate::negotiate as find;
use crate::locale::pack::LocalePack;
use crate::tape;
use crate::validate::faults;
use serde::Serialize;
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

    /// `{ locale, direction, reports }`
    pub fn about(&self) -> String {
        #[derive(Serialize)]
        struct About<'a>(&'a str, crate::Direction, &'a [crate::Report]);
        encode(&About(self.0.locale(), self.0.direction(), self.0.reports()))
    }

    /// `[failure, context]` → `[notice, report or null]`
    pub fn explain(&self, text: &str, shape: &[f64]) -> String {
        let mut given = tape::read(text, shape);
        let notice = self.0.explain(&Failure::from(given.take("0")), &Context::from(given.take("1")));
        encode(&(&notice, notice.report()))
    }

    /// "Trying again in 5 seconds"
    pub fn countdown(&self, delay_ms: f64) -> String {
        self.0.countdown(delay_ms as u64)
    }
}

/// `[requested, available]` → the languages found, best first.
#[wasm_bindgen]
pub fn negotiate(text: &str, shape: &[f64]) -> String {
    let given = tape::read(text, shape);
    encode(&find(&given.strings("0"), &given.strings("1")))
}

/// `[data, our English pack]` → every fault of a locale pack or catalog.
#[wasm_bindgen]
pub fn validate(text: &str, shape: &[f64]) -> String {
    let mut given = tape::read(text, shape);
    let english = LocalePack::read(&given.take("1"), None, &mut Faults::default());
    encode(&faults(&given.take("0"), english.as_ref()))
}

fn encode(value: &impl Serialize) -> String {
    // Only what cannot be said in JSON fails, and nothing of ours is that.
    serde_json::to_string(value).unwrap_or_default()
}
