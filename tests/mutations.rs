//! The same answer in other forms, as servers, gateways and clients send it: the notice stays the same. Of every case of
//! `tests/cases/` that has a `failure`, natively; `tests/mutations.js` does it in JavaScript.
//!
//! `tests/mutations.json` lists the cases that are about one of these forms, and why.

#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)] // columns are for the tests of words
mod common;
#[allow(dead_code)] // what cases expect is compared elsewhere
#[path = "common/notices.rs"]
mod notices;

use common::{folder, json_files};
use notices::{draws, Explainers};
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

const BEFORE: &str = "\u{feff} \r\n\t";
const MEMBERS: [&str; 6] = ["code", "reason", "retry", "requestId", "title", "message"];

/// The names of all forms.
const NAMES: [&str; 12] = [
    "fields in upper case", "fields in lower case", "as text", "parsed", "after a BOM and spaces", "in a list",
    "in data", "in snake_case", "in camelCase", "in PascalCase", "in kebab-case", "with CRLF",
];

type Style = fn(&[String]) -> String;
const STYLES: [(&str, Style); 4] = [
    ("in snake_case", |words| words.join("_")),
    ("in camelCase", |words| words[0].clone() + &words[1..].iter().map(|word| capital(word)).collect::<String>()),
    ("in PascalCase", |words| words.iter().map(|word| capital(word)).collect()),
    ("in kebab-case", |words| words.join("-")),
];

#[test]
fn every_form_of_an_answer_has_the_same_notice() {
    let exempt = exempt();
    let mut explainers = Explainers::default();
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (file, text) in json_files("tests/cases") {
        let cases: Vec<Value> = serde_json::from_str(&text).expect("cases");
        for case in cases {
            let mut case = draws(&case).swap_remove(0);
            let forms = mutations(&case["failure"]);
            if forms.is_empty() {
                continue;
            }
            let before = explainers.explain(&case, None);
            for (name, failure) in forms {
                if is_exempt(&exempt, &file, &case, name) {
                    continue;
                }
                case["failure"] = failure;
                *asked.entry(name).or_default() += 1;
                if let Some(difference) = differing(&before, &explainers.explain(&case, None)) {
                    wrong.entry(name).or_default().push(format!("  {file}.json, {}: {difference}", case["name"]));
                }
            }
        }
    }
    for name in NAMES {
        assert!(asked.contains_key(name), "no case has a form {name}");
    }
    let mut report = String::new();
    for (name, faults) in &wrong {
        report += &format!("{name}: {} of {} have another notice\n{}\n", faults.len(), asked[name], faults.join("\n"));
    }
    assert!(wrong.is_empty(), "\n{report}");
}

/// The list of exemptions, each of a case and forms that there are.
fn exempt() -> Vec<Value> {
    let text = std::fs::read_to_string(folder("tests/mutations.json")).expect("the exemptions");
    let exempt: Vec<Value> = serde_json::from_str(&text).expect("the exemptions are JSON");
    let files: BTreeMap<String, String> = json_files("tests/cases").into_iter().collect();
    for each in &exempt {
        let file = each["file"].as_str().and_then(|file| file.strip_suffix(".json")).expect("a file of cases");
        let cases: Vec<Value> = serde_json::from_str(&files[file]).expect("cases");
        assert!(cases.iter().any(|case| case["name"] == each["case"]), "there is no case {}", each["case"]);
        assert!(each["because"].as_str().is_some_and(|why| !why.is_empty()), "{} says why", each["case"]);
        for form in each["forms"].as_array().expect("forms") {
            assert!(NAMES.iter().any(|name| form == name), "{}: there is no form {form}", each["case"]);
        }
    }
    exempt
}

fn is_exempt(exempt: &[Value], file: &str, case: &Value, form: &str) -> bool {
    exempt.iter().any(|each| {
        each["file"].as_str().and_then(|name| name.strip_suffix(".json")) == Some(file)
            && each["case"] == case["name"]
            && each["forms"].as_array().is_some_and(|forms| forms.iter().any(|name| name == form))
    })
}

/// What a mutation may not change, of a notice.
fn differing(before: &Value, after: &Value) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    let show = |value: Option<&Value>| value.map_or("nothing".into(), Value::to_string);
    for name in MEMBERS {
        // Where the reason is another, so are its words.
        let follows = !found.is_empty() && ["title", "message"].contains(&name);
        if before.get(name) != after.get(name) && !follows {
            found.push(format!("{name} {} became {}", show(before.get(name)), show(after.get(name))));
        }
    }
    (!found.is_empty()).then(|| found.join(", "))
}

