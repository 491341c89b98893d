//! What the standard library does too, at a tenth of the size.

use std::borrow::Cow;

/// A text that stands in the binary, or one that was read.
pub(crate) type Text = Cow<'static, str>;

/// A list of either kind.
pub(crate) type List<T> = Cow<'static, [T]>;

/// A text of one's own. Written out in each place, an allocation and a copy weigh thrice what a call does.
#[inline(never)]
pub(crate) fn owned(text: &str) -> String {
    text.into()
}

/// A whole number in ASCII digits.
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

/// What stands before and after the first of an ASCII character.
pub(crate) fn cut(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|b| b == mark)?;
    Some((&text[..at], &text[at + 1..]))
}

/// What stands before and after the first of an ASCII character; all stands before one that is not there.
pub(crate) fn before(text: &str, mark: u8) -> (&str, &str) {
    cut(text, mark).unwrap_or((text, ""))
}

/// The parts between ASCII characters of a kind.
pub(crate) fn parts(text: &str, between: fn(u8) -> bool) -> Parts<'_> {
    Parts { rest: Some(text), between }
}

pub(crate) struct Parts<'a> {
    rest: Option<&'a str>,
    between: fn(u8) -> bool,
}

impl<'a> Iterator for Parts<'a> {
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

/// Whether it is digits alone, or nothing.
pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text begins so, in any letter case.
pub(crate) fn begins(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}

/// Where a name begins, in any letter case.
pub(crate) fn position(text: &str, name: &str) -> Option<usize> {
    text.as_bytes().windows(name.len()).position(|window| window.eq_ignore_ascii_case(name.as_bytes()))
}

/// The parts between commas.
pub(crate) fn list(text: &str) -> Parts<'_> {
    parts(text, |b| b == b',')
}

/// A whole number of one to fifteen ASCII digits.
pub(crate) fn number(text: &str) -> Option<u64> {
    let fits = (1..=15).contains(&text.len()) && is_digits(text);
    fits.then(|| text.bytes().fold(0, |n, b| n * 10 + u64::from(b - b'0')))
}

/// Without ASCII white space at its ends.
#[inline(never)]
pub(crate) fn trim(text: &str) -> &str {
    text.trim_ascii()
}

/// Cuts a text where its ASCII characters stop to be of a kind.
#[inline(never)]
pub(crate) fn span(text: &str, is: fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|b| !is(b)).unwrap_or(text.len());
    // A position that is no boundary is inside a character that is not ASCII, which no kind here holds.
    text.split_at_checked(end).unwrap_or((text, ""))
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
        assert_eq!(list("a,,é,").collect::<Vec<_>>(), ["a", "", "é", ""]);
        assert_eq!(list("").collect::<Vec<_>>(), [""]);
        assert_eq!(cut("a.b.c", b'.'), Some(("a", "b.c")));
        assert_eq!(cut("é", b'.'), None);
    }

    #[test]
    fn a_span_ends_where_its_kind_ends() {
        let digit = |b: u8| b.is_ascii_digit();
        assert_eq!(span("490 x", digit), ("490", " x"));
        assert_eq!(span("490", digit), ("490", ""));
        assert_eq!(span("é", digit), ("", "é"));
        assert_eq!(span("", digit), ("", ""));
    }
}
