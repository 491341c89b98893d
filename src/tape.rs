//! A value as it crosses the border to JavaScript: one text.
//!
//! For each value, in the order of a depth-first walk, a character for its kind and then what belongs to it. Lengths of
//! strings (in UTF-16 units, as JavaScript counts them) and counts of members are one character each, below the
//! surrogates; a number is the eight bytes of its IEEE 754 form, the lowest first, each as a character.
//! `pkg/src/tape.js` writes it, already within bounds.

use crate::text::owned;
use crate::value::{Value, MAX_DEPTH};

/// Reads a tape. What is missing at its end, and what is no kind, is null.
pub(crate) fn read(text: &str) -> Value {
    Tape(text).value(0)
}

struct Tape<'a>(&'a str);

impl Tape<'_> {
    fn next(&mut self) -> u32 {
        let mut chars = self.0.chars();
        let next = chars.next();
        self.0 = chars.as_str();
        next.map_or(0, u32::from)
    }

    fn string(&mut self) -> String {
        let mut units = self.next() as usize;
        let mut chars = self.0.chars();
        while units > 0 {
            let Some(c) = chars.next() else { break };
            units = units.saturating_sub(c.len_utf16());
        }
        let (string, rest) = self.0.split_at(self.0.len() - chars.as_str().len());
        self.0 = rest;
        owned(string)
    }

    fn number(&mut self) -> f64 {
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

    fn value(&mut self, depth: usize) -> Value {
        if depth > MAX_DEPTH + 4 {
            return Value::Null;
        }
        match char::from_u32(self.next()) {
            Some('1') => Value::Bool(false),
            Some('2') => Value::Bool(true),
            Some('3') => Value::Number(self.number()),
            Some('4') => Value::String(self.string()),
            Some('5') => {
                let mut items = Vec::new();
                for _ in 0..self.count() {
                    items.push(self.value(depth + 1));
                }
                Value::Array(items)
            }
            Some('6') => {
                let mut members = Vec::new();
                for _ in 0..self.count() {
                    let key = self.string();
                    members.push((key, self.value(depth + 1)));
                }
                Value::Object(members)
            }
            _ => Value::Null,
        }
    }

    /// How many follow: never more than the tape still holds.
    fn count(&mut self) -> usize {
        (self.next() as usize).min(self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_javascript_writes() {
        let tape = "6\u{2}\u{4}code3\0\0\0\0\0\u{a0}~@\u{1}x5\u{3}4\u{2}💥20";
        let expected = Value::Object(vec![
            ("code".into(), Value::Number(490.0)),
            ("x".into(), Value::Array(vec![Value::String("💥".into()), Value::Bool(true), Value::Null])),
        ]);
        assert_eq!(read(tape), expected);
    }

    #[test]
    fn a_broken_tape_is_read_as_far_as_it_goes() {
        assert_eq!(read(""), Value::Null);
        assert_eq!(read("5\u{d7ff}2"), Value::Array(vec![Value::Bool(true)]));
        assert_eq!(read("4\u{9}ab"), Value::String("ab".into()));
        assert_eq!(read("3\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}"), Value::Number(0.0));
        read(&"5\u{1}".repeat(100_000));
    }
}