/// Name and failure of each other form that a failure has.
fn mutations(failure: &Value) -> Vec<(&'static str, Value)> {
    if !failure.is_object() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut add = |name, member: &str, value: Value| {
        if failure[member] != value {
            let mut failure = failure.clone();
            failure[member] = value;
            all.push((name, failure));
        }
    };
    let headers = &failure["headers"];
    if !headers.is_null() {
        add("fields in upper case", "headers", renamed_fields(headers, str::to_ascii_uppercase));
        add("fields in lower case", "headers", renamed_fields(headers, str::to_ascii_lowercase));
    }
    for (name, body) in other_bodies(&failure["body"]) {
        add(name, "body", body);
    }
    all
}

/// Name and body of each other form of a body.
fn other_bodies(body: &Value) -> Vec<(&'static str, Value)> {
    let text = body.as_str();
    let parsed = text.and_then(|text| serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok());
    let json = if text.is_some() { parsed.as_ref() } else { Some(body) };
    let (json, whole) = match (json, text) {
        (Some(json @ (Value::Object(_) | Value::Array(_))), _) => (json, text.map_or(json.to_string(), String::from)),
        (scalar, Some(text)) => {
            let mut forms = vec![("after a BOM and spaces", json!(format!("{BEFORE}{text}")))];
            if scalar.is_none() {
                forms.push(("with CRLF", json!(text.replace("\r\n", "\n").replace('\n', "\r\n"))));
            }
            return forms;
        }
        _ => return Vec::new(),
    };
    let mut forms = vec![
        if text.is_some() { ("parsed", json.clone()) } else { ("as text", json!(whole)) },
        ("after a BOM and spaces", json!(format!("{BEFORE}{whole}\n "))),
    ];
    // As it came: as text, or parsed.
    let mut add =
        |name, value: Value| forms.push((name, if text.is_some() { json!(value.to_string()) } else { value }));
    if json.is_object() {
        add("in a list", json!([json]));
        if !is_graph_ql(json) {
            add("in data", json!({ "data": json }));
        }
    }
    for (name, style) in STYLES {
        if let Some(value) = renamed(json, style) {
            // What has the same names already is the same text but for its spaces.
            if &value != json {
                add(name, value);
            }
        }
    }
    forms
}

/// Where `data` and `errors` have their own meaning.
fn is_graph_ql(json: &Value) -> bool {
    json.as_object().into_iter().flatten().any(|(key, value)| match fold(key).as_str() {
        "data" => true,
        "errors" => value.is_array(),
        _ => false,
    })
}

