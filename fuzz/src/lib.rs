//! What is fuzzed: bytes in, no panic out. Without libFuzzer too, so that every test run can do it.

#![forbid(unsafe_code)]

#[path = "../../tests/common/sound.rs"]
mod sound;

use plainly::{Announced, Context, Explainer, Failure, Options, Reason, Report, Saying};
use serde_json::{json, Value};
use sound::plain;
use std::sync::OnceLock;

/// Our own catalogs that an app loads by name.
const CATALOGS: [&str; 32] = [
    "adobe-concurrency", "adyen", "akamai", "apollo", "auth0", "aws", "braintree", "brightcove", "cloudflare",
    "cloudfront", "drm-cloud", "drmtoday", "firebase-auth", "google-rpc", "jellyfin", "jw-platform", "kaltura-ott",
    "kaltura-ovp", "keycloak", "mux", "nagra-ion", "okta", "paypal", "playready", "srg", "stalker", "stripe",
    "supabase", "twitch", "vimond", "widevine", "xtream",
];

/// One with what a first download holds, and one with all: in two languages each.
fn explainers() -> &'static [Explainer] {
    static ALL: OnceLock<Vec<Explainer>> = OnceLock::new();
    ALL.get_or_init(|| {
        let all: Vec<plainly::Value> = CATALOGS.iter().filter_map(|name| plainly::catalog(name)).collect();
        assert_eq!(all.len(), CATALOGS.len());
        let new = |locale: &str, catalogs: &[plainly::Value]| {
            Explainer::new(&Options { locales: vec![locale.into()], catalogs: catalogs.into(), ..Options::default() })
        };
        vec![new("en", &[]), new("ar", &all)]
    })
}

/// A failed call; `fuzz_targets/read.rs` says how it is written.
pub fn read(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let (status, context) = first.split_once(' ').unwrap_or((first, ""));
    let mut failure = match (status.parse(), Reason::from_name(status)) {
        (Ok(status), _) => Failure::response(status),
        (_, Some(cause)) => Failure::no_response(cause),
        _ => Failure::default(),
    };
    let mut body = rest;
    while let Some((line, after)) = body.split_once('\n') {
        body = after;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        failure = failure.header(name, value);
    }
    let failure = failure.text(body);
    let context = Context::from(serde_json::from_str(context).map_or(plainly::Value::Null, |json| plain(&json)));
    for explainer in explainers() {
        if let Some(fault) = sound::faults(explainer, [(&failure, &context)]) {
            panic!("{fault}");
        }
    }
}

/// A pack or catalog; `fuzz_targets/config.rs` says what is done with it.
pub fn config(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let faults = plainly::validate(&text);
    let Some(json) = serde_json::from_str::<Value>(&text).ok().filter(Value::is_object) else { return };
    if json.get("announcements").is_some() {
        announced(&json, &faults, text.len() <= 2048 && is_shallow(&json, 10));
    }
    let is_pack = json.get("messages").is_some() || json.get("locale").is_some();
    let is_catalog = json.get("codes").is_some() || json.get("provider").is_some();
    let list = if is_pack { "packs" } else { "catalogs" };
    let options = json!({ "locales": json["locale"], "provider": json["provider"], list: [json] });
    let options = Options::from(plain(&options));
    let explainer = Explainer::new(&options);

    // Texts are read with bounds, so only what lies within them is the same both ways.
    if (is_pack || is_catalog) && text.len() <= 2048 && is_shallow(&json, 10) {
        let mut dropped = Vec::new();
        for report in explainer.reports() {
            if let Report::DroppedEntry { fault, .. } = report {
                // Only beside packs it is seen that none has an operator's words; ours are always there to be looked for.
                if is_pack || fault.expected() != "a key of a pack" {
                    dropped.push(fault.to_string());
                }
            }
        }
        let alone = faults.iter().filter(|fault| is_pack || fault.expected() != "a key of a pack");
        let mut found: Vec<String> = alone.map(ToString::to_string).collect();
        // Members that a parser drops, for a later one has the same name, may stand elsewhere.
        dropped.sort();
        found.sort();
        assert_eq!(dropped, found, "what an explainer drops is what validate finds");
    }
    assert!(!explainer.countdown(0).contains(['<', '>']) && !explainer.countdown(61_000).contains(['<', '>']));

    let context = Context::new(1_795_176_000_000, 0.5);
    let mut calls = vec![Failure::no_response(Reason::Timeout), Failure::response(503).header("retry-after", "3")];
    for (code, entry) in json["codes"].as_object().into_iter().flatten().take(4) {
        let status = entry["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(400);
        calls.push(Failure::response(status).text(&json!({ "error": { "code": code } }).to_string()));
    }
    for (sentence, _) in json["sentences"].as_object().into_iter().flatten().take(2) {
        calls.push(Failure::response(403).text(&json!({ "message": sentence }).to_string()));
    }
    // An operator's words may be empty; a failure of theirs is one of the pack's, not of ours.
    for failure in &calls {
        let fault = sound::faults(&explainer, [(failure, &context)]);
        if let Some(fault) = fault.filter(|fault| !is_pack || !fault.ends_with("is empty")) {
            panic!("{fault}");
        }
    }
}

/// A file of announcements: what is due is said, and what is left out is what `validate` finds.
fn announced(file: &Value, faults: &[plainly::Fault], is_whole: bool) {
    let saying = Saying { until: Some("6:00"), ..Saying::default() };
    let Announced { notice, reports, .. } = explainers()[0].announce(plain(file), 1_795_176_000_000, &[], &saying);
    if let Some(notice) = notice {
        for words in [&notice.title, &notice.message, &notice.text, &notice.spoken] {
            assert!(!words.is_empty() && !words.contains(['<', '>']), "{words:?} of {file}");
        }
    }
    let is_only =
        file.get("messages").is_none() && ["locale", "codes", "provider"].iter().all(|key| file.get(key).is_none());
    if is_whole && is_only {
        let told = |fault: &plainly::Fault| fault.to_string();
        let mut dropped: Vec<String> = Vec::new();
        for report in &reports {
            if let Report::DroppedEntry { fault, .. } = report {
                dropped.push(told(fault));
            }
        }
        let mut found: Vec<String> = faults.iter().map(told).collect();
        dropped.sort();
        found.sort();
        assert_eq!(dropped, found, "what an explainer drops is what validate finds");
    }
}

fn is_shallow(json: &Value, levels: usize) -> bool {
    match json {
        Value::Array(items) => levels > 0 && items.iter().all(|item| is_shallow(item, levels - 1)),
        Value::Object(members) => levels > 0 && members.values().all(|value| is_shallow(value, levels - 1)),
        _ => true,
    }
}
