//! Which of the languages there are a viewer reads best: CLDR's language matching (TR35, "Enhanced Language Matching"),
//! with the tables of `cldr.rs`.

use super::cldr::{HOMES, NEAR_SCRIPTS, PARADIGMS, REGIONS, RELATED, ROMANISED, SCRIPTS};
use super::tag::{canonical, subtags};
use crate::text::{number, split, split_first, split_once, trim};
use crate::value::head;

/// Tags of one request that are looked at; devices report at most a handful.
const MOST: usize = 32;
/// Bytes of one item: what `pkg/src/facts/plain.js` keeps of a text, and more than a browser sends.
const LONGEST: usize = 2048;

// Distances are twice those of CLDR, so that there is something between them. They are signed because the optimising
// compiler of V8 before 5.9 goes wrong where the JavaScript build looks for the least of unsigned numbers.
/// From here on a language is no help.
const THRESHOLD: i32 = 100;
/// What the next wanted language is behind the one before: more than a dialect (10) and less than another language that
/// most of its readers know (20). CLDR's implementations take 5, which makes English of `yue, en`.
const NEXT: i32 = 22;
/// Better than nothing: the language, though in another script.
const LAST: i32 = 10_000;

/// Where among the available languages those are that the requested ones find, best first, each once, and with them what
/// is near enough to help out where a pack lacks words.
///
/// Each requested item may be a tag in any form or an Accept-Language value (RFC 9110 section 12.5.4); those available are
/// canonical.
pub(crate) fn negotiate(requested: &[String], available: &[&str]) -> Vec<usize> {
    let mut wanted: Vec<String> = Vec::new();
    for item in requested.iter().take(MOST) {
        ranges(item, &mut wanted);
    }
    let mut distances = vec![i32::MAX; available.len()];
    for (n, wanted) in wanted.iter().enumerate() {
        let near = neighbours(subtags(wanted).0);
        for (ours, best) in available.iter().zip(&mut distances) {
            if let Some(far) = distance(wanted, ours, &near) {
                *best = (*best).min(far + NEXT * n as i32);
            }
        }
    }
    let mut found: Vec<usize> = Vec::new();
    // There are few; what sorts them takes 350 bytes of brotli.
    loop {
        let mut best = i32::MAX;
        let mut nearest = 0;
        for (at, &distance) in distances.iter().enumerate() {
            if distance < best {
                (best, nearest) = (distance, at);
            }
        }
        if best == i32::MAX {
            return found;
        }
        distances[nearest] = i32::MAX;
        if !found.iter().any(|&at| available[at] == available[nearest]) {
            found.push(nearest);
        }
    }
}

/// How far the language that is wanted is from one that there is; nothing when that is no help. `near` are the
/// languages that its readers read, each with its distance.
fn distance(wanted: &str, ours: &str, near: &[(&str, i32)]) -> Option<i32> {
    let (our_language, our_script, our_region) = subtags(ours);
    let mut far = near.iter().find(|(language, _)| *language == our_language)?.1;
    let (language, mut script, region) = subtags(wanted);
    // Pseudo-locales are for those who ask for them.
    if matches!(our_region, "XA" | "XB") && region != our_region {
        return None;
    }
    if script.is_empty() {
        script = meant(language, region);
    }
    if script.is_empty() {
        script = meant(our_language, "");
    }
    let our_script = if our_script.is_empty() { meant(our_language, our_region) } else { our_script };
    // A language with one script needs none.
    if !script.is_empty() && !our_script.is_empty() && script != our_script {
        far += match () {
            () if NEAR_SCRIPTS.split_ascii_whitespace().any(|known| known == our_language) => 10,
            () if script == "Latn" && ROMANISED.split_ascii_whitespace().any(|known| known == our_language) => 40,
            () => return Some(LAST),
        };
    }
    far += regions(our_language, region, our_region);
    (far < THRESHOLD).then_some(far)
}

/// A language, and those of ours that its readers read, each with its distance.
fn neighbours(language: &str) -> Vec<(&str, i32)> {
    let mut near = vec![(language, 0)];
    let mut group = ("", 0);
    for word in RELATED.split_ascii_whitespace() {
        if let (Some(distance), Some(ours)) = (word.get(..2).and_then(number), word.get(2..)) {
            group = (ours, distance as i32 * 2);
        } else if word == language {
            near.push(group);
        }
    }
    near
}

/// The script that is meant where none is named; empty where there is only one.
fn meant(language: &str, region: &str) -> &'static str {
    let (mut script, mut found) = ("", "");
    for word in SCRIPTS.split_ascii_whitespace() {
        let (tag, place) = split_first(word, b'-');
        if word.as_bytes()[0].is_ascii_uppercase() {
            script = word;
        } else if tag == language && (place == region || place.is_empty() && found.is_empty()) {
            found = script;
            if place == region {
                break;
            }
        }
    }
    found
}

/// How far apart two regions are for the readers of a language.
fn regions(language: &str, wanted: &str, ours: &str) -> i32 {
    let home = HOMES.split_ascii_whitespace().filter_map(|tag| split_once(tag, b'-')).find(|(tag, _)| *tag == language);
    let at_home = |region| if let (Some((_, home)), "") = (home, region) { home } else { region };
    let (from, to) = (at_home(wanted), at_home(ours));
    if from == to {
        // What names it is nearer than what means it.
        return i32::from(wanted != ours);
    }
    let across = home.is_some() && within(language, from) != within(language, to);
    // What is for the whole of a language, or of a part of it, is a little nearer than another region's.
    let whole = ours.is_empty()
        || PARADIGMS.split_ascii_whitespace().any(|tag| split_once(tag, b'-') == Some((language, ours)));
    8 + 2 * i32::from(across) - i32::from(whole)
}

