//! A pack as its file has it, held to the rules.

use super::direction::Direction;
use super::message::Message;
use super::pack::{LocalePack, ASCII_DIGITS};
use super::plural::{PluralCategory, PluralRules};
use super::tag::canonical;
use crate::action::is_namespaced;
use crate::builtin::english;
use crate::clean;
use crate::error::Faults;
use crate::param;
use crate::reason::Reason;
use crate::text::{owned, split_once, List, Text};
use crate::value::Value;

impl LocalePack {
    /// Reads a pack. What is wrong with it goes into `faults`, the rest is used. Nothing when there is no language that it
    /// could be for.
    pub(crate) fn read(mut value: Value, faults: &mut Faults) -> Option<LocalePack> {
        const MEMBERS: &str = "locale direction digits plural reviewed messages hashes $schema";
        if !faults.only(&value, "an object: a locale pack", MEMBERS) {
            return None;
        }
        let mut pack = LocalePack {
            locale: faults.required(&value, "locale", "a BCP 47 language tag", locale)?,
            direction: faults.optional(&value, "direction", "\"ltr\" or \"rtl\"", direction).unwrap_or_default(),
            digits: faults
                .optional(&value, "digits", "ten digits, from zero", digits)
                .unwrap_or(Text::Borrowed(ASCII_DIGITS)),
            plural: faults
                .optional(&value, "plural", "CLDR plural rules for whole numbers", |value| {
                    PluralRules::new(value.as_str()?)
                })
                .unwrap_or_default(),
            messages: List::Borrowed(&[]),
        };
        let place = faults.enter("messages");
        match value.take("messages") {
            // There are hundreds: the place of those alone that are wrong is noted.
            Value::Object(messages) => {
                let mut kept = Vec::new();
                for (key, message) in messages {
                    pack.take(key, message, &mut kept, faults);
                }
                pack.messages = List::Owned(kept);
            }
            other => faults.push("an object: message by key", &other),
        }
        faults.leave(place);
        Some(pack)
    }

    /// Adds one message to those that are kept, or says why not.
    fn take(&self, key: String, value: Value, kept: &mut Vec<(Text, Text)>, faults: &mut Faults) {
        let Value::String(source) = value else {
            return faults.push_at(&key, "a string: a message", &value);
        };
        let mut found = source.as_str();
        let expected = self.unfit(&key, &mut found, kept.len());
        if expected.is_empty() {
            kept.push((Text::Owned(key), Text::Owned(source)));
        } else {
            let place = faults.enter(&key);
            faults.push_text(&expected, found);
            faults.leave(place);
        }
    }

    /// What was expected of a message instead, or of its rest, which `source` then is; nothing when it fits its key and
    /// the language. `at` is its place among the messages.
    fn unfit(&self, key: &str, source: &mut &str, at: usize) -> String {
        if let Some(bad) = source.chars().find(|&c| clean::is_unsafe(c) && c != '\u{200c}' && c != '\u{200d}') {
            return owned("no markup, control or bidi character, as U+") + &hex(bad);
        }
        let message = match Message::parse(source) {
            Ok(message) => message,
            Err(fault) => {
                *source = &source[fault.at..];
                return owned("a message: ") + fault.expected;
            }
        };
        if message.is_blank {
            return owned("a message: words");
        }
        for selector in 0..message.selectors() {
            for category in PluralCategory::ALL {
                let name = category.name();
                let needed = *category != PluralCategory::Other && self.plural.has(*category);
                if needed && !message.has_key(selector, name) {
                    return owned("the plural form ") + name;
                }
            }
        }
        let names = &message.variables;
        // Our packs are in the order of English: mostly the key is at the place that comes next.
        let next = english().messages.get(at).filter(|(other, _)| other == key);
        let source = next.map(|(_, source)| source.as_ref()).or_else(|| english().source([key, ""]));
        let expected = match source.map(Message::parse) {
            Some(Ok(english)) => {
                if !message.selects_like(&english) {
                    return owned("a choice by what English counts");
                }
                english.variables
            }
            _ if is_own(key) => {
                return owned(if names.iter().all(|name| param::is_name(name)) { "" } else { param::A_NAME });
            }
            _ if is_reasons(key) => Vec::new(),
            _ => return owned("a key of the English pack, or a namespaced one"),
        };
        if names.len() == expected.len() && names.iter().all(|name| expected.contains(name)) {
            return String::new();
        }
        let mut wanted = owned("the placeholders of English:");
        for name in &expected {
            wanted.push_str(" $");
            wanted.push_str(name);
        }
        if expected.is_empty() {
            wanted.push_str(" none");
        }
        wanted
    }
}

/// Whether a key is an operator's: its namespace, a name, and what it is the title or advice of.
fn is_own(key: &str) -> bool {
    const OURS: &[&str] = &["action", "category", "code", "countdown", "deferred", "spoken", "sentence"];
    if let Some(action) = key.strip_prefix("action.") {
        return is_namespaced(action);
    }
    let (space, name) = split_once(key, b'.').unwrap_or_default();
    is_namespaced(key) && !OURS.contains(&space) && name != "title" && name != "advice"
}

/// Whether a key is a title or advice for a reason that has none of its own in English.
fn is_reasons(key: &str) -> bool {
    let reason = key.strip_suffix(".title").or_else(|| key.strip_suffix(".advice"));
    reason.is_some_and(|name| Reason::from_name(name).is_some())
}

fn direction(value: &Value) -> Option<Direction> {
    Direction::from_name(value.as_str()?)
}

fn locale(value: &Value) -> Option<Text> {
    canonical(value.as_str()?).map(Text::Owned)
}

fn digits(value: &Value) -> Option<Text> {
    let text = value.as_str()?;
    let legal = |c: char| if c.is_ascii() { c.is_ascii_digit() } else { !clean::is_unsafe(c) };
    (text.chars().count() == 10 && text.chars().all(legal)).then(|| Text::Owned(owned(text)))
}

/// `202E`
fn hex(c: char) -> String {
    let mut text = String::new();
    for place in (0..6).rev() {
        let rest = u32::from(c) >> (4 * place);
        if place < 4 || rest > 0 {
            text.push(char::from(b"0123456789ABCDEF"[(rest & 15) as usize]));
        }
    }
    text
}
