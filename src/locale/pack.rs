//! The words of one language.

use super::direction::Direction;
use super::message::Language;
use super::plural::PluralRules;
use crate::period::Period;
use crate::text::{split_last, List, Text};
#[cfg(any(all(feature = "npm", target_arch = "wasm32"), test))]
use crate::value::Value;

pub(crate) const ASCII_DIGITS: &str = "0123456789";

/// A key, as what it begins and what it ends with.
pub(crate) type Key<'a> = [&'a str; 2];

fn is(key: &str, [begin, end]: Key) -> bool {
    // Most keys are told apart by their length.
    key.len() == begin.len() + end.len() && key.starts_with(begin) && key.ends_with(end)
}

/// The language of a country's or region's; nothing above a script, in which one reads other words.
pub(crate) fn parent(locale: &str) -> Option<&str> {
    let (above, last) = split_last(locale, b'-')?;
    (last.len() != 4).then_some(above)
}

/// The words of one language, checked: every message in it can be formatted.
#[derive(Clone, Debug)]
pub(crate) struct LocalePack {
    pub locale: Text,
    pub direction: Direction,
    /// Ten, from zero.
    pub digits: Text,
    pub plural: PluralRules,
    /// Key → source.
    pub messages: List<(Text, Text)>,
    /// Messages that hold for a time, and lie over the others; the last wins.
    pub timed: List<Timed>,
}

/// A message that holds for a time.
#[derive(Clone, Debug)]
pub(crate) struct Timed {
    pub key: Text,
    pub source: Text,
    pub period: Period,
}

impl LocalePack {
    /// A pack of ours as its file has it, which is tested to be without fault; what is no such pack has no words.
    #[cfg(any(all(feature = "npm", target_arch = "wasm32"), test))]
    pub fn ours(mut file: Value) -> LocalePack {
        let mut text = |name: &str| Text::Owned(file.take_text(name).unwrap_or_default());
        let (locale, direction, digits, plural) = (text("locale"), text("direction"), text("digits"), text("plural"));
        let mut messages = Vec::new();
        if let Value::Object(members) = file.take("messages") {
            for (key, message) in members {
                if let Value::String(message) = message {
                    messages.push((Text::Owned(key), Text::Owned(message)));
                }
            }
        }
        LocalePack {
            locale,
            direction: if direction == "rtl" { Direction::Rtl } else { Direction::Ltr },
            digits,
            plural: PluralRules(plural),
            messages: List::Owned(messages),
            timed: List::Borrowed(&[]),
        }
    }

    /// The language, as the pack writes it.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Which way it is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// A message's source, by what its key begins and ends with.
    pub fn source(&self, parts: Key) -> Option<&str> {
        let found = self.messages.iter().find(|(key, _)| is(key, parts));
        found.map(|(_, source)| source.as_ref())
    }

    /// The same of a message that holds at a moment, else of the one that always does.
    pub fn source_at(&self, parts: Key, now: Option<i64>) -> Option<&str> {
        let holds = |timed: &&Timed| is(&timed.key, parts) && now.is_some_and(|now| timed.period.holds(now));
        let found = self.timed.iter().rev().find(holds);
        found.map(|timed| timed.source.as_ref()).or_else(|| self.source(parts))
    }

    /// Whether it has such a message, at any time.
    pub fn has(&self, parts: Key) -> bool {
        self.source(parts).is_some() || self.timed.iter().any(|timed| is(&timed.key, parts))
    }

    pub fn language(&self) -> Language<'_> {
        Language { direction: self.direction, digits: &self.digits, plural: &self.plural }
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;
    use crate::error::Faults;

    #[test]
    fn a_pack_of_ours_is_read_as_any_pack() {
        let file = crate::json::parse(include_str!("../../locales/ar.json"), crate::json::MAX_CONFIG_NODES);
        let file = file.expect("it is JSON");
        let read = LocalePack::read(file.clone(), &mut Faults::default());
        assert_eq!(format!("{:?}", Some(LocalePack::ours(file))), format!("{read:?}"));
    }
}
