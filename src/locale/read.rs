//! A pack as its file has it, held to the rules.

use super::direction::Direction;
use super::message::Message;
use super::pack::{parent, LocalePack, Timed, ASCII_DIGITS};
use super::plural::{PluralCategory, PluralRules};
use super::tag::canonical;
use crate::action::is_own;
use crate::builtin::{english, LANGUAGES};
use crate::clean;
use crate::error::{quoted, Faults, Wanted};
use crate::param;
use crate::reason::Reason;
use crate::text::{owned, split_once, List, Text};
use crate::value::Value;
use std::borrow::Cow;

impl LocalePack {
    /// Reads a pack. What is wrong with it goes into `faults`, the rest is used. Nothing when there is no language that it
    /// could be for.
    pub(crate) fn read(mut value: Value, faults: &mut Faults) -> Option<LocalePack> {
        const MEMBERS: &str = "locale direction digits plural reviewed messages hashes $schema";
        if !faults.only(&value, &Wanted::of("an object: a locale pack"), MEMBERS) {
            return None;
        }
        let locale = faults.required(&value, "locale", &Wanted::of("a BCP 47 language tag"), locale)?;
        // What it does not state is as in the pack over which it lies.
        let below = below(&locale, faults.packs);
        let a_rule = Wanted::of("CLDR plural rules for whole numbers");
        let mut pack = LocalePack {
            direction: faults
                .optional(&value, "direction", &A_DIRECTION, direction)
                .unwrap_or(below.map_or(Direction::default(), |pack| pack.direction)),
            digits: faults
                .optional(&value, "digits", &Wanted::of("ten digits, from zero"), digits)
                .unwrap_or_else(|| below.map_or(Text::Borrowed(ASCII_DIGITS), |pack| pack.digits.clone())),
            plural: faults
                .optional(&value, "plural", &a_rule, |value| PluralRules::new(value.as_str()?))
                .unwrap_or_else(|| below.map_or(PluralRules::default(), |pack| pack.plural.clone())),
            locale,
            messages: List::Borrowed(&[]),
            timed: List::Borrowed(&[]),
        };
        let plural = pack.plural.clone();
        let place = faults.enter("messages");
        match value.take("messages") {
            // There are hundreds: the place of those alone that are wrong is noted.
            Value::Object(messages) => {
                let (mut kept, mut timed) = (Vec::new(), Vec::new());
                for (key, message) in messages {
                    take(key, message, &plural, &mut kept, &mut timed, faults);
                }
                pack.messages = List::Owned(kept);
                pack.timed = List::Owned(timed);
            }
            other => faults.push(&Wanted::of("an object: message by key"), &other),
        }
        faults.leave(place);
        Some(pack)
    }
}

/// The pack over which one of that language lies: the first of its language that is known, or of what stands above it.
fn below<'a>(locale: &str, packs: &'a [Cow<LocalePack>]) -> Option<&'a LocalePack> {
    let mut tag = Some(locale);
    while let Some(locale) = tag {
        let known = packs.iter().map(AsRef::as_ref).chain(LANGUAGES.iter()).find(|known| known.locale == locale);
        if known.is_some() {
            return known;
        }
        tag = parent(locale);
    }
    None
}

/// Adds one message to those that are kept, or says why not. `plural` are the rules of the language.
fn take(
    key: String,
    mut value: Value,
    plural: &PluralRules,
    kept: &mut Vec<(Text, Text)>,
    timed: &mut Vec<Timed>,
    faults: &mut Faults,
) {
    let mut period = None;
    if value.as_object().is_some() {
        let (before, place) = (faults.count, faults.enter(&key));
        faults.only(&value, &Wanted::of(""), "message from until");
        period = faults.period(&value);
        if period.is_none() && faults.count == before {
            faults.push(&Wanted::of("from or until beside the message"), &value);
        }
        faults.leave(place);
        if faults.count > before {
            return;
        }
        value = value.take("message");
    }
    let Value::String(source) = value else {
        return faults.push_at(&key, &Wanted::of("a string: a message"), &value);
    };
    let (mut found, mut usable) = (source.as_str(), false);
    let expected = unfit(&key, &mut found, kept.len(), plural, &mut usable);
    if !expected.is_empty() {
        let nearest = if expected == A_KEY { faults.nearest_key(&key) } else { None };
        let place = faults.enter(&key);
        faults.note(&expected, quoted(found), nearest);
        faults.leave(place);
    }
    if expected.is_empty() || usable {
        let (key, source) = (Text::Owned(key), Text::Owned(source));
        match period {
            Some(period) => timed.push(Timed { key, source, period }),
            None => kept.push((key, source)),
        }
    }
}

/// What was expected of a message instead, or of its rest, which `source` then is; nothing when it fits its key and the
/// language. `at` is its place among the messages. What only lacks a plural form is `usable`: it has words for all the rest.
fn unfit(key: &str, source: &mut &str, at: usize, plural: &PluralRules, usable: &mut bool) -> String {
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
    let names = &message.variables;
    // Our packs are in the order of English: mostly the key is at the place that comes next.
    let next = english().messages.get(at).filter(|(other, _)| other == key);
    let source = next.map(|(_, source)| source.as_ref()).or_else(|| english().source([key, ""]));
    match source.map(Message::parse) {
        Some(Ok(english)) => {
            if !message.selects_like(&english) {
                return owned("a choice by what English counts");
            }
            let wanted = &english.variables;
            if names.len() != wanted.len() || !names.iter().all(|name| wanted.contains(name)) {
                return placeholders(wanted);
            }
        }
        _ if is_operators(key) && key.starts_with("action.") && !names.is_empty() => return placeholders(&[]),
        _ if is_operators(key) => {
            let known = names.iter().all(|name| param::is_name(name));
            if !known {
                return owned(param::A_NAME.what);
            }
        }
        _ if !is_reasons(key) => return owned(A_KEY),
        _ if !names.is_empty() => return placeholders(&[]),
        _ => {}
    }
    for selector in 0..message.selectors() {
        for category in PluralCategory::ALL {
            let name = category.name();
            if *category != PluralCategory::Other && plural.has(*category) && !message.has_key(selector, name) {
                *usable = true;
                return owned("the plural form ") + name;
            }
        }
    }
    String::new()
}

fn placeholders(names: &[&str]) -> String {
    let mut wanted = owned("the placeholders of English:");
    for name in names {
        wanted.push_str(" $");
        wanted.push_str(name);
    }
    if names.is_empty() {
        wanted.push_str(" none");
    }
    wanted
}

const A_KEY: &str = "a key of the English pack, or a namespaced one";
const A_DIRECTION: Wanted = Wanted { what: "\"ltr\" or \"rtl\"", names: Direction::NAMES };

/// Whether a key is an operator's: its namespace, a name, and what it is the title or advice of; or what its action is called.
fn is_operators(key: &str) -> bool {
    let (_, name) = split_once(key, b'.').unwrap_or_default();
    match key.strip_prefix("action.") {
        Some(action) => is_own(action),
        None => is_own(key) && name != "title" && name != "advice",
    }
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
