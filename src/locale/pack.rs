//! The words of one language.

use super::message::Language;
use super::plural::PluralRules;
#[cfg(any(feature = "npm", test))]
use crate::tape::Tape;
#[cfg(any(feature = "preparing", test))]
use crate::tape::Written;
use crate::text::owned;
#[cfg(feature = "builtin")]
use crate::value::Value;

/// Which way a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize))]
#[cfg_attr(feature = "builtin", serde(rename_all = "lowercase"))]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`, as HTML's `dir` has it.
    pub const fn name(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

pub(super) const ASCII_DIGITS: &str = "0123456789";

/// The words of one language, checked: every message in it can be formatted.
#[derive(Clone, Debug)]
pub struct LocalePack {
    pub(super) locale: String,
    pub(super) direction: Direction,
    /// Ten, from zero.
    pub(super) digits: String,
    pub(super) plural: PluralRules,
    /// Key → source.
    pub(super) messages: Vec<(String, String)>,
}

impl LocalePack {
    /// A pack of ours, which is tested to be without fault, as its file has it.
    #[cfg(feature = "builtin")]
    pub(crate) fn of(file: &Value) -> LocalePack {
        let mut pack = LocalePack::with(&mut |name| file.member(name).as_str().map(owned));
        for (key, message) in file.member("messages").as_object().unwrap_or_default() {
            pack.messages.extend(message.as_str().map(|text| (owned(key), owned(text))));
        }
        pack
    }

    /// A pack of ours, or what [`pack`](LocalePack::pack) wrote.
    #[cfg(any(feature = "npm", test))]
    pub(crate) fn unpack(tape: &mut Tape) -> LocalePack {
        let mut pack = LocalePack::with(&mut |_| tape.text());
        pack.messages = tape.pairs();
        pack
    }

    /// A pack without words; what is not told is as in English.
    pub(super) fn with(tell: &mut dyn FnMut(&str) -> Option<String>) -> LocalePack {
        LocalePack {
            locale: tell("locale").unwrap_or_default(),
            direction: match tell("direction").as_deref() {
                Some("rtl") => Direction::Rtl,
                _ => Direction::Ltr,
            },
            digits: tell("digits").unwrap_or_else(|| owned(ASCII_DIGITS)),
            plural: PluralRules::of(tell("plural").unwrap_or_default()),
            messages: Vec::new(),
        }
    }

    #[cfg(any(feature = "preparing", test))]
    pub(crate) fn pack(&self, tape: &mut Written) {
        for text in [&self.locale, self.direction.name(), &self.digits, self.plural.source()] {
            tape.text(Some(text));
        }
        tape.pairs(&self.messages);
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
    pub(crate) fn source(&self, [begin, end]: [&str; 2]) -> Option<&str> {
        // Most keys are told apart by their length.
        let is = |key: &str| key.len() == begin.len() + end.len() && key.starts_with(begin) && key.ends_with(end);
        let found = self.messages.iter().find(|(key, _)| is(key));
        found.map(|(_, source)| source.as_str())
    }

    pub(crate) fn language(&self) -> Language<'_> {
        Language { direction: self.direction, digits: &self.digits, plural: &self.plural }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_pack_is_the_same() {
        let json = crate::json::parse(include_str!("../../locales/ar.json"), crate::json::MAX_CONFIG_NODES);
        let pack = LocalePack::of(&json.expect("it is JSON"));
        let mut tape = Written::default();
        pack.pack(&mut tape);
        assert_eq!(format!("{:?}", LocalePack::unpack(&mut Tape(&tape.0))), format!("{pack:?}"));
    }
}
