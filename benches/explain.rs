//! How long explaining takes: `cargo bench`. Fails when it grows with the body beyond what is read of one.
//! In Node.js, through the built package: `tools/bench/bench.mjs`.

#[path = "../tests/common/mod.rs"]
#[allow(dead_code)] // the tests of words use more of it
mod common;
#[path = "../tests/common/sound.rs"]
#[allow(dead_code)] // the properties do
mod sound;

use plainly::{Context, Explainer, Failure, Options};
use serde_json::{json, Value};
use sound::plain;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

/// A body ten times as long may take so many times longer, beyond the bound: noise, and finding its end.
const FLAT: f64 = 3.0;

/// As many catalogs and codes as an app may bring may take so many times longer than one.
const MANY: f64 = 1.2;

fn main() {
    // `cargo test --all-targets` asks whether it runs, not how fast.
    let quick = !std::env::args().any(|argument| argument == "--bench");
    cases(if quick { 1 } else { 9 });
    let (bodies, catalogs) = (growth(if quick { 1 } else { 15 }), many(if quick { 1 } else { 25 }));
    if !(quick || bodies && catalogs) {
        eprintln!("time grows with the body beyond its bound, or with the catalogs");
        std::process::exit(1);
    }
}

/// The shortest of so many runs of some 100 µs, in nanoseconds for one call.
fn nanoseconds<T>(runs: usize, mut work: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    let once = start.elapsed().as_nanos().max(1);
    let times = (100_000 / once).clamp(1, 10_000) as u32;
    let mut best = f64::MAX;
    for _ in 0..runs {
        let start = Instant::now();
        for _ in 0..times {
            black_box(work());
        }
        best = best.min(start.elapsed().as_nanos() as f64 / f64::from(times));
    }
    best
}

