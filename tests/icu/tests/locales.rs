//! The pack that a tag finds against ICU4X: its own fixtures, and every locale that it knows likely subtags for.

use icu_locale::{Locale, LocaleCanonicalizer, LocaleExpander};
use plainly::{Explainer, Options};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The languages that we speak, by the files of our packs.
fn packs() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let names = std::fs::read_dir(folder).expect("locales").map(|entry| entry.expect("a file").file_name());
    names.filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned())).collect()
}

/// The fixtures that come with the crate.
fn fixtures(name: &str) -> Vec<(String, String)> {
    let cargo = Command::new("cargo")
        .args([
            "metadata",
            "--format-version",
            "1",
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
        ])
        .output()
        .expect("cargo metadata");
    let metadata: Value = serde_json::from_slice(&cargo.stdout).expect("metadata");
    let package =
        metadata["packages"].as_array().expect("packages").iter().find(|package| package["name"] == "icu_locale");
    let manifest = PathBuf::from(package.expect("icu_locale")["manifest_path"].as_str().expect("a path"));
    let text =
        std::fs::read_to_string(manifest.with_file_name("tests").join("fixtures").join(name)).expect("a fixture");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let member = |case: &Value, name: &str| case[name].as_str().map(String::from);
    cases.iter().filter_map(|case| Some((member(case, "input")?, member(case, "output")?))).collect()
}

fn found(tag: &str) -> String {
    Explainer::new(&Options { locales: vec![tag.into()], ..Options::default() }).locale().to_owned()
}

/// What ICU4X makes of a tag: canonical, with its likely script.
fn expanded(tag: &str) -> Option<Locale> {
    let mut locale: Locale = tag.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    LocaleExpander::new_extended().maximize(&mut locale.id);
    Some(locale)
}

/// The pack for a locale of one of our languages: the one of its script, whatever the region; nothing for another language.
fn expected<'a>(locale: &Locale, packs: &'a [String]) -> Vec<&'a str> {
    let language = locale.id.language.as_str();
    // Our packs say nb, which for ICU4X is a kind of no.
    let language = if language == "no" { "nb" } else { language };
    let of_language = packs.iter().filter(|pack| pack.split('-').next() == Some(language));
    let script = locale.id.script;
    let fits = |pack: &&String| expanded(pack).is_some_and(|pack| pack.id.script == script);
    let fitting: Vec<&str> = of_language.clone().filter(fits).map(String::as_str).collect();
    if fitting.is_empty() {
        // Another script is better than another language.
        return of_language.map(String::as_str).collect();
    }
    fitting
}

fn check(tags: impl IntoIterator<Item = String>, least: usize) {
    let packs = packs();
    let (mut seen, mut wrong) = (0, Vec::new());
    for tag in tags {
        let Some(locale) = expanded(&tag) else { continue };
        let expected = expected(&locale, &packs);
        // What begins with no language names none: "und" is nobody's. Montenegrin is Serbian in Latin letters for us
        // wherever it is read; for ICU4X only where no other place is named.
        if expected.is_empty() || tag.starts_with("und") || tag == "cnr-BA" {
            continue;
        }
        seen += 1;
        let found = found(&tag);
        if !expected.contains(&found.as_str()) {
            wrong.push(format!("{tag} finds {found}, not one of {expected:?}"));
        }
    }
    println!("{seen} tags of our languages");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= least, "{seen} tags");
}

#[test]
fn fixtures_of_icu4x() {
    let names = ["maximize.json", "minimize.json", "canonicalize.json"];
    check(names.iter().flat_map(|name| fixtures(name)).flat_map(|(input, output)| [input, output]), 60);
}

/// Each of our languages with every script and region that CLDR's likely subtags name for it.
#[test]
fn likely_subtags() {
    const REGIONS: &str =
        "AF AO AR AT AU AZ BA BR CA CC CH CN DE EG ES FR GB GE GQ HK ID IN IQ IR KZ MD ME MN MO MX MY MZ \
        PH PK PT RO RS RU SG TH TL TR TW UA US UZ VN XK";
    const SCRIPTS: [&str; 5] = ["", "-Latn", "-Cyrl", "-Arab", "-Hant"];
    let mut tags = Vec::new();
    for pack in packs() {
        let language = pack.split('-').next().unwrap_or_default().to_owned();
        for script in SCRIPTS {
            tags.push(format!("{language}{script}"));
            tags.extend(REGIONS.split_whitespace().map(|region| format!("{language}{script}-{region}")));
        }
    }
    tags.sort();
    tags.dedup();
    check(tags, 5_000);
}
