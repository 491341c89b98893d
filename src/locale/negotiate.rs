//! Which of the languages there are a viewer reads best.

use super::tag::{canonical, parent};
use crate::text::{cut, list, trim};

/// Tags of one request that are looked at; devices report at most a handful.
const MOST: usize = 32;

/// The available languages that the requested ones find, best first, each once: for each tag RFC 4647's lookup, and
/// then what is less special, for what a regional pack lacks.
///
/// Each item may be a tag in any form or an Accept-Language value (RFC 9110 section 12.5.4).
pub(crate) fn negotiate(requested: &[String], available: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for item in requested.iter().take(MOST) {
        for tag in ranges(item) {
            let mut next = Some(tag.as_str());
            while let Some(tag) = next {
                if let Some(ours) = available.iter().find(|ours| *ours == tag) {
                    if !found.contains(ours) {
                        found.push(ours.clone());
                    }
                }
                next = parent(tag);
            }
        }
    }
    found
}

/// The tags of one item, those with the highest quality first.
fn ranges(item: &str) -> Vec<String> {
    let mut found = Vec::new();
    for range in list(item).take(MOST) {
        let (tag, parameter) = cut(range, b';').unwrap_or((range, ""));
        let quality = trim(parameter).strip_prefix("q=").map_or(1000, quality);
        if let Some(tag) = canonical(tag).filter(|_| quality > 0) {
            found.push((quality, tag));
        }
    }
    let mut tags = Vec::new();
    // Few are ever sent; a sort would weigh more than everything here.
    while let Some(best) = found.iter().map(|(quality, _)| *quality).max() {
        for (_, tag) in found.iter_mut().filter(|(quality, _)| *quality == best) {
            tags.push(std::mem::take(tag));
        }
        found.retain(|(quality, _)| *quality != best);
    }
    tags
}

/// `0.85` → 850
fn quality(text: &str) -> u32 {
    let (whole, fraction) = cut(text, b'.').unwrap_or((text, ""));
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

    fn of(wanted: &[&str]) -> Vec<String> {
        let owned = |tags: &[&str]| -> Vec<String> { tags.iter().map(|tag| String::from(*tag)).collect() };
        negotiate(&owned(wanted), &owned(&["en", "de", "ja", "ar", "zh-Hant"]))
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
    fn nothing_found_is_nothing() {
        assert!(of(&["", "C", "xx-YY", "*", "tlh"]).is_empty());
    }
}