/// Whether a region is one of those whose readers are nearer to each other.
fn within(language: &str, region: &str) -> bool {
    let (mut names, mut ours) = (false, false);
    REGIONS.split_ascii_whitespace().any(|word| {
        if word.as_bytes()[0].is_ascii_lowercase() {
            // The names of a group stand before its regions.
            ours = word == language || names && ours;
            names = true;
            return false;
        }
        names = false;
        ours && word == region
    })
}

/// Adds the tags of one item, those with the highest quality first.
fn ranges(item: &str, wanted: &mut Vec<String>) {
    let item = head(item, LONGEST);
    // Each time those of the highest quality below the last one's. Few are ever sent; what sorts them takes 350 bytes.
    let mut last = u32::MAX;
    loop {
        let mut best = 0;
        for range in split(item, |b| b == b',').take(MOST) {
            let (_, quality) = weighed(range);
            if quality < last {
                best = best.max(quality);
            }
        }
        if best == 0 {
            return;
        }
        for range in split(item, |b| b == b',').take(MOST) {
            let (tag, quality) = weighed(range);
            if let Some(tag) = canonical(tag).filter(|_| quality == best) {
                if wanted.len() < MOST && !wanted.contains(&tag) {
                    wanted.push(tag);
                }
            }
        }
        last = best;
    }
}

/// `de;q=0.85` → `de`, 850
fn weighed(range: &str) -> (&str, u32) {
    let (tag, parameter) = split_first(range, b';');
    (tag, trim(parameter).strip_prefix("q=").map_or(1000, quality))
}

/// `0.85` → 850
fn quality(text: &str) -> u32 {
    let (whole, fraction) = split_first(text, b'.');
    if whole != "0" {
        return 1000;
    }
    let mut thousandths = 0;
    for (digit, place) in fraction.bytes().zip([100, 10, 1]) {
        if digit.is_ascii_digit() {
            thousandths += u32::from(digit - b'0') * place;
        }
    }
    thousandths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among(wanted: &[&str], available: &[&str]) -> Vec<String> {
        let wanted: Vec<String> = wanted.iter().map(|tag| String::from(*tag)).collect();
        negotiate(&wanted, available).into_iter().map(|at| available[at].into()).collect()
    }

    fn of(wanted: &[&str]) -> Vec<String> {
        among(wanted, &["en", "de", "ja", "ar", "zh-Hant"])
    }

    #[test]
    fn a_regional_tag_finds_its_language() {
        assert_eq!(of(&["de-AT"]), ["de"]);
        assert_eq!(of(&["zh-Hant-HK"]), ["zh-Hant"]);
        assert_eq!(of(&["ar_EG.UTF-8", "jpn"]), ["ar", "ja"]);
    }

    #[test]
    fn the_best_comes_first_and_each_once() {
        assert_eq!(of(&["fr", "de-AT", "de"]), ["de"]);
        assert_eq!(of(&["de;q=0.5, ja, en;q=0.85, ar;q=0"]), ["ja", "en", "de"]);
    }

    #[test]
    fn of_a_long_item_the_head_is_looked_at() {
        assert_eq!(of(&[&format!("de-AT,{},ja", "x".repeat(1_000_000))]), ["de"]);
        assert_eq!(of(&[&format!("de-AT;q=0.1,{},ja", "é".repeat(1_000_000))]), ["de"]);
    }

    #[test]
    fn nothing_found_is_nothing() {
        assert!(of(&["", "C", "xx-YY", "*", "qaa"]).is_empty());
    }

    #[test]
    fn packs_that_an_operator_brings_are_found_by_nearness() {
        let packs = ["en", "de", "es", "es-419", "pt-BR", "de-AT", "de-CH", "en-GB", "es-MX", "en-XA"];
        let cases: [(&[&str], &[&str]); 10] = [
            (&["de-AT"], &["de-AT", "de", "de-CH"]),
            (&["de-LI"], &["de", "de-AT", "de-CH"]),
            (&["en-NZ"], &["en-GB", "en"]),
            (&["en-PH"], &["en", "en-GB"]),
            (&["es-CO"], &["es-419", "es-MX", "es"]),
            (&["es-MX"], &["es-MX", "es-419", "es"]),
            (&["es-GQ"], &["es", "es-419", "es-MX"]),
            (&["pt-AO"], &["pt-BR"]),
            (&["es-ES"], &["es", "es-419", "es-MX"]),
            (&["en-XA"], &["en-XA", "en-GB", "en"]),
        ];
        for (wanted, found) in cases {
            assert_eq!(among(wanted, &packs), found, "{wanted:?}");
        }
    }

    #[test]
    fn another_script_is_better_than_another_language_but_for_one_that_is_wanted_too() {
        assert_eq!(among(&["zh-Hans"], &["en", "zh-Hant", "de"]), ["zh-Hant"]);
        assert_eq!(among(&["zh-Hans", "de"], &["en", "zh-Hant", "de"]), ["de", "zh-Hant"]);
        assert_eq!(among(&["sr-Latn", "de"], &["en", "sr", "de"]), ["sr", "de"]);
        assert_eq!(among(&["xx-Cyrl"], &["en", "xx"]), ["xx"]);
    }

    #[test]
    fn a_dialect_finds_its_language_before_the_next_one_and_a_neighbour_does_not() {
        assert_eq!(among(&["yue", "en"], &["en", "zh-Hans", "zh-Hant"]), ["zh-Hant", "en", "zh-Hans"]);
        assert_eq!(among(&["br", "en"], &["en", "fr"]), ["en", "fr"]);
        assert_eq!(among(&["br"], &["en", "fr"]), ["fr"]);
    }
}
