//! What holds for any call and any options, with values that nobody thought of.
//!
//! The seed is fixed, so that a run means the same everywhere; `PROPTEST_RNG_SEED=7` and `PROPTEST_CASES=5000` look
//! further. What is found becomes a case of `tests/cases/`.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/buttons.rs"]
mod buttons;
#[path = "common/calls.rs"]
mod calls;
#[allow(dead_code)] // columns are for the tests of words
mod common;
#[path = "common/configs.rs"]
mod configs;
#[path = "common/sound.rs"]
mod sound;
#[path = "common/values.rs"]
mod values;

use calls::{context, failure, mutated_call, with_secret, Call};
use configs::{calls_of, catalog, pack};
use plainly::{Explainer, Options, Report};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{json, Value};
use sound::{is_unfit, plain};
use std::sync::OnceLock;
use values::{hostile, json};

const LOCALES: [&str; 4] = ["en", "de", "ja", "ar"];
const CATALOGS: [&str; 4] = ["aws", "stalker", "stripe", "google-rpc"];

/// Default but for the numbers, which the environment may set.
fn config(cases: u32) -> ProptestConfig {
    let asked = |name| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    ProptestConfig {
        cases: asked("PROPTEST_CASES").map_or(cases, |cases| cases as u32),
        rng_seed: RngSeed::Fixed(asked("PROPTEST_RNG_SEED").unwrap_or(490)),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Our own words in each language, with some catalogs that share codes.
fn explainers() -> &'static [Explainer] {
    static ALL: OnceLock<Vec<Explainer>> = OnceLock::new();
    ALL.get_or_init(|| {
        let catalogs: Vec<plainly::Value> = CATALOGS.iter().filter_map(|name| plainly::catalog(name)).collect();
        let new = |locale: &&str| {
            let options = Options { locales: vec![(*locale).into()], catalogs: catalogs.clone(), ..Options::default() };
            Explainer::new(&options)
        };
        LOCALES.iter().map(new).collect()
    })
}

/// What a pack or catalog that is laid over ours drops.
fn dropped(explainer: &Explainer) -> Vec<String> {
    let mut faults = Vec::new();
    for report in explainer.reports() {
        if let Report::DroppedEntry { fault, .. } = report {
            faults.push(fault.to_string());
        }
    }
    // The parser of the tests sorts members, ours does not.
    faults.sort();
    faults
}

fn found(json: &Value) -> Vec<String> {
    let mut faults: Vec<String> = plainly::validate(&json.to_string()).iter().map(ToString::to_string).collect();
    faults.sort();
    faults
}

fn laid_over(packs: Vec<Value>, catalogs: Vec<Value>) -> Explainer {
    let provider = catalogs.first().map_or(Value::Null, |catalog| catalog["provider"].clone());
    let locales: Vec<Value> = packs.iter().map(|pack| pack["locale"].clone()).collect();
    let options = json!({ "packs": packs, "catalogs": catalogs, "provider": provider, "locales": locales });
    Explainer::new(&Options::from(plain(&options)))
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_call_has_a_sound_notice(call in failure(), context in context(), at in 0..LOCALES.len()) {
        let Call { failure, .. } = call;
        prop_assert_eq!(sound::faults(&explainers()[at], [(&failure, &context)]), None);
    }

    #[test]
    fn a_real_call_that_was_damaged_has_a_sound_notice(call in mutated_call(), at in 0..LOCALES.len()) {
        prop_assert_eq!(sound::faults(&explainers()[at], [(&call.failure, &call.context)]), None);
        let notice = explainers()[at].explain(&call.failure, &call.context);
        prop_assert_eq!(buttons::buttons(&serde_json::to_value(&notice).expect("JSON")), None);
    }

    #[test]
    fn words_come_from_packs_alone(call in failure(), context in context(), at in 0..LOCALES.len()) {
        let explainer = &explainers()[at];
        let notice = explainer.explain(&call.failure, &context);
        let code = notice.code.clone();
        // The same reason without anything that a server wrote: a code of its own and nothing else.
        let bare = plainly::Failure { headers: Default::default(), body: Default::default(), ..call.failure.clone() };
        let said = explainer.explain(&bare, &context);
        let told = |retry: &plainly::Retry| matches!(retry, plainly::Retry::Auto { .. } | plainly::Retry::Never);
        if !notice.known && notice.reason == said.reason && told(&notice.retry) && told(&said.retry) {
            prop_assert_eq!((&notice.title, &notice.message), (&said.title, &said.message));
        }
        prop_assert!(notice.text.contains(&code), "{:?} lacks {code}", notice.text);
        prop_assert!(notice.text.contains(&notice.message) && !notice.message.contains(&call.marker));
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_secret_stays_where_it_is(call in failure(), context in context(), secret in "[A-Za-z0-9]{32}") {
        let failure = with_secret(&call, &secret);
        let notice = explainers()[0].explain(&failure, &context);
        let told = format!("{} {:?}", serde_json::to_value(&notice).expect("JSON"), notice.report());
        prop_assert!(!told.contains(&secret), "{told}");
        prop_assert!(!told.contains(&secret[..16]), "{told}");
    }

    #[test]
    fn a_catalog_does_no_harm(catalog in catalog(), call in failure(), context in context()) {
        let explainer = laid_over(vec![], vec![catalog.clone()]);
        // Beside packs an explainer also sees what no pack has words for.
        let mut all = dropped(&explainer);
        let mut alone = found(&catalog);
        for faults in [&mut all, &mut alone] {
            faults.retain(|fault| !fault.contains("expected a key of a pack"));
        }
        prop_assert_eq!(alone, all);
        prop_assert_eq!(sound::faults(&explainer, [(&call.failure, &context)]), None);
        for failure in calls_of(&catalog) {
            prop_assert_eq!(sound::faults(&explainer, [(&failure, &context)]), None);
        }
    }

    #[test]
    fn a_pack_does_no_harm(pack in pack(), call in failure(), context in context(), delay in any::<u64>()) {
        let explainer = laid_over(vec![pack.clone()], vec![]);
        prop_assert_eq!(found(&pack), dropped(&explainer));
        prop_assert_eq!(sound::faults(&explainer, [(&call.failure, &context)]), None);
        prop_assert!(!explainer.countdown(delay).trim().is_empty());
    }

    #[test]
    fn validating_names_places_for_any_text(text in prop_oneof![hostile(), json().prop_map(|json| json.to_string())]) {
        for fault in plainly::validate(&text) {
            let line = fault.to_string();
            prop_assert!(!line.chars().any(|c| is_unfit(c, false)), "{line:?}");
            prop_assert!(!fault.expected().is_empty());
        }
    }

    #[test]
    fn nonsense_as_options_does_no_harm(json in json(), call in failure(), context in context()) {
        let options = json!({ "packs": [json], "catalogs": [json], "locales": json, "provider": json, "actions": json });
        let mut options = Options::from(plain(&options));
        // Whoever can do nothing gets no buttons, which is sound.
        options.actions = options.actions.filter(|able| !able.is_empty());
        prop_assert_eq!(sound::faults(&Explainer::new(&options), [(&call.failure, &context)]), None);
    }

    #[test]
    fn a_countdown_says_something(delay in prop_oneof![any::<u64>(), 0..200_000_u64, Just(u64::MAX)]) {
        for explainer in explainers() {
            let words = explainer.countdown(delay);
            prop_assert!(!words.trim().is_empty() && !words.contains(['{', '}', '$']), "{words:?}");
            prop_assert!(!words.chars().any(|c| is_unfit(c, true)), "{words:?}");
            prop_assert_eq!(words == explainer.countdown(0), delay == 0, "{} ms", delay);
        }
    }
}

/// The oracle itself can fail.
#[test]
fn an_unsound_notice_is_found() {
    let notice = explainers()[0].explain(&plainly::Failure::response(401), &plainly::Context::new(0, 0.5));
    assert_eq!(sound::fault(&notice), None);
    let broken = |change: fn(&mut plainly::Notice)| {
        let mut notice = notice.clone();
        change(&mut notice);
        sound::fault(&notice)
    };
    let changes: [fn(&mut plainly::Notice); 8] = [
        |notice| notice.title = " ".into(),
        |notice| notice.spoken.push('\u{202e}'),
        |notice| notice.title.push('\u{200e}'),
        |notice| notice.code = "9".repeat(65),
        |notice| notice.code.clear(),
        |notice| notice.request_id = Some("<b>".into()),
        |notice| notice.locale = "ar".into(),
        |notice| notice.retry = plainly::Retry::Deferred { delay_ms: 2_147_484_000 },
    ];
    for (at, change) in changes.into_iter().enumerate() {
        assert!(broken(change).is_some(), "change {at}");
    }
    assert!(
        is_unfit('\u{200f}', false)
            && !is_unfit('\u{200f}', true)
            && is_unfit('\u{2066}', true)
            && !is_unfit('ä', false)
    );
}
