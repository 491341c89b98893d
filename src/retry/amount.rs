//! How servers write a wait: a number, an instant, a date, a span.

use super::backoff::rounded_up;
use super::clock::Clock;
use crate::text::{is_digits, number, split_once, split_while};
use crate::value::Value;

/// What a wait may be written as.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// Milliseconds.
    Millis,
    /// Seconds or a date (RFC 9110 section 10.2.3), or seconds since the epoch, which some send against it.
    Standard,
    /// All of that, and a span as `6m0s`.
    Any,
}

impl Form {
    /// Milliseconds to wait, from a text.
    pub fn read(self, text: &str, clock: &Clock) -> Option<u64> {
        match fraction(text) {
            Some(n) => self.amount(n, clock),
            None if self == Form::Millis => None,
            None => clock.until_date(text).or_else(|| span(text).filter(|_| self == Form::Any)),
        }
    }

    /// Milliseconds to wait, from a member of a body.
    pub fn read_value(self, value: &Value, clock: &Clock) -> Option<u64> {
        match value.as_str() {
            Some(text) => self.read(text, clock),
            // A protobuf Duration may come as an object.
            None => self.amount(thousandths(value.at("seconds").unwrap_or(value))?, clock),
        }
    }

    /// From thousandths of a number.
    fn amount(self, n: u64, clock: &Clock) -> Option<u64> {
        match instant(n) {
            _ if self == Form::Millis => Some(n.div_ceil(1000)),
            // What would be long past is seconds, as the RFC has it.
            Some(instant) if self == Form::Standard && clock.is_past(instant) => Some(n),
            Some(instant) => clock.until(instant),
            None => Some(n),
        }
    }
}

/// An instant in milliseconds since the epoch, from thousandths of a number: from 10^9 on (2001) of seconds, from 10^12 on
/// of milliseconds. Below it is a wait, and from 10^14 on (5138) it is nothing but large.
fn instant(n: u64) -> Option<i64> {
    const SECONDS: u64 = 1_000_000_000_000;
    const MILLIS: u64 = 1_000_000_000_000_000;
    match n {
        SECONDS..MILLIS => Some(n as i64),
        MILLIS..=99_999_999_999_999_999 => Some(n.div_ceil(1000) as i64),
        _ => None,
    }
}

/// Seconds in a body that are nothing else, as milliseconds: a number, its text, or a span.
pub(super) fn seconds_in(value: &Value) -> Option<u64> {
    match value.as_str() {
        Some(text) => fraction(text).or_else(|| span(text)),
        None => thousandths(value),
    }
}

fn thousandths(value: &Value) -> Option<u64> {
    value.as_f64().filter(|n| *n >= 0.0).map(|n| rounded_up(n * 1000.0))
}

/// A decimal number in thousandths; what is beyond them counts as one more. More than fifteen digits are the largest.
pub(super) fn fraction(text: &str) -> Option<u64> {
    let (whole, rest) = split_once(text, b'.').unwrap_or((text, "0"));
    if whole.is_empty() || rest.is_empty() || !is_digits(whole) || !is_digits(rest) {
        return None;
    }
    let (mut n, mut place, mut more) = (number(whole).unwrap_or(1_000_000_000_000_000) * 1000, 100, 0);
    for digit in rest.bytes() {
        n += u64::from(digit - b'0') * place;
        more |= u64::from(place == 0 && digit != b'0');
        place /= 10;
    }
    Some(n + more)
}

/// A span as Go and protobuf write it, in milliseconds: `1h2m3.5s`, `250ms`, `30s`.
fn span(text: &str) -> Option<u64> {
    /// More thousandths than anybody waits, in any unit.
    const MOST: u64 = 1 << 36;
    let (mut rest, mut millis) = (text, 0_u64);
    while !rest.is_empty() {
        let (n, after) = split_while(rest, |b| b.is_ascii_digit() || b == b'.');
        let (unit, after) = split_while(after, |b| b.is_ascii_alphabetic());
        let unit = match unit {
            "ms" => 1,
            "s" => 1000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => return None,
        };
        millis = (fraction(n)?.min(MOST) * unit).div_ceil(1000).saturating_add(millis);
        rest = after;
    }
    (!text.is_empty()).then_some(millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_rounded_up() {
        let cases = [
            ("0", Some(0)),
            ("2.0", Some(2000)),
            ("299.997", Some(299_997)),
            ("292.052427053", Some(292_053)),
            ("0.0001", Some(1)),
            ("99999999999999999999", Some(1_000_000_000_000_000_000)),
            ("1.99999999999999999999", Some(2000)),
            ("", None),
            (".5", None),
            ("5.", None),
            ("-1", None),
            ("1e3", None),
            ("1.2.3", None),
            (" 1", None),
        ];
        for (text, n) in cases {
            assert_eq!(fraction(text), n, "{text}");
        }
    }

    #[test]
    fn a_span_is_the_sum_of_its_parts() {
        let cases = [
            ("6m0s", Some(360_000)),
            ("1h2m3.5s", Some(3_723_500)),
            ("250ms", Some(250)),
            ("8.64s", Some(8640)),
            ("1.5d", Some(129_600_000)),
            ("99999999999999999999h", Some((1 << 36) * 3600)),
            ("", None),
            ("s", None),
            ("5", None),
            ("5s 3", None),
            ("5 s", None),
            ("-5s", None),
            ("5w", None),
        ];
        for (text, millis) in cases {
            assert_eq!(span(text), millis, "{text}");
        }
    }

    #[test]
    fn a_large_number_is_an_instant_or_nothing_but_large() {
        assert_eq!(instant(999_999_999_999), None);
        assert_eq!(instant(1_795_176_120_000), Some(1_795_176_120_000));
        assert_eq!(instant(1_795_176_120_000_000), Some(1_795_176_120_000));
        assert_eq!(instant(1_000_000_000_000_000_000), None);
    }
}
