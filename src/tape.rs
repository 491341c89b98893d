//! What crosses the border to JavaScript: one text.
//!
//! For each value, in the order of a depth-first walk, a character for its kind and then what belongs to it. Lengths of
//! strings (in UTF-16 units, as JavaScript counts them), counts of members and small whole numbers are one character each,
//! 32 above the number, for tapes stand in scripts; any other number is the eight bytes of its IEEE 754 form, the lowest
//! first, each as a character. `pkg/src/tape.js` writes it, already within bounds.

use crate::text::{from, owned, until};
use crate::value::{Value, MAX_DEPTH};

/// The character of zero.
const LEAST: u32 = 32;

/// A tape, from where it is read on. What is missing at its end, and what is no kind, is null.
pub(crate) struct Tape<'a>(pub &'a str);

impl Tape<'_> {
    /// The next character's number.
    #[inline(never)]
    pub fn next(&mut self) -> u32 {
        let mut chars = self.0.chars();
        let next = chars.next();
        self.0 = chars.as_str();
        next.map_or(0, u32::from)
    }

    fn small(&mut self) -> u32 {
        self.next().saturating_sub(LEAST)
    }

    fn string(&mut self) -> String {
        let mut units = self.small();
        let mut end = 0;
        // Byte by byte, for this is where a start spends its time: what goes on a character is none, and four are two units.
        for byte in self.0.bytes() {
            if byte & 0xc0 != 0x80 {
                if units == 0 {
                    break;
                }
                units = units.saturating_sub(if byte < 0xf0 { 1 } else { 2 });
            }
            end += 1;
        }
        let string = owned(until(self.0, end));
        self.0 = from(self.0, end);
        string
    }

    fn double(&mut self) -> f64 {
        let mut bits = 0;
        for place in 0..8 {
            bits |= u64::from(self.next() & 0xff) << (8 * place);
        }
        let number = f64::from_bits(bits);
        if number.is_finite() {
            number
        } else {
            0.0
        }
    }

    /// The next value.
    pub fn value(&mut self) -> Value {
        self.within(0)
    }

    fn within(&mut self, depth: usize) -> Value {
        if depth > MAX_DEPTH + 4 {
            return Value::Null;
        }
        match char::from_u32(self.next()) {
            Some('1') => Value::Bool(false),
            Some('2') => Value::Bool(true),
            Some('3') => Value::Number(self.double()),
            Some('4') => Value::String(self.string()),
            Some('5') => {
                let mut items = Vec::new();
                for _ in 0..self.count() {
                    items.push(self.within(depth + 1));
                }
                Value::Array(items)
            }
            Some('6') => {
                let mut members = Vec::new();
                for _ in 0..self.count() {
                    let key = self.string();
                    members.push((key, self.within(depth + 1)));
                }
                Value::Object(members)
            }
            Some('7') => Value::Number(self.small().into()),
            _ => Value::Null,
        }
    }

    /// How many follow: never more than the tape still holds.
    fn count(&mut self) -> usize {
        (self.small() as usize).min(self.0.len())
    }

    /// The next value, where it is a text.
    #[inline(never)]
    pub fn text(&mut self) -> Option<String> {
        match self.value() {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The next value, where it is a number.
    #[inline(never)]
    pub fn number(&mut self) -> Option<u64> {
        self.value().as_f64().map(|number| number as u64)
    }

    /// The next value, where it is true or false.
    #[inline(never)]
    pub fn flag(&mut self) -> Option<bool> {
        self.value().as_bool()
    }

    /// Goes into the next value, an array, and says how many elements follow.
    #[inline(never)]
    pub fn list(&mut self) -> usize {
        match self.0.strip_prefix('5') {
            Some(rest) => {
                self.0 = rest;
                self.count()
            }
            None => {
                self.value();
                0
            }
        }
    }

    /// The texts of an array.
    #[inline(never)]
    pub fn texts(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        for _ in 0..self.list() {
            texts.push(self.text().unwrap_or_default());
        }
        texts
    }

    /// The texts of an array two by two, or keys and texts of an object.
    #[inline(never)]
    pub fn pairs(&mut self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if let Some(rest) = self.0.strip_prefix('6') {
            self.0 = rest;
            for _ in 0..self.count() {
                pairs.push((self.string(), self.text().unwrap_or_default()));
            }
        } else {
            for _ in 0..self.list() / 2 {
                pairs.push((self.text().unwrap_or_default(), self.text().unwrap_or_default()));
            }
        }
        pairs
    }
}

/// A tape of what one part of the package tells the other.
#[cfg(any(feature = "preparing", test))]
#[derive(Default)]
pub(crate) struct Written(pub String);

#[cfg(any(feature = "preparing", test))]
impl Written {
    fn kind(&mut self, kind: char, number: usize) {
        self.0.push(kind);
        self.small(number);
    }

    /// What came in on a tape is never longer than that.
    fn small(&mut self, number: usize) {
        self.0.push(char::from_u32(number as u32 + LEAST).unwrap_or_default());
    }

    fn string(&mut self, text: &str) {
        self.small(text.encode_utf16().count());
        self.0.push_str(text);
    }

    /// An array of so many elements, which come next.
    #[inline(never)]
    pub fn list(&mut self, count: usize) {
        self.kind('5', count);
    }

    #[inline(never)]
    pub fn text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => {
                self.0.push('4');
                self.string(text);
            }
            None => self.0.push('0'),
        }
    }

    #[inline(never)]
    pub fn number(&mut self, number: Option<u16>) {
        match number {
            Some(number) => self.kind('7', number.into()),
            None => self.0.push('0'),
        }
    }

    #[inline(never)]
    pub fn flag(&mut self, flag: Option<bool>) {
        self.0.push(match flag {
            Some(false) => '1',
            Some(true) => '2',
            None => '0',
        });
    }

    #[inline(never)]
    pub fn texts(&mut self, texts: &[String]) {
        self.list(texts.len());
        for text in texts {
            self.text(Some(text));
        }
    }

    /// As an object, for there may be more than an array has room for.
    #[inline(never)]
    pub fn pairs(&mut self, pairs: &[(String, String)]) {
        self.kind('6', pairs.len());
        for (key, text) in pairs {
            self.string(key);
            self.text(Some(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Value {
        Tape(text).value()
    }

    #[test]
    fn reads_what_javascript_writes() {
        let tape = "6\"$code3\0\0\0\0\0\u{a0}~@!x5$4\"💥207\u{1b1}";
        let expected = Value::Object(vec![
            ("code".into(), Value::Number(490.0)),
            (
                "x".into(),
                Value::Array(vec![Value::String("💥".into()), Value::Bool(true), Value::Null, Value::Number(401.0)]),
            ),
        ]);
        assert_eq!(read(tape), expected);
    }

    #[test]
    fn a_broken_tape_is_read_as_far_as_it_goes() {
        assert_eq!(read(""), Value::Null);
        assert_eq!(read("5\u{d7ff}2"), Value::Array(vec![Value::Bool(true)]));
        assert_eq!(read("4)ab"), Value::String("ab".into()));
        assert_eq!(read("3\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}"), Value::Number(0.0));
        read(&"5!".repeat(100_000));
    }

    #[test]
    fn what_is_written_is_read() {
        let mut tape = Written::default();
        tape.text(Some("a💥é"));
        tape.text(None);
        tape.list(2);
        tape.number(Some(599));
        tape.flag(Some(true));
        tape.texts(&["x".into(), String::new()]);
        tape.pairs(&[("key".into(), "text".into())]);
        let mut tape = Tape(&tape.0);
        assert_eq!((tape.text().as_deref(), tape.text()), (Some("a💥é"), None));
        assert_eq!((tape.list(), tape.number(), tape.flag()), (2, Some(599), Some(true)));
        assert_eq!(tape.texts(), ["x", ""]);
        assert_eq!(tape.pairs(), [("key".into(), "text".into())]);
        assert_eq!(tape.0, "");
    }

    #[test]
    fn what_is_something_else_is_passed_over() {
        let mut tape = Tape("5!4!a4!b26!!k4!v7%");
        assert_eq!((tape.text(), tape.list(), tape.texts()), (None, 0, vec![]));
        assert_eq!((tape.number(), tape.number()), (None, Some(5)));
    }
}