fn cases(runs: usize) {
    println!("{:12}{:>8}{:>12}{:>12}{:>12}  slowest", "explain", "cases", "retry ns", "median ns", "slowest ns");
    let mut explainers: BTreeMap<String, Explainer> = BTreeMap::new();
    for (file, text) in common::json_files("tests/cases") {
        let cases: Vec<Value> = serde_json::from_str(&text).expect("cases");
        let mut times: Vec<(f64, &str)> = Vec::new();
        // The retry decision alone: everything but the words.
        let mut decisions: Vec<f64> = Vec::new();
        for case in cases.iter().filter(|case| case.get("failure").is_some()) {
            let names = case["catalogs"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let new = || {
                let mut options = Options::from(plain(&case["options"]));
                options.catalogs.splice(0..0, names.filter_map(plainly::catalog));
                Explainer::new(&options)
            };
            let key = format!("{}{}", case["catalogs"], case["options"]);
            let explainer = explainers.entry(key).or_insert_with(new);
            let (failure, context) = (Failure::from(plain(&case["failure"])), Context::from(plain(&case["context"])));
            decisions.push(nanoseconds(runs, || explainer.retry(&failure, &context)));
            times.push((
                nanoseconds(runs, || explainer.explain(&failure, &context)),
                case["name"].as_str().unwrap_or(""),
            ));
        }
        times.sort_by(|one, other| one.0.total_cmp(&other.0));
        decisions.sort_by(f64::total_cmp);
        let decision = decisions.get(decisions.len() / 2).copied().unwrap_or_default();
        if let (Some((median, _)), Some((slowest, name))) = (times.get(times.len() / 2), times.last()) {
            println!("{file:12}{:>8}{decision:>12.0}{median:>12.0}{slowest:>12.0}  {name}", times.len());
        }
    }
}

/// The same error in a longer and longer body.
fn growth(runs: usize) -> bool {
    const SIZES: [(&str, usize); 6] =
        [("1 kB", 1), ("10 kB", 10), ("100 kB", 100), ("256 kB", 256), ("1 MB", 1024), ("10 MB", 10 * 1024)];
    let string = |size: usize| json!({ "error": { "code": 490 }, "x": "x".repeat(size - 32) }).to_string();
    let members = |size: usize| format!("{{\"error\":{{\"code\":490}},\"x\":[{}0]}}", "1,".repeat(size / 2 - 18));
    let page = |size: usize| format!("<html>{}", "<p>".repeat((size - 6) / 3));
    let kinds: [(&str, &dyn Fn(usize) -> String); 3] =
        [("a long string", &string), ("many values", &members), ("a page", &page)];

    println!("\n{:12}{:>26}{:>26}{:>26}", "body", kinds[0].0, kinds[1].0, kinds[2].0);
    println!("{:12}{}", "µs", format!("{:>13}{:>13}", "read", "explain").repeat(3));
    let explainer = Explainer::builtin();
    let context = Context::new(1_795_176_000_000, 0.5);
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (name, kilobytes) in SIZES {
        let mut row = Vec::new();
        for (_, body) in &kinds {
            let text = body(kilobytes * 1024);
            assert!(text.len() <= kilobytes * 1024);
            let failure = Failure::response(401).text(&text);
            row.push(nanoseconds(runs, || Failure::response(401).text(&text)));
            row.push(nanoseconds(runs, || explainer.explain(&failure, &context)));
        }
        let columns: String = row.iter().map(|ns| format!("{:>13.1}", ns / 1000.0)).collect();
        println!("{name:12}{columns}");
        rows.push(row);
    }
    let [.., one, ten] = &rows[..] else { return true };
    one.iter().zip(ten).all(|(one, ten)| *ten <= one * FLAT)
}

/// A hundred catalogs of a hundred codes, beside one.
fn many(runs: usize) -> bool {
    let catalog = |provider: &str, codes: usize| {
        let code = |n: usize| (format!("{provider}-{n}"), json!({ "reason": "not_entitled", "status": 403 }));
        let sentence = |n: usize| (format!("{provider} says {n}"), json!(format!("{provider}-{n}")));
        plain(&json!({
            "provider": provider,
            "codeAt": [format!("{provider}.code"), "fault.id"],
            "mark": [format!("{provider}.mark")],
            "claims": true,
            "codes": (0..codes).map(code).collect::<serde_json::Map<_, _>>(),
            "sentences": (0..10).map(sentence).collect::<serde_json::Map<_, _>>(),
        }))
    };
    let explainer = |count: usize, codes: usize, provider: Option<&str>| {
        let catalogs = (0..count).map(|n| catalog(&format!("p{n}"), codes)).collect();
        Explainer::new(&Options { catalogs, provider: provider.map(String::from), ..Options::default() })
    };
    let context = Context::new(1_795_176_000_000, 0.5);
    let bodies = [
        ("a code of the first", json!({ "fault": { "id": "p0-7" }, "message": "no", "requestId": "r-1" })),
        ("a code of nobody", json!({ "error": { "code": 77, "message": "no" }, "requestId": "r-1" })),
        ("a sentence of nobody", json!({ "message": "no such luck", "requestId": "r-1" })),
    ];
    println!("\n{:26}{:>12}{:>12}{:>12}{:>9}", "explain, ns", "1 catalog", "10,000 codes", "100 x 100", "at most");
    let mut flat = true;
    for stated in [None, Some("p0")] {
        let few = explainer(1, 100, stated);
        let (large, many) = (explainer(3, 3_334, stated), explainer(100, 100, stated));
        for (name, body) in &bodies {
            let failure = Failure::response(403).text(&body.to_string());
            let [few, large, many] =
                [&few, &large, &many].map(|explainer| nanoseconds(runs, || explainer.explain(&failure, &context)));
            let name = format!("{name}{}", if stated.is_some() { ", stated" } else { "" });
            println!("{name:26}{few:>12.0}{large:>12.0}{many:>12.0}{MANY:>9}");
            flat &= large <= few * MANY && many <= few * MANY;
        }
    }
    flat
}
