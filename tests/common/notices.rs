//! Cases → notices, natively and in a browser.

use plainly::{Context, Explainer, Failure, Options};
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// An explainer for each of the options that cases name.
#[derive(Default)]
pub struct Explainers(BTreeMap<String, Explainer>);

impl Explainers {
    /// The case's notice as JSON; `locale` instead of the languages that the case's options name.
    pub fn explain(&mut self, case: &Value, locale: Option<&str>) -> Value {
        let mut options = case["options"].as_object().cloned().unwrap_or_default();
        if let Some(locale) = locale {
            options.insert("locales".into(), json!([locale]));
        }
        let options = Value::Object(options);
        let new = || {
            let mut options = Options::from(plain(&options));
            let names = case["catalogs"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let ours: Vec<plainly::Value> = names.map(|name| plainly::catalog(name).expect(name)).collect();
            options.catalogs.splice(0..0, ours);
            Explainer::new(&options)
        };
        let explainer = self.0.entry(format!("{}{options}", case["catalogs"])).or_insert_with(new);
        let failure = Failure::from(plain(&case["failure"]));
        let context = Context::from(plain(&case["context"]));
        let mut notice = serde_json::to_value(explainer.explain(&failure, &context)).expect("a notice is JSON");
        let actions = notice["actions"].as_array().into_iter().flatten();
        let kinds: Value = actions.map(|action| action["kind"].clone()).collect();
        notice["actionKinds"] = kinds;
        notice
    }
}

/// The case with each random number that it is to be tried with: its own, or, where it says `"any"`, both ends of [0, 1)
/// and a thousand between them, the same ones every time.
pub fn draws(case: &Value) -> Vec<Value> {
    if case["context"]["random"] != json!("any") {
        return vec![case.clone()];
    }
    let mut seed = 0x9e37_79b9_u32;
    let mut randoms = vec![0.0, 1.0 - f64::EPSILON / 2.0];
    for _ in 0..1000 {
        // Marsaglia's xorshift32.
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        randoms.push(f64::from(seed) / 4_294_967_296.0);
    }
    let mut cases = Vec::new();
    for random in randoms {
        let mut case = case.clone();
        case["context"]["random"] = json!(random);
        cases.push(case);
    }
    cases
}

pub fn plain(json: &Value) -> plainly::Value {
    match json {
        Value::Null => plainly::Value::Null,
        Value::Bool(flag) => plainly::Value::Bool(*flag),
        Value::Number(number) => plainly::Value::Number(number.as_f64().expect("a finite number")),
        Value::String(text) => plainly::Value::String(text.clone()),
        Value::Array(items) => plainly::Value::Array(items.iter().map(plain).collect()),
        Value::Object(members) => {
            plainly::Value::Object(members.iter().map(|(key, value)| (key.clone(), plain(value))).collect())
        }
    }
}

/// The first place where the notice is not as expected.
pub fn difference(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(_)) => {
            wanted.iter().find_map(|(key, wanted)| match (wanted, found.get(key)) {
                (Value::Null, None) => None,
                (Value::Null, Some(found)) => Some(format!("{path}.{key}: expected nothing, found {found}")),
                (_, None) => Some(format!("{path}.{key}: expected {wanted}, found nothing in {found}")),
                (_, Some(found)) => difference(&format!("{path}.{key}"), wanted, found),
            })
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            let mut pairs = wanted.iter().zip(items).enumerate();
            pairs.find_map(|(at, (wanted, item))| difference(&format!("{path}[{at}]"), wanted, item))
        }
        // From the first to the second.
        (Value::Array(range), Value::Number(number)) if range.len() == 2 => {
            let [low, high, number] = [range[0].as_f64(), range[1].as_f64(), number.as_f64()];
            let within = low <= number && number <= high;
            (!within).then(|| format!("{path}: expected {expected}, found {number:?}"))
        }
        (Value::Number(wanted), Value::Number(number)) if wanted.as_f64() == number.as_f64() => None,
        _ if expected == found => None,
        _ => Some(format!("{path}:\n    expected {expected}\n    found    {found}")),
    }
}
