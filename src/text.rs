//! What the standard library has no function for, and what it has but at more than 200 bytes of the package's brotli
//! (`make size`): there the comment names the function and says what this one earns.

use std::borrow::Cow;

/// A text that stands in the binary, or one that was read.
pub(crate) type Text = Cow<'static, str>;

/// A list of either kind.
pub(crate) type List<T> = Cow<'static, [T]>;

/// `String::from`, as a call: it is written out in each place otherwise. Earns 350 bytes.
#[inline(never)]
pub(crate) fn owned(text: &str) -> String {
    text.into()
}

/// `str::trim_ascii`, as a call: two loops are written out in each place otherwise. With `trim_start` it earns 250 bytes.
#[inline(never)]
pub(crate) fn trim(text: &str) -> &str {
    trim_start(text).trim_ascii_end()
}

/// `str::trim_ascii_start`, as a call.
#[inline(never)]
pub(crate) fn trim_start(text: &str) -> &str {
    text.trim_ascii_start()
}

/// `to_string` without `core::fmt`, which nothing else here needs. Earns 650 bytes.
pub(crate) fn decimal(n: i64) -> String {
    let mut digits = [0; 20];
    let mut rest = n.unsigned_abs();
    let mut count = 0;
    loop {
        digits[count] = (rest % 10) as u8;
        count += 1;
        rest /= 10;
        if rest == 0 || count == digits.len() {
            break;
        }
    }
    let mut text = String::new();
    if n < 0 {
        text.push('-');
    }
    for digit in digits[..count].iter().rev() {
        text.push(char::from(b'0' + digit));
    }
    text
}

/// `str::split_once` at an ASCII character, which needs no search for characters of more bytes. Earns 250 bytes.
pub(crate) fn split_once(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|b| b == mark)?;
    Some((&text[..at], &text[at + 1..]))
}

/// The same at the last one.
pub(crate) fn split_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|b| b == mark)?;
    Some((&text[..at], &text[at + 1..]))
}

/// What stands before and after the first of an ASCII character; all stands before one that is not there.
pub(crate) fn split_first(text: &str, mark: u8) -> (&str, &str) {
    split_once(text, mark).unwrap_or((text, ""))
}

/// `str::split` at ASCII characters, one function for all kinds of them. Earns 300 bytes.
pub(crate) fn split(text: &str, between: fn(u8) -> bool) -> Split<'_> {
    Split { rest: Some(text), between }
}

pub(crate) struct Split<'a> {
    rest: Option<&'a str>,
    between: fn(u8) -> bool,
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest?;
        let (part, rest) = match text.bytes().position(self.between) {
            Some(at) => (&text[..at], Some(&text[at + 1..])),
            None => (text, None),
        };
        self.rest = rest;
        Some(part)
    }
}

/// Words between spaces: a list of them is one text, and not a table of addresses.
pub(crate) fn words(text: &str) -> Split<'_> {
    split(text, |b| b == b' ')
}

/// Whether one of some words stands in a text, in any letter case.
pub(crate) fn has_any(text: &str, parts: &str) -> bool {
    for part in words(parts) {
        if find_ignoring_case(text, part).is_some() {
            return true;
        }
    }
    false
}

/// Cuts a text where its ASCII characters stop to be of a kind. That it is a call earns 300 bytes.
#[inline(never)]
pub(crate) fn split_while(text: &str, is: fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|b| !is(b)).unwrap_or(text.len());
    // A position that is no boundary is inside a character that is not ASCII, which no kind here holds.
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Whether it is digits alone, or nothing.
pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// A whole number of one to fifteen ASCII digits.
pub(crate) fn number(text: &str) -> Option<u64> {
    let fits = (1..=15).contains(&text.len()) && is_digits(text);
    fits.then(|| text.bytes().fold(0, |n, b| n * 10 + u64::from(b - b'0')))
}

/// Whether a text begins so, in any letter case.
pub(crate) fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}

/// Whether two texts are the same, in any letter case.
pub(crate) fn is_ignoring_case(text: &str, other: &str) -> bool {
    text.len() == other.len() && starts_with_ignoring_case(text, other)
}

/// Where a name begins, in any letter case.
pub(crate) fn find_ignoring_case(text: &str, name: &str) -> Option<usize> {
    let (text, name) = (text.as_bytes(), name.as_bytes());
    let first = name.first()?.to_ascii_lowercase();
    let last = text.len().checked_sub(name.len())?;
    (0..=last)
        .find(|&at| text[at].to_ascii_lowercase() == first && text[at..at + name.len()].eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_full() {
        for n in [0, 7, 10, 490, -12, i64::MAX, i64::MIN] {
            assert_eq!(decimal(n), n.to_string());
        }
    }

    #[test]
    fn parts_are_all_that_stands_between() {
        assert_eq!(split("a,,é,", |b| b == b',').collect::<Vec<_>>(), ["a", "", "é", ""]);
        assert_eq!(split("", |b| b == b',').collect::<Vec<_>>(), [""]);
        assert_eq!(split_once("a.b.c", b'.'), Some(("a", "b.c")));
        assert_eq!(split_once("é", b'.'), None);
    }

    #[test]
    fn a_span_ends_where_its_kind_ends() {
        let digit = |b: u8| b.is_ascii_digit();
        assert_eq!(split_while("490 x", digit), ("490", " x"));
        assert_eq!(split_while("490", digit), ("490", ""));
        assert_eq!(split_while("é", digit), ("", "é"));
        assert_eq!(split_while("", digit), ("", ""));
    }
}
