//! The border to JavaScript: decode, call, encode. Nothing that comes in may throw, whatever it is.

use crate::action::ActionName;
use crate::cause::Cause;
use crate::explainer::{Builtin, Explainer, Options};
use crate::failure::{Body, Context, Failure, Headers, Target};
use crate::locale::negotiate;
use crate::locale::pack::{Direction, LocalePack};
use crate::locale::tag::Tag;
use crate::notice::Support;
use crate::report::Report;
use crate::value::{Value, HEAD, MAX_CONFIG_NODES, MAX_DEPTH, MAX_NODES, MAX_STRING, MAX_TEXT};
use crate::words::CodeStyle;
use js_sys::{Array, Date, Function, JsString, Math, Reflect, Uint8Array};
use serde::Serialize;
use std::time::Duration;
use wasm_bindgen::prelude::{wasm_bindgen, JsCast, JsValue};

/// Items of a list of languages or actions, and pairs of headers, that are looked at.
const MOST: u32 = 256;

#[wasm_bindgen]
extern "C" {
    // js-sys' own would let the exception of a revoked Proxy or a throwing trap through.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_keys(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsString) -> Result<JsValue, JsValue>;
}

/// An explainer, and what of its options are functions.
#[wasm_bindgen]
pub struct Core {
    explainer: Explainer,
    online: Option<Function>,
    on_report: Option<Function>,
}

#[wasm_bindgen]
impl Core {
    /// Our packs (English first), our catalogs, and the app's options.
    #[wasm_bindgen(constructor)]
    pub fn new(packs: &JsValue, catalogs: &JsValue, options: &JsValue) -> Core {
        let builtin = Builtin::read(&list(packs, config), &list(catalogs, config));
        let strings = |key| list(&get(options, key), |item| text(item, MAX_STRING)).into_iter().flatten();
        let support = get(options, "support");
        let support = |key| string(&support, key, 200);
        let able = get(options, "actions");
        let decoded = Options {
            locales: strings("locales").collect(),
            packs: list(&get(options, "packs"), config),
            catalogs: list(&get(options, "catalogs"), config),
            provider: string(options, "provider", 64),
            code_style: string(options, "codeStyle", 16).and_then(|name| CodeStyle::from_name(&name)).unwrap_or_default(),
            actions: able.is_object().then(|| strings("actions").filter_map(|name| ActionName::from_name(&name)).collect()),
            support: Support { phone: support("phone"), email: support("email"), url: support("url") },
        };
        let core = Core {
            explainer: Explainer::over(builtin, &decoded),
            online: get(options, "online").dyn_into().ok(),
            on_report: get(options, "onReport").dyn_into().ok(),
        };
        core.explainer.reports().iter().for_each(|report| core.tell(report));
        core
    }

    /// The language in use.
    #[wasm_bindgen(getter)]
    pub fn locale(&self) -> String {
        self.explainer.locale().into()
    }

    /// `ltr` or `rtl`.
    #[wasm_bindgen(getter)]
    pub fn direction(&self) -> String {
        match self.explainer.direction() {
            Direction::Ltr => "ltr".into(),
            Direction::Rtl => "rtl".into(),
        }
    }

    /// A failed call → a notice.
    pub fn explain(&self, failure: &JsValue, context: &JsValue) -> JsValue {
        self.notice(&call(failure), context)
    }

    /// Whatever was caught → a notice.
    #[wasm_bindgen(js_name = explainThrown)]
    pub fn explain_thrown(&self, error: &JsValue, context: &JsValue) -> JsValue {
        self.notice(&thrown(error), context)
    }

    /// "Trying again in 5 seconds".
    pub fn countdown(&self, delay_ms: &JsValue) -> String {
        self.explainer.countdown(delay_ms.as_f64().unwrap_or_default() as u64)
    }

    fn notice(&self, failure: &Failure, context: &JsValue) -> JsValue {
        let notice = self.explainer.explain(failure, &self.context(context));
        if let Some(report) = notice.report() {
            self.tell(&report);
        }
        encode(&notice)
    }

    /// What an app's own callback throws is its own affair.
    fn tell(&self, report: &Report) {
        if let Some(on_report) = &self.on_report {
            let _ = on_report.call1(&JsValue::UNDEFINED, &encode(report));
        }
    }

