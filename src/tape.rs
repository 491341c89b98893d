//! A value as it crosses the border to JavaScript: one string with all characters, one list of numbers with the shape.
//!
//! The list holds for each value its kind and what belongs to it, in the order of a depth-first walk; lengths of
//! strings are in UTF-16 units, as JavaScript counts them. `pkg/src/tape.js` writes it, already within bounds.

use crate::value::{Value, MAX_DEPTH};

const FALSE: u32 = 1;
const TRUE: u32 = 2;
const NUMBER: u32 = 3;
const STRING: u32 = 4;
const ARRAY: u32 = 5;
const OBJECT: u32 = 6;

/// Reads a tape. What is missing at its end, and what is no kind, is null.
pub(crate) fn read(text: &str, tape: &[f64]) -> Value {
    Tape { text, tape }.value(0)
}

struct Tape<'a> {
    text: &'a str,
    tape: &'a [f64],
}

impl Tape<'_> {
    fn next(&mut self) -> f64 {
        match self.tape.split_first() {
            Some((first, rest)) => {
                self.tape = rest;
                *first
            }
            None => 0.0,
        }
    }

    fn string(&mut self) -> String {
        let (mut units, mut bytes) = (self.next() as usize, 0);
        for c in self.text.chars() {
            if units == 0 {
                break;
            }
            units = units.saturating_sub(c.len_utf16());
            bytes += c.len_utf8();
        }
        let (string, rest) = self.text.split_at(bytes);
        self.text = rest;
        string.into()
    }

    fn value(&mut self, depth: usize) -> Value {
        if depth > MAX_DEPTH + 4 {
            return Value::Null;
        }
        match self.next() as u32 {
            FALSE => Value::Bool(false),
            TRUE => Value::Bool(true),
            NUMBER => Value::Number(self.next()),
            STRING => Value::String(self.string()),
            ARRAY => {
                let mut items = Vec::new();
                for _ in 0..self.count() {
                    items.push(self.value(depth + 1));
                }
                Value::Array(items)
            }
            OBJECT => {
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
        (self.next() as usize).min(self.tape.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_javascript_writes() {
        let tape = [6.0, 2.0, 4.0, 3.0, 490.0, 1.0, 5.0, 3.0, 4.0, 2.0, 2.0, 0.0];
        let expected = Value::Object(vec![
            ("code".into(), Value::Number(490.0)),
            ("x".into(), Value::Array(vec![Value::String("💥".into()), Value::Bool(true), Value::Null])),
        ]);
        assert_eq!(read("codex💥", &tape), expected);
    }

    #[test]
    fn a_broken_tape_is_read_as_far_as_it_goes() {
        assert_eq!(read("", &[]), Value::Null);
        assert_eq!(read("", &[5.0, 1e9, 2.0]), Value::Array(vec![Value::Bool(true)]));
        assert_eq!(read("ab", &[4.0, f64::NAN]), Value::String(String::new()));
        read("", &[5.0, 1.0].repeat(100_000));
    }
}
