//! The border to JavaScript: decode, call, encode.
//!
//! What comes in is plain and bounded data, which `pkg/src/facts/plain.js` made of whatever the app had: nothing here runs
//! an app's code, so nothing here is entered twice.

use crate::failure::Failure;
use crate::locale::negotiate;
use crate::locale::pack::LocalePack;
use crate::value::{Value, MAX_DEPTH};
use crate::{
    context::Context,
    notice::Notice,
    report::Report,
    validate,
    words::{Pause, Saying},
};
use js_sys::{Array, JsString, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::borrow::Cow;
use wasm_bindgen::prelude::{wasm_bindgen, JsCast, JsValue};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Turns failed calls into notices.
#[wasm_bindgen]
pub struct Explainer(crate::Explainer);

/// A notice, and what an operator should hear about it, or about the file that announces it.
#[derive(Serialize)]
struct Told<'a> {
    notice: Option<&'a Notice>,
    report: Option<&'a Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reports: Option<&'a [Report]>,
}

#[wasm_bindgen]
impl Explainer {
    /// Opens one. `options` are the package's, without functions; `languages` are packs of ours, beside English.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue, languages: JsValue) -> Explainer {
        let mut packs = Vec::new();
        for file in decode(languages).into_array() {
            packs.push(Cow::Owned(LocalePack::ours(file)));
        }
        Explainer(crate::Explainer::told(decode(options), packs))
    }

    /// The language in use.
    #[wasm_bindgen(getter)]
    pub fn locale(&self) -> JsString {
        self.0.locale().into()
    }

    /// Which way it is written.
    #[wasm_bindgen(getter)]
    pub fn direction(&self) -> JsString {
        self.0.direction().name().into()
    }

    /// What was wrong with the options.
    #[wasm_bindgen(getter)]
    pub fn reports(&self) -> JsValue {
        encode(self.0.reports())
    }

    /// Explains a call that failed: `{ notice, report }`.
    pub fn explain(&self, failure: JsValue, context: JsValue) -> JsValue {
        told(&self.0.explain(&Failure::from(decode(failure)), &Context::from(decode(context))))
    }

    /// A notice with its words in this explainer's language: `{ notice, report }`; of the rest only what the words need is there.
    pub fn reword(&self, notice: JsValue, repeats: bool, until: JsValue) -> JsValue {
        told(&self.0.say(decode(notice).into(), &Saying { repeats, until: until.as_string().as_deref() }))
    }

    /// What a file of announcements comes to at a moment: `{ notice, reports }`.
    pub fn announce(&self, file: JsValue, now: f64, seen: JsValue, until: JsValue) -> JsValue {
        let until = until.as_string();
        let saying = Saying { until: until.as_deref(), ..Saying::default() };
        let told = self.0.announce(decode(file), now as i64, &decode(seen).strings(), &saying);
        encode(&Told { notice: told.notice.as_ref(), report: None, reports: Some(&told.reports) })
    }

    /// "Trying again in 5 seconds" for milliseconds; "Waiting for a connection" for the name of a pause.
    pub fn countdown(&self, delay: JsValue) -> JsString {
        match delay.as_string().and_then(|name| Pause::from_name(&name)) {
            Some(pause) => self.0.pause(pause).into(),
            None => self.0.countdown(delay.as_f64().unwrap_or_default() as u64).into(),
        }
    }
}

/// The best of the languages that are there for those that are wanted.
#[wasm_bindgen]
pub fn negotiate(requested: JsValue, available: JsValue) -> Option<JsString> {
    let available = decode(available).strings();
    let mut tags = Vec::new();
    for tag in &available {
        tags.push(tag.as_str());
    }
    let found = negotiate::negotiate(&decode(requested).strings(), &tags);
    found.first().map(|&best| tags[best].into())
}

/// Every fault of a locale pack or catalog.
#[wasm_bindgen]
pub fn validate(data: JsValue) -> JsValue {
    encode(&validate::faults(decode(data)))
}

#[wasm_bindgen]
extern "C" {
    /// Plain data: nothing throws when it is read, against which `Reflect::get` guards.
    type Plain;

    #[wasm_bindgen(method, indexing_getter)]
    fn get(this: &Plain, key: &JsValue) -> JsValue;
}

fn told(notice: &Notice) -> JsValue {
    encode(&Told { notice: Some(notice), report: notice.report(), reports: None })
}

fn decode(given: JsValue) -> Value {
    value(given, 0)
}

fn value(given: JsValue, depth: usize) -> Value {
    if let Some(text) = given.as_string() {
        Value::String(text)
    } else if let Some(number) = given.as_f64() {
        Value::Number(number)
    } else if let Some(flag) = given.as_bool() {
        Value::Bool(flag)
    } else if depth > MAX_DEPTH + 4 || !given.is_object() {
        Value::Null // a body lies a few levels deep in what comes
    } else if Array::is_array(&given) {
        let mut items = Vec::new();
        for item in given.unchecked_ref::<Array>().iter() {
            items.push(value(item, depth + 1));
        }
        Value::Array(items)
    } else {
        let mut members = Vec::new();
        for key in Object::keys(given.unchecked_ref::<Object>()).iter() {
            let member = given.unchecked_ref::<Plain>().get(&key);
            members.push((key.as_string().unwrap_or_default(), value(member, depth + 1)));
        }
        Value::Object(members)
    }
}

/// `undefined` for what cannot be told, which nothing here is.
fn encode(told: &(impl Serialize + ?Sized)) -> JsValue {
    told.serialize(&Serializer::json_compatible()).unwrap_or_default()
}
