//! Language tags in the forms that platforms report.

use super::cldr::ALIASES;
use crate::text::{is_digits, is_ignoring_case, owned, split, split_first, trim};

/// Letters of the longest tag that is looked at.
const LONGEST: usize = 64;

/// glibc's modifiers that name a script.
const SCRIPTS: &str = "latin Latn arabic Arab cyrillic Cyrl devanagari Deva";

/// Frees a language tag from the form that it came in: language, script and region in the case that BCP 47
/// recommends. Variants, extensions, encodings and what is no subtag are left out.
///
/// Reads BCP 47 (`de-AT`, `zh-yue`), POSIX (`de_AT.UTF-8`, `uz_UZ@cyrillic`), Java (`sr_RS_#Latn`), ISO 639-2 (`deu`, `ger`)
/// and codes that were replaced (`iw`, `sh`). Nothing for `C`, `POSIX`, `*`, `und`, the empty string and what begins with
/// no language.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let text = trim(text);
    if text.len() > LONGEST {
        return None;
    }
    let (text, modifier) = split_first(text, b'@');
    let (text, _encoding) = split_first(text, b'.');
    let (mut language, mut script, mut region) = ("", "", "");
    for subtag in split(text, |b| matches!(b, b'-' | b'_' | b'#')) {
        let letters = subtag.bytes().all(|b| b.is_ascii_alphabetic());
        if language.is_empty() {
            if !letters || !(2..=3).contains(&subtag.len()) || is_ignoring_case(subtag, "und") {
                return None;
            }
            language = subtag;
            continue;
        }
        match subtag.len() {
            // A singleton begins an extension: nothing after it is of interest.
            1 => break,
            // An extended language is one by itself: zh-yue.
            3 if letters && script.is_empty() && region.is_empty() => language = subtag,
            4 if letters && script.is_empty() => script = subtag,
            2 if letters && region.is_empty() => region = subtag,
            3 if region.is_empty() && is_digits(subtag) => region = subtag,
            _ => {}
        }
    }
    let language = language.to_ascii_lowercase();
    let (language, written) = split_first(other_name(ALIASES, &language).unwrap_or(&language), b'-');
    if script.is_empty() {
        script = written;
    }
    if script.is_empty() {
        script = other_name(SCRIPTS, modifier).unwrap_or_default();
    }
    let mut tag = owned(language);
    for (subtag, capitals) in [(script, 1), (region, region.len())] {
        if !subtag.is_empty() {
            tag.push('-');
            for (at, b) in subtag.bytes().enumerate() {
                let b = if at < capitals { b.to_ascii_uppercase() } else { b.to_ascii_lowercase() };
                tag.push(char::from(b));
            }
        }
    }
    Some(tag)
}

/// What stands after a name in a list of pairs, where shorter names come first.
fn other_name(pairs: &'static str, name: &str) -> Option<&'static str> {
    let mut words = pairs.split_ascii_whitespace();
    while let (Some(known), Some(other)) = (words.next(), words.next()) {
        if known.len() > name.len() {
            break;
        }
        if known == name {
            return Some(other);
        }
    }
    None
}

/// Language, script and region of a canonical tag; empty where it names none.
pub(crate) fn subtags(tag: &str) -> (&str, &str, &str) {
    let (language, rest) = split_first(tag, b'-');
    let (first, second) = split_first(rest, b'-');
    if first.len() == 4 {
        (language, first, second)
    } else {
        (language, "", first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_platforms_report() {
        let cases = [
            ("de", "de"),
            ("DE-at", "de-AT"),
            ("de_AT.UTF-8", "de-AT"),
            ("uz_UZ@cyrillic", "uz-Cyrl-UZ"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("ger", "de"),
            ("deu", "de"),
            ("mn-Cy-MN", "mn-CY"),
            ("de-DE-1996-u-co-phonebk", "de-DE"),
            ("en-US-x-private", "en-US"),
            ("zh-yue-HK", "yue-HK"),
            ("zh-cmn-Hans-CN", "zh-Hans-CN"),
            ("sr_RS_#Latn", "sr-Latn-RS"),
            ("zh_TW_#Hant", "zh-Hant-TW"),
            ("sh", "sr-Latn"),
            ("sh-Cyrl", "sr-Cyrl"),
            ("iw_IL", "he-IL"),
        ];
        for (text, tag) in cases {
            assert_eq!(canonical(text).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn what_is_no_tag() {
        for text in ["", "C", "POSIX", "*", "und", "1de", "d", "-", "_", "@latin", "....", "💥", &"a-".repeat(100)] {
            assert_eq!(canonical(text), None, "{text}");
        }
    }
}