fn fold(name: &str) -> String {
    name.replace(['_', '-'], "").to_ascii_lowercase()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// The words of a member's name: of `errorCode`, `error_code`, `ErrorCode` and `error-code` the same two.
fn words_of(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || before.is_ascii_uppercase() && chars.get(at + 1).is_some_and(char::is_ascii_lowercase)
            });
        if begins || c == '_' || c == '-' {
            words.push(String::new());
        }
        if c != '_' && c != '-' {
            words.last_mut().expect("a word").push(c.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The JSON with other names of its members; nothing where two would be equal.
fn renamed(json: &Value, style: Style) -> Option<Value> {
    match json {
        Value::Array(items) => items.iter().map(|item| renamed(item, style)).collect(),
        Value::Object(members) => {
            let mut others = Map::new();
            for (key, value) in members {
                // "@type" and "__type" are their formats' own, and what is no word has no style.
                let is_word = key.starts_with(|c: char| c.is_ascii_alphabetic())
                    && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
                let name = if is_word { style(&words_of(key)) } else { key.clone() };
                // Header fields that a gateway passes on keep their names.
                let value = if fold(key) == "headers" { value.clone() } else { renamed(value, style)? };
                if others.insert(name, value).is_some() {
                    return None;
                }
            }
            Some(Value::Object(others))
        }
        _ => Some(json.clone()),
    }
}

/// Header fields with other names, in the order in which they are read; those of an object become pairs, for these stay in it.
fn renamed_fields(headers: &Value, style: fn(&str) -> String) -> Value {
    let mut fields = Vec::new();
    match headers {
        Value::String(lines) => {
            let line = |line: &str| match line.split_once(':') {
                Some((name, field)) => format!("{}:{field}", style(name)),
                None => line.into(),
            };
            return lines.split('\n').map(line).collect::<Vec<_>>().join("\n").into();
        }
        Value::Object(members) => {
            for (name, value) in members {
                let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                fields.extend(values.iter().map(|value| json!([style(name), value])));
            }
        }
        Value::Array(pairs) => {
            for pair in pairs {
                let mut pair = pair.clone();
                if let Some(name) = pair[0].as_str().map(style) {
                    pair[0] = name.into();
                }
                fields.push(pair);
            }
        }
        _ => return headers.clone(),
    }
    Value::Array(fields)
}

#[test]
fn names_have_words() {
    for name in ["error_code", "errorCode", "ErrorCode", "error-code", "ERROR_CODE", "error__code_"] {
        assert_eq!(words_of(name), ["error", "code"], "{name}");
    }
    assert_eq!(words_of("HTTPStatus"), ["http", "status"]);
    assert_eq!(words_of("requestID"), ["request", "id"]);
    assert_eq!(words_of("oauth2Error"), ["oauth2", "error"]);
    assert_eq!(words_of("code"), ["code"]);
    let styled = STYLES.map(|(_, style)| style(&words_of("innerErrorCode")));
    assert_eq!(styled, ["inner_error_code", "innerErrorCode", "InnerErrorCode", "inner-error-code"]);
}

#[test]
fn members_are_renamed_at_any_depth_and_values_are_not() {
    let pascal = STYLES[2].1;
    let json = json!({ "error_code": "a_b", "x": [{ "__type": "c_d", "@type": 1, "a b": { "e_f": null } }],
        "headers": { "X-RateLimit-Reset": 1 } });
    let other = json!({ "ErrorCode": "a_b", "X": [{ "__type": "c_d", "@type": 1, "a b": { "EF": null } }],
        "Headers": { "X-RateLimit-Reset": 1 } });
    assert_eq!(renamed(&json, pascal), Some(other));
    assert_eq!(renamed(&json!([{ "a_b": 1, "aB": 2 }]), pascal), None, "two members of one name");
}

#[test]
fn an_answer_has_its_forms() {
    let names = |failure: Value| mutations(&failure).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let form = |failure: Value, name: &str| mutations(&failure).into_iter().find(|(n, _)| *n == name).expect(name).1;
    let body = json!({ "error": { "error_code": 7 } });
    let failure = json!({ "status": 400, "headers": { "X-Id": "a" }, "body": body });
    assert_eq!(
        names(failure.clone()),
        [
            "fields in upper case", "fields in lower case", "as text", "after a BOM and spaces", "in a list",
            "in data", "in camelCase", "in PascalCase", "in kebab-case",
        ]
    );
    assert_eq!(form(failure.clone(), "fields in upper case")["headers"], json!([["X-ID", "a"]]));
    assert_eq!(form(failure.clone(), "as text")["body"], r#"{"error":{"error_code":7}}"#);
    assert_eq!(form(failure.clone(), "in data")["body"], json!({ "data": body }));
    assert_eq!(form(failure.clone(), "in data")["status"], 400);
    let text = json!({ "body": "\u{feff}{\"a_b\": 1}" });
    assert_eq!(form(text.clone(), "parsed")["body"], json!({ "a_b": 1 }));
    assert_eq!(form(text, "in camelCase")["body"], r#"{"aB":1}"#);
    let graph_ql = json!({ "body": { "errors": [], "x": 1 } });
    assert!(!names(graph_ql.clone()).contains(&"in data") && names(graph_ql).contains(&"in a list"));
    assert!(names(json!({ "body": { "errors": {} } })).contains(&"in data"));
    assert!(!names(json!({ "body": [{ "code": 1 }] })).contains(&"in a list"));
    assert_eq!(names(json!({ "body": "a\nb" })), ["after a BOM and spaces", "with CRLF"]);
    assert_eq!(form(json!({ "body": "a\nb\r\n" }), "with CRLF")["body"], "a\r\nb\r\n");
    assert_eq!(form(json!({ "headers": "A-b: C\r\nd:e" }), "fields in upper case")["headers"], "A-B: C\r\nD:e");
    assert!(names(json!({ "status": 500 })).is_empty() && names(json!(7)).is_empty());
}
