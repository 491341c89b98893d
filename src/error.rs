//! What is wrong with a catalog or pack, and where.

use crate::clean;
use crate::text::join;
use crate::value::Value;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
}

impl Fault {
    pub(crate) fn new(place: impl Into<String>, expected: impl Into<String>) -> Fault {
        Fault { place: place.into(), expected: expected.into(), found: None }
    }

    pub(crate) fn found(mut self, found: &str) -> Fault {
        /// Enough to recognise the entry by.
        const SHOWN: usize = 60;
        self.found = Some(join(&["\"", &clean::label(found, SHOWN), "\""]));
        self
    }

    pub(crate) fn found_value(mut self, value: &Value) -> Fault {
        match value {
            Value::String(s) => self.found(s),
            other => {
                self.found = Some(other.kind().into());
                self
            }
        }
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
        if let Some(found) = &self.found {
            f.write_str(", found ")?;
            f.write_str(found)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

/// Where a reader stands in the data, and what it found wrong so far.
pub(crate) struct Faults<'a> {
    pub list: &'a mut Vec<Fault>,
    pub place: String,
}

impl<'a> Faults<'a> {
    pub fn new(list: &'a mut Vec<Fault>) -> Faults<'a> {
        Faults { list, place: String::new() }
    }

    /// A reader of the member `key`.
    pub fn at(&mut self, key: &str) -> Faults<'_> {
        let mut place = self.place.clone();
        if !place.is_empty() {
            place.push('.');
        }
        place.push_str(&clean::label(key, 80));
        Faults { list: self.list, place }
    }

    pub fn push(&mut self, expected: &str, found: &Value) {
        /// A broken file has thousands; a person reads the first hundred.
        const MOST: usize = 200;
        if self.list.len() < MOST {
            self.list.push(Fault::new(self.place.as_str(), expected).found_value(found));
        }
    }
}
