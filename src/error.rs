//! What is wrong with a catalog or pack, and where.

use crate::clean;
use crate::text::{decimal, owned, words};
use crate::value::{head, Value};
use serde::Serialize;
use std::fmt;

/// One fault of a catalog's or pack's entry. The entry is dropped, the rest is used.
///
/// ```
/// let faults = plainly::validate(r#"{"provider":"acme","codes":{"7":{"reason":"acount_disabled"}}}"#);
/// assert_eq!(
///     faults[0].to_string(),
///     "codes.7.reason: expected the name of a reason, found \"acount_disabled\"",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    place: String,
    expected: String,
    found: String,
}

impl Fault {
    pub(crate) fn new(place: &str, expected: &str, found: String) -> Fault {
        Fault { place: owned(place), expected: owned(expected), found }
    }

    /// Where: the keys from the top of the file, joined by dots.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What should stand there.
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.place)?;
        f.write_str(": expected ")?;
        f.write_str(&self.expected)?;
        f.write_str(", found ")?;
        f.write_str(&self.found)
    }
}

impl std::error::Error for Fault {}

/// Bytes of a key, and characters of a place, that are told.
const KEY: usize = 80;
const LONGEST: usize = 600;

/// A place in the data, as its keys are written, and what was found wrong so far.
#[derive(Default)]
pub(crate) struct Faults {
    pub list: Vec<Fault>,
    /// How many there are; not all of them are listed.
    pub count: usize,
    place: String,
}

impl Faults {
    /// Notes that something else was expected here.
    pub fn push(&mut self, expected: &str, found: &Value) {
        match found {
            Value::String(text) => self.push_text(expected, text),
            other => self.note(expected, owned(other.kind())),
        }
    }

    /// Notes that something else than this text was expected here.
    pub fn push_text(&mut self, expected: &str, found: &str) {
        self.note(expected, quoted(found));
    }

    fn note(&mut self, expected: &str, found: String) {
        self.count += 1;
        /// A broken file has thousands; a person reads the first hundreds.
        const MOST: usize = 200;
        if self.list.len() < MOST {
            self.list.push(Fault::new(&clean::label(&self.place, LONGEST), expected, found));
        }
    }

    /// Notes that something else was expected at the member `key`.
    pub fn push_at(&mut self, key: &str, expected: &str, found: &Value) {
        let place = self.enter(key);
        self.push(expected, found);
        self.leave(place);
    }

    /// Goes to the member `key`; [`leave`](Faults::leave) takes what this returns and goes back.
    pub fn enter(&mut self, key: &str) -> usize {
        let place = self.place.len();
        if place > 0 {
            self.place.push('.');
        }
        self.place.push_str(head(key, KEY));
        place
    }

    /// Goes back to where [`enter`](Faults::enter) was called.
    pub fn leave(&mut self, place: usize) {
        self.place.truncate(place);
    }

    /// Whether it is an object; members that it may not have are noted. Those that it may have are words.
    pub fn only(&mut self, value: &Value, expected: &str, members: &str) -> bool {
        match value.as_object() {
            Some(object) => {
                for (key, value) in object {
                    if !words(members).any(|member| member == key) {
                        self.push_at(key, "no such member", value);
                    }
                }
                true
            }
            None => {
                self.push(expected, value);
                false
            }
        }
    }

    /// A member that must be there.
    pub fn required<T>(
        &mut self,
        value: &Value,
        key: &str,
        expected: &str,
        read: fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let member = value.member(key);
        let found = read(member);
        if found.is_none() {
            self.push_at(key, expected, member);
        }
        found
    }

    /// A member that may be there.
    pub fn optional<T>(
        &mut self,
        value: &Value,
        key: &str,
        expected: &str,
        read: fn(&Value) -> Option<T>,
    ) -> Option<T> {
        value.get(key)?;
        self.required(value, key, expected, read)
    }

    /// Looks at each member of the object `key` of `value`, where there is one.
    pub fn members(&mut self, value: &Value, key: &str, expected: &str, look: &mut Look) {
        let list = self.enter(key);
        match value.get(key) {
            Some(Value::Object(members)) => {
                for (key, value) in members {
                    self.look(key, value, look);
                }
            }
            Some(other) => self.push(expected, other),
            None => {}
        }
        self.leave(list);
    }

    /// Looks at each element of the array `key` of `value`, where there is one.
    pub fn elements(&mut self, value: &Value, key: &str, look: &mut Look) {
        /// Lists of places, actions and rules are short.
        const MOST: usize = 64;
        let place = self.enter(key);
        match value.get(key) {
            Some(list @ Value::Array(items)) => {
                if items.len() > MOST {
                    self.push("at most 64 elements", list);
                }
                for (at, value) in items.iter().take(MOST).enumerate() {
                    self.look(&decimal(at as i64), value, look);
                }
            }
            Some(other) => self.push("an array", other),
            None => {}
        }
        self.leave(place);
    }

    fn look(&mut self, key: &str, value: &Value, look: &mut Look) {
        let place = self.enter(key);
        look(key, value, self);
        self.leave(place);
    }
}

/// Looks at a member or element, at its place.
pub(crate) type Look<'a> = dyn FnMut(&str, &Value, &mut Faults) + 'a;

/// What stands there, for a fault's sentence.
pub(crate) fn quoted(found: &str) -> String {
    /// Enough to recognise the entry by.
    const SHOWN: usize = 60;
    owned("\"") + &clean::label(found, SHOWN) + "\""
}
