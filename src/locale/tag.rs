//! Language tags in the forms that platforms report.

use crate::text::{cut, parts, trim};

/// Letters of the longest tag that is looked at.
const LONGEST: usize = 64;

/// Other names of a language: ISO 639-2 in both its forms, and codes that were replaced.
const LANGUAGES: &[(&str, &str)] = &[("ara", "ar"), ("deu", "de"), ("eng", "en"), ("ger", "de"), ("jpn", "ja")];

/// glibc's modifiers that name a script.
const SCRIPTS: &[(&str, &str)] = &[("latin", "Latn"), ("cyrillic", "Cyrl"), ("devanagari", "Deva"), ("arabic", "Arab")];

/// Frees a language tag from the form that it came in: language, script and region in the case that BCP 47
/// recommends. Variants, extensions, encodings and what is no subtag are left out.
///
/// Reads BCP 47 (`de-AT`), POSIX (`de_AT.UTF-8`, `uz_UZ@cyrillic`) and ISO 639-2 (`deu`, `ger`). Nothing for
/// `C`, `POSIX`, `*`, `und`, the empty string and what begins with no language.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let text = trim(text);
    if text.len() > LONGEST {
        return None;
    }
    let (text, modifier) = cut(text, b'@').unwrap_or((text, ""));
    let (text, _encoding) = cut(text, b'.').unwrap_or((text, ""));
    let mut tag = String::new();
    let (mut script, mut region) = ("", "");
    for subtag in parts(text, |b| b == b'-' || b == b'_') {
        let letters = subtag.bytes().all(|b| b.is_ascii_alphabetic());
        if tag.is_empty() {
            if !letters || !(2..=3).contains(&subtag.len()) || subtag.eq_ignore_ascii_case("und") {
                return None;
            }
            let other = LANGUAGES.iter().find(|(other, _)| other.eq_ignore_ascii_case(subtag));
            tag.push_str(other.map_or(subtag, |(_, language)| language));
            tag.make_ascii_lowercase();
            continue;
        }
        match subtag.len() {
            // A singleton begins an extension: nothing after it is of interest.
            1 => break,
            4 if letters && script.is_empty() && region.is_empty() => script = subtag,
            2 if letters && region.is_empty() => region = subtag,
            3 if region.is_empty() && subtag.bytes().all(|b| b.is_ascii_digit()) => region = subtag,
            _ => {}
        }
    }
    if script.is_empty() {
        script = SCRIPTS.iter().find(|(name, _)| *name == modifier).map_or("", |(_, script)| script);
    }
    if !script.is_empty() {
        tag.push('-');
        let at = tag.len();
        tag.push_str(script);
        tag[at..].make_ascii_lowercase();
        tag[at..=at].make_ascii_uppercase();
    }
    if !region.is_empty() {
        tag.push('-');
        let at = tag.len();
        tag.push_str(region);
        tag[at..].make_ascii_uppercase();
    }
    Some(tag)
}

/// The next less special tag: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647 section 3.4).
pub(crate) fn parent(tag: &str) -> Option<&str> {
    tag.bytes().rposition(|b| b == b'-').map(|end| &tag[..end])
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
