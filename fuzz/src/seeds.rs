//! The project's own data as seeds, in the forms that the targets read.

use serde_json::Value;
use std::fs;
use std::path::Path;

fn texts(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    // The same order everywhere makes the same campaign everywhere.
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a text")).collect()
}

fn cases() -> Vec<Value> {
    texts("tests/cases").iter().flat_map(|text| serde_json::from_str::<Vec<Value>>(text).expect("cases")).collect()
}

/// Every case with a failure, as `fuzz_targets/read.rs` describes it.
pub fn read() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> =
        cases().iter().filter_map(|case| call(case.get("failure")?, &case["context"])).collect();
    seeds.sort();
    seeds.dedup();
    seeds
}

fn call(failure: &Value, context: &Value) -> Option<Vec<u8>> {
    let failure = failure.as_object()?;
    let cause = failure.get("cause").map_or("", |_| "connection_failed");
    let first = failure.get("status").map_or(cause.into(), Value::to_string);
    let mut text = format!("{first} {context}\n");
    let mut field = |name: &str, value: &Value| {
        for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
            let value = value.as_str().map_or_else(|| value.to_string(), String::from);
            text.push_str(&format!("{name}: {}\n", value.replace('\n', " ")));
        }
    };
    match failure.get("headers") {
        Some(Value::Object(fields)) => fields.iter().for_each(|(name, value)| field(name, value)),
        Some(Value::Array(pairs)) => pairs.iter().for_each(|pair| field(pair[0].as_str().unwrap_or("x"), &pair[1])),
        _ => {}
    }
    text.push('\n');
    match failure.get("body") {
        Some(Value::String(body)) => text.push_str(body),
        Some(body) => text.push_str(&body.to_string()),
        None => {}
    }
    Some(text.into_bytes())
}

/// Our catalogs and packs in pieces of a few codes or messages, which mutate better than whole ones, and what the
/// cases lay over ours.
pub fn config() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for text in texts("catalogs").iter().chain(&texts("locales")) {
        let whole: Value = serde_json::from_str(text).expect("JSON");
        for part in ["codes", "messages"] {
            let members: Vec<_> = whole[part].as_object().into_iter().flatten().collect();
            for some in members.chunks(12) {
                let mut piece = whole.clone();
                piece[part] = some.iter().map(|(key, value)| ((*key).clone(), (*value).clone())).collect();
                seeds.push(piece.to_string().into_bytes());
            }
        }
    }
    let tables = texts("tests/schemas").into_iter();
    for row in tables.flat_map(|text| serde_json::from_str::<Vec<Value>>(&text).expect("a table")) {
        seeds.push(row["data"].to_string().into_bytes());
    }
    for case in cases() {
        for list in ["packs", "catalogs"] {
            let given = case["options"][list].as_array().into_iter().flatten();
            seeds.extend(given.map(|value| value.to_string().into_bytes()));
        }
    }
    seeds.sort();
    seeds.dedup();
    seeds
}

/// Writes each seed into a file of its own.
pub fn write(folder: &str, seeds: &[Vec<u8>]) {
    fs::create_dir_all(folder).expect("a folder");
    for (at, seed) in seeds.iter().enumerate() {
        fs::write(format!("{folder}/seed-{at:04}"), seed).expect("a file");
    }
}
