//! `RateLimit` against the records of httpwg/structured-field-tests, as far as Lists of Items with parameters go.
//!
//! The field is read through a notice: a record is built into a field that asks for 7 seconds, and the field was read
//! if the notice says so. `CONFORMANCE_DIR` names the folder that holds `structured-field-tests`.

#![cfg(not(target_arch = "wasm32"))]

use plainly::{Context, Explainer, Failure, Retry};
use serde_json::Value;
use std::path::Path;

/// Files whose records are all about what `RateLimit` has none of.
const OUT_OF_SCOPE: [(&str, &str); 4] = [
    ("dictionary", "Dictionaries"),
    ("param-dict", "Dictionaries"),
    ("listlist", "Inner Lists"),
    ("param-listlist", "Inner Lists"),
];

/// The seconds that a 429 with this field asks to wait, as far as they can be seen.
fn asked(explainer: &Explainer, field: &str) -> Option<u64> {
    let mut failure = Failure::response(429);
    failure.headers.push("RateLimit", field);
    // Without a hint the window is a second, with one it is the spread.
    let context = Context { spread_ms: 8000, ..Context::new(0, 0.5) };
    match explainer.explain(&failure, &context).retry {
        Retry::Auto { delay_ms, .. } | Retry::Deferred { delay_ms } => {
            // Half of the wait, or of the spread, lies on top.
            let asked = if delay_ms < 24_000 - 4000 { delay_ms.checked_sub(4000)? } else { delay_ms / 5 * 4 };
            Some(u64::from(asked) / 1000)
        }
        Retry::Never => Some(u64::MAX),
        other => panic!("{field}: {other:?}"),
    }
}

/// What a record becomes: fields that must ask for so many seconds when the record is well-formed.
fn fields(raw: &str, record: &Value) -> Vec<(String, u64)> {
    let kind = record["header_type"].as_str().unwrap_or_default();
    let raw = raw.trim_matches(' ');
    if kind == "list" {
        return vec![(format!("{raw}, \"x\";r=0;t=7"), 7)];
    }
    let mut fields = vec![(format!("\"x\";r=0;t=7;p={raw}"), 7), (format!("{raw}, \"x\";r=0;t=7"), 7)];
    let value = &record["expected"][0];
    if record["must_fail"] == true || value.is_string() {
        // What fails at `t` fails at a name too.
        fields.push((format!("{raw};r=0;t=7"), 7));
    }
    if let Some(seconds) = value.as_u64().filter(|_| !raw.starts_with('-')) {
        fields.push((format!("\"x\";r=0;t={raw}"), if seconds > 86_400 { u64::MAX } else { seconds }));
    }
    fields
}

/// Why a record says nothing about `RateLimit`.
fn out_of_scope(record: &Value, raw: &str) -> Option<&'static str> {
    let must_fail = record["must_fail"] == true;
    if record["header_type"] == "dictionary" {
        return Some("Dictionaries");
    }
    if record["can_fail"] == true {
        return Some("what a parser may decide");
    }
    if raw.contains('(') && !must_fail {
        return Some("Inner Lists");
    }
    if raw.is_empty() && !must_fail {
        return Some("an empty List asks for nothing");
    }
    if raw.trim() != raw.trim_matches(' ') {
        return Some("white space around a field, which is gone when it is read");
    }
    if must_fail && record["header_type"] == "item" && raw.contains(',') && !raw.starts_with('"') {
        return Some("two Items where one may be, which is a List");
    }
    if raw.len() > 1000 {
        return Some("longer than a header value is read");
    }
    if raw.starts_with('%') && must_fail && raw.matches('%').count() > 1 {
        return Some("what a Display String decodes to");
    }
    None
}

#[test]
fn rate_limit_is_a_structured_field() {
    let folder = std::env::var_os("CONFORMANCE_DIR").unwrap_or_default();
    let folder = Path::new(&folder).join("structured-field-tests");
    if !folder.is_dir() {
        println!(
            "skipped: CONFORMANCE_DIR has no structured-field-tests; `make test-conformance` says how to get them"
        );
        return;
    }
    let explainer = Explainer::builtin();
    let (mut run, mut wrong, mut skipped) = (0, Vec::new(), std::collections::BTreeMap::<String, u32>::new());
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("one").path()).collect();
    names.sort();
    for path in names.iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let name = path.file_stem().expect("a name").to_string_lossy();
        let text = std::fs::read_to_string(path).expect("a text");
        let records: Vec<Value> = serde_json::from_str(&text).expect("records");
        for record in &records {
            let lines: Vec<&str> = record["raw"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let raw = lines.join(", ");
            let whole = OUT_OF_SCOPE.iter().find(|(file, _)| *file == name).map(|(_, why)| *why);
            if let Some(why) = whole.or_else(|| out_of_scope(record, &raw)) {
                *skipped.entry(why.into()).or_default() += 1;
                continue;
            }
            for (field, seconds) in fields(&raw, record) {
                run += 1;
                let expected = (record["must_fail"] != true).then_some(seconds);
                let found = asked(&explainer, &field);
                if found != expected {
                    wrong.push(format!("{name}, {}: {field:?} asks for {found:?}, not {expected:?}", record["name"]));
                }
            }
        }
    }
    println!("{run} fields read; records out of scope: {skipped:?}");
    assert!(run > 1000, "only {run} fields");
    assert!(wrong.is_empty(), "{} of {run}:\n{}", wrong.len(), wrong.join("\n"));
}