    fn context(&self, context: &JsValue) -> Context {
        let default = Context::new(number(context, "now").unwrap_or_else(Date::now) as i64, Math::random());
        let whole = |key| number(context, key).map(|n| n as u32);
        let duration = |key| number(context, key).map(|ms| Duration::from_millis(ms as u64));
        let flag = |key| get(context, key).as_bool();
        Context {
            target: match string(context, "target", 16).as_deref() {
                Some("licence") => Target::Licence,
                Some("manifest") => Target::Manifest,
                Some("segment") => Target::Segment,
                _ => Target::Api,
            },
            provider: string(context, "provider", 64),
            method: string(context, "method", 32).unwrap_or(default.method),
            idempotent: flag("idempotent"),
            attempt: whole("attempt").unwrap_or(default.attempt),
            max_attempts: whole("maxAttempts").unwrap_or(default.max_attempts),
            deadline: duration("deadlineMs"),
            refreshed: flag("refreshed").unwrap_or_default(),
            signed_in: flag("signedIn").unwrap_or_default(),
            online: flag("online").or_else(|| self.is_online()).unwrap_or(true),
            retry_tokens: number(context, "retryTokens"),
            poll_interval: duration("pollIntervalMs").unwrap_or(default.poll_interval),
            spread: duration("spreadMs").unwrap_or(default.spread),
            now: default.now,
            random: number(context, "random").unwrap_or(default.random),
        }
    }

    fn is_online(&self) -> Option<bool> {
        match &self.online {
            Some(online) => online.call0(&JsValue::UNDEFINED).ok()?.as_bool(),
            None => get(&get(&js_sys::global(), "navigator"), "onLine").as_bool(),
        }
    }
}

/// Which of the available languages the requested ones find, best first.
#[wasm_bindgen]
pub fn negotiate(requested: &JsValue, available: &JsValue) -> Array {
    let strings = |value: &JsValue| -> Vec<String> { list(value, |item| text(item, MAX_STRING)).into_iter().flatten().collect() };
    let available: Vec<Tag> = strings(available).iter().filter_map(|tag| Tag::parse(tag)).collect();
    let requested = strings(requested);
    let found = negotiate::negotiate(&negotiate::requested(requested.iter().map(String::as_str)), &available);
    found.iter().map(|tag| JsValue::from_str(tag.as_str())).collect()
}

/// Every fault of a locale pack or catalog; `english` is our own English pack.
#[wasm_bindgen]
pub fn validate(data: &JsValue, english: &JsValue) -> JsValue {
    let english = LocalePack::read(&config(english), None, &mut crate::error::Faults::new(&mut Vec::new()));
    encode(&crate::validate::faults(&config(data), english.as_ref()))
}

