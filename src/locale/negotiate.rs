//! Which of the languages there are a viewer reads best.

use super::tag::Tag;

/// Tags of one request that are looked at; devices report at most a handful.
const MOST: usize = 32;

/// The requested tags as a list: each item may be a tag in any form or an Accept-Language value
/// (RFC 9110 section 12.5.4), whose quality values are sorted by. The best comes first.
pub(crate) fn requested<'a>(items: impl IntoIterator<Item = &'a str>) -> Vec<Tag> {
    let mut tags = Vec::new();
    for item in items {
        let mut weighted: Vec<(u32, Tag)> = Vec::new();
        for range in item.split(',').take(MOST) {
            let mut parts = range.split(';');
            let tag = parts.next().and_then(Tag::parse);
            let weight = parts.find_map(|p| p.trim().strip_prefix("q=")).map_or(1000, quality);
            weighted.extend(tag.filter(|_| weight > 0).map(|tag| (weight, tag)));
        }
        weighted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        tags.extend(weighted.into_iter().map(|(_, tag)| tag));
    }
    tags.truncate(MOST);
    tags
}

/// `0.85` → 850
fn quality(text: &str) -> u32 {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let mut thousandths = if whole == "0" { 0 } else { 1000 };
    let mut place = 100;
    for digit in fraction.chars().take(3).map_while(|c| c.to_digit(10)) {
        thousandths += digit * place;
        place /= 10;
    }
    thousandths.min(1000)
}

/// The available languages that the requested ones find, best first, each once: RFC 4647's lookup for each tag.
pub(crate) fn negotiate(requested: &[Tag], available: &[Tag]) -> Vec<Tag> {
    let mut found: Vec<Tag> = Vec::new();
    for tag in requested {
        let mut next = Some(tag.clone());
        while let Some(tag) = next {
            if available.contains(&tag) {
                if !found.contains(&tag) {
                    found.push(tag);
                }
                break;
            }
            next = tag.parent();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(wanted: &[&str]) -> Vec<String> {
        let available: Vec<Tag> = ["en", "de", "ja", "ar", "zh-Hant"].iter().filter_map(|t| Tag::parse(t)).collect();
        let found = negotiate(&requested(wanted.iter().copied()), &available);
        found.iter().map(|tag| tag.as_str().into()).collect()
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
