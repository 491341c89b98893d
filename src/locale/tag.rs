//! Language tags in the forms that platforms report.

/// A language tag, freed from the form it came in: language, script and region in the case that BCP 47
/// recommends. Variants, extensions, encodings and what is no subtag are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag(String);

/// Letters of the longest tag that is looked at.
const LONGEST: usize = 64;

/// Other names of a language: ISO 639-2 in both its forms, and codes that were replaced.
const LANGUAGES: &[(&str, &str)] = &[
    ("ara", "ar"),
    ("deu", "de"),
    ("eng", "en"),
    ("ger", "de"),
    ("jpn", "ja"),
];

/// glibc's modifiers that name a script.
const SCRIPTS: &[(&str, &str)] = &[("latin", "Latn"), ("cyrillic", "Cyrl"), ("devanagari", "Deva"), ("arabic", "Arab")];

impl Tag {
    /// Reads BCP 47 (`de-AT`), POSIX (`de_AT.UTF-8`, `uz_UZ@cyrillic`) and ISO 639-2 (`deu`, `ger`).
    /// Nothing for `C`, `POSIX`, `*`, `und`, the empty string and what begins with no language.
    pub fn parse(text: &str) -> Option<Tag> {
        let text = text.trim();
        if text.len() > LONGEST {
            return None;
        }
        let (text, modifier) = text.split_once('@').unwrap_or((text, ""));
        let text = text.split('.').next().unwrap_or_default();
        let mut subtags = text.split(['-', '_']);
        let language = subtags.next()?.to_ascii_lowercase();
        if !(2..=3).contains(&language.len()) || !language.bytes().all(|b| b.is_ascii_lowercase()) || language == "und" {
            return None;
        }
        let language = LANGUAGES.iter().find(|(other, _)| *other == language).map_or(language.as_str(), |(_, l)| l);
        let mut script = SCRIPTS.iter().find(|(name, _)| *name == modifier).map(|(_, script)| String::from(*script));
        let mut region = None;
        for subtag in subtags {
            let alphabetic = subtag.bytes().all(|b| b.is_ascii_alphabetic());
            match subtag.len() {
                // A singleton begins an extension: nothing after it is of interest.
                1 => break,
                4 if alphabetic && script.is_none() && region.is_none() => {
                    let mut title = subtag.to_ascii_lowercase();
                    title[..1].make_ascii_uppercase();
                    script = Some(title);
                }
                2 if alphabetic && region.is_none() => region = Some(subtag.to_ascii_uppercase()),
                3 if subtag.bytes().all(|b| b.is_ascii_digit()) && region.is_none() => region = Some(subtag.into()),
                _ => {}
            }
        }
        let mut tag = String::from(language);
        for subtag in [script, region].into_iter().flatten() {
            tag.push('-');
            tag.push_str(&subtag);
        }
        Some(Tag(tag))
    }

    /// `de-AT`
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The next less special tag: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647 section 3.4).
    pub(crate) fn parent(&self) -> Option<Tag> {
        self.0.rfind('-').map(|end| Tag(self.0[..end].into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_platforms_report() {
        let cases = [
            ("de", "de"), ("DE-at", "de-AT"), ("de_AT.UTF-8", "de-AT"), ("uz_UZ@cyrillic", "uz-Cyrl-UZ"),
            ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("ger", "de"), ("deu", "de"),
            ("mn-Cy-MN", "mn-CY"), ("de-DE-1996-u-co-phonebk", "de-DE"), ("en-US-x-private", "en-US"),
        ];
        for (text, tag) in cases {
            assert_eq!(Tag::parse(text).as_ref().map(Tag::as_str), Some(tag), "{text}");
        }
    }

    #[test]
    fn what_is_no_tag() {
        for text in ["", "C", "POSIX", "*", "und", "1de", "d", "-", "_", "@latin", "....", "💥", &"a-".repeat(100)] {
            assert_eq!(Tag::parse(text), None, "{text}");
        }
    }
}