fn encode(value: &impl Serialize) -> JsValue {
    // Only what cannot be said in JSON fails, and nothing of ours is that.
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// A member, or `undefined` where there is none or its getter throws.
fn get(value: &JsValue, key: &str) -> JsValue {
    if value.is_object() || value.is_function() {
        Reflect::get(value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

/// A string of at most `max` characters, cut before it is copied.
fn text(value: &JsValue, max: usize) -> Option<String> {
    value.dyn_ref::<JsString>().map(|text| text.slice(0, max as u32).into())
}

fn string(value: &JsValue, key: &str, max: usize) -> Option<String> {
    text(&get(value, key), max)
}

fn number(value: &JsValue, key: &str) -> Option<f64> {
    get(value, key).as_f64().filter(|n| n.is_finite() && *n >= 0.0)
}

/// The items of an array, or the one item that is given instead of it.
fn list<T>(value: &JsValue, item: impl Fn(&JsValue) -> T) -> Vec<T> {
    if is_array(value).unwrap_or_default() {
        let length = get(value, "length").as_f64().unwrap_or_default() as u32;
        (0..length.min(MOST)).map(|at| item(&element(value, at))).collect()
    } else if value.is_undefined() || value.is_null() {
        Vec::new()
    } else {
        vec![item(value)]
    }
}

fn element(array: &JsValue, at: u32) -> JsValue {
    Reflect::get_u32(array, at).unwrap_or(JsValue::UNDEFINED)
}

fn config(value: &JsValue) -> Value {
    walk(value, 0, &mut { MAX_CONFIG_NODES })
}

/// Copies a value into its bounds.
fn walk(value: &JsValue, depth: usize, nodes: &mut usize) -> Value {
    if depth > MAX_DEPTH || *nodes == 0 {
        return Value::Null;
    }
    *nodes -= 1;
    if let Some(text) = text(value, MAX_STRING) {
        return Value::String(text);
    }
    if let Some(n) = value.as_f64() {
        return if n.is_finite() { Value::Number(n) } else { Value::Null };
    }
    if let Some(b) = value.as_bool() {
        return Value::Bool(b);
    }
    if !value.is_object() {
        return Value::Null;
    }
    if is_array(value).unwrap_or_default() {
        let length = get(value, "length").as_f64().unwrap_or_default() as u32;
        let mut items = Vec::new();
        for at in 0..length {
            if *nodes == 0 {
                break;
            }
            items.push(walk(&element(value, at), depth + 1, nodes));
        }
        return Value::Array(items);
    }
    let mut members = Vec::new();
    if let Ok(keys) = own_keys(value) {
        for at in 0..keys.length() {
            if *nodes == 0 {
                break;
            }
            let key = keys.get(at);
            if let Some(name) = text(&key, MAX_STRING) {
                let member = Reflect::get(value, &key).unwrap_or(JsValue::UNDEFINED);
                members.push((name, walk(&member, depth + 1, nodes)));
            }
        }
    }
    Value::Object(members)
}

/// A status: a number, or the string of one.
fn status(value: &JsValue) -> Option<u16> {
    let number = value.as_f64().or_else(|| text(value, 3)?.parse::<u16>().ok().map(f64::from))?;
    (100.0..600.0).contains(&number).then_some(number as u16)
}

fn call(failure: &JsValue) -> Failure {
    if !failure.is_object() {
        return Failure::default();
    }
    let status = status(&get(failure, "status"));
    Failure {
        status,
        headers: headers(&get(failure, "headers")),
        body: body(&get(failure, "body")),
        // An object without a status is a call that got no response, whatever stood in its way.
        cause: status.is_none().then(|| cause(&get(failure, "cause")).unwrap_or(Cause::Connection)),
    }
}

/// The response that a library's error holds, else what its names say.
fn thrown(error: &JsValue) -> Failure {
    let response = get(error, "response");
    for (holder, bodies) in [(&response, ["data", "body"]), (error, ["body", "data"])] {
        let status = ["status", "statusCode"].into_iter().find_map(|key| status(&get(holder, key)));
        if status.is_some() {
            let body = bodies.into_iter().map(|key| body(&get(holder, key))).find(|body| *body != Body::Empty);
            return Failure { status, headers: headers(&get(holder, "headers")), body: body.unwrap_or_default(), cause: None };
        }
    }
    Failure { cause: cause(error), ..Failure::default() }
}

fn cause(error: &JsValue) -> Option<Cause> {
    let inner = get(error, "cause");
    // A code says more than a name: axios' AxiosError is ERR_CANCELED, Node's TypeError is caused by ECONNREFUSED.
    let names = [(&inner, "code"), (error, "code"), (&inner, "name"), (error, "name")].map(|(e, key)| string(e, key, 64));
    Cause::from_names(names.iter().flatten().map(String::as_str))
}

fn body(value: &JsValue) -> Body {
    if let Some(text) = value.dyn_ref::<JsString>() {
        return body_text(text);
    }
    if let Some(bytes) = bytes(value) {
        return body_text(&JsString::from(String::from_utf8_lossy(&bytes).as_ref()));
    }
    match walk(value, 0, &mut { MAX_NODES }) {
        Value::Null => Body::Empty,
        value => Body::Value(value),
    }
}

fn body_text(text: &JsString) -> Body {
    let json = (text.length() as usize <= MAX_TEXT).then(|| parse_json(text).ok()).flatten();
    match json.map(|json| walk(&json, 0, &mut { MAX_NODES })) {
        None => Body::text(&String::from(text.slice(0, HEAD as u32))),
        Some(Value::String(text)) => Body::text(&text),
        Some(value) => Body::Value(value),
    }
}

/// The head of a typed array or buffer.
fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    let view = if value.is_instance_of::<js_sys::ArrayBuffer>() {
        Uint8Array::new(value)
    } else if value.is_instance_of::<Uint8Array>() {
        value.clone().unchecked_into()
    } else {
        return None;
    };
    Some(view.subarray(0, view.length().min(MAX_TEXT as u32)).to_vec())
}

/// Header fields in any of the forms that front ends hold.
fn headers(value: &JsValue) -> Headers {
    let mut headers = Headers::default();
    if let Some(block) = text(value, MAX_TEXT) {
        // XMLHttpRequest's getAllResponseHeaders().
        for line in block.lines().take(MOST as usize) {
            if let Some((name, value)) = line.split_once(':') {
                headers.push(name, value);
            }
        }
    } else if let Ok(getter) = get(value, "get").dyn_into::<Function>() {
        // Headers, its polyfills, axios' headers, a Map.
        for name in Headers::READ {
            let field = getter.call1(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
            push(&mut headers, name, &field);
        }
    } else if let Ok(Some(pairs)) = js_sys::try_iter(value) {
        for pair in pairs.take(MOST as usize) {
            let Ok(pair) = pair else { break };
            if let Some(name) = text(&element(&pair, 0), MAX_STRING) {
                push(&mut headers, &name, &element(&pair, 1));
            }
        }
    } else if let Some(Ok(names)) = value.is_object().then(|| own_keys(value)) {
        for name in (0..names.length().min(MOST)).filter_map(|at| text(&names.get(at), MAX_STRING)) {
            push(&mut headers, &name, &get(value, &name));
        }
    }
    headers
}

/// A field's value, or each of its values.
fn push(headers: &mut Headers, name: &str, value: &JsValue) {
    for value in list(value, |item| text(item, MAX_STRING)).into_iter().flatten() {
        headers.push(name, &value);
    }
}
