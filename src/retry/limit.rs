//! `RateLimit` (draft-ietf-httpapi-ratelimit-headers): a Structured Field List of Strings with parameters (RFC 9651).

use crate::text::span;

/// The longest wait in seconds that a limit with nothing left asks for; nothing when none does, or when the field is
/// malformed anywhere.
pub(super) fn wait(text: &str) -> Option<u64> {
    let mut longest = None;
    for item in items(text)? {
        let of = |key: &str| item.1.iter().rev().find(|(name, _)| *name == key).map(|(_, value)| *value);
        match (of("r")?, of("t")) {
            // A quota that is left says nothing of when to come back.
            (Bare::Integer(0), Some(Bare::Integer(seconds))) => {
                longest = longest.max(Some(u64::try_from(seconds).ok()?))
            }
            (Bare::Integer(0..), None | Some(Bare::Integer(0..))) => {}
            _ => return None,
        }
    }
    longest
}

/// What this module tells apart of RFC 9651's bare items.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bare<'a> {
    Integer(i64),
    Boolean(bool),
    /// With its escapes.
    String(&'a str),
    Token(&'a str),
}

type Item<'a> = (Bare<'a>, Vec<(&'a str, Bare<'a>)>);

/// A List (section 4.2.1) of Strings, with parameters that are Integers, Strings, Tokens or Booleans.
fn items(text: &str) -> Option<Vec<Item<'_>>> {
    let mut items = Vec::new();
    let mut rest = text.trim_ascii();
    loop {
        let (value, after) = bare(rest)?;
        if !matches!(value, Bare::String(_)) {
            return None;
        }
        let (parameters, after) = parameters(after)?;
        items.push((value, parameters));
        let after = after.trim_ascii_start();
        if after.is_empty() {
            return Some(items);
        }
        rest = after.strip_prefix(",")?.trim_ascii_start();
    }
}

/// Section 4.2.3.2.
fn parameters(text: &str) -> Option<(Vec<(&str, Bare<'_>)>, &str)> {
    let mut parameters = Vec::new();
    let mut rest = text;
    while let Some(after) = rest.strip_prefix(";") {
        let (name, after) = span(after.trim_start_matches(' '), |b| {
            b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.' | b'*')
        });
        if !name.starts_with(|c: char| c.is_ascii_lowercase() || c == '*') {
            return None;
        }
        let (value, after) = match after.strip_prefix("=") {
            Some(value) => bare(value)?,
            None => (Bare::Boolean(true), after),
        };
        parameters.push((name, value));
        rest = after;
    }
    Some((parameters, rest))
}

/// Section 4.2.3.1. Decimals, Byte Sequences, Dates and Display Strings are none of what this field holds.
fn bare(text: &str) -> Option<(Bare<'_>, &str)> {
    match text.bytes().next()? {
        b'"' => string(&text[1..]),
        b'?' => match text.get(1..2)? {
            "0" => Some((Bare::Boolean(false), &text[2..])),
            "1" => Some((Bare::Boolean(true), &text[2..])),
            _ => None,
        },
        b'-' | b'0'..=b'9' => {
            let unsigned = text.strip_prefix("-").unwrap_or(text);
            let (digits, rest) = span(unsigned, |b| b.is_ascii_digit());
            let legal = (1..=15).contains(&digits.len()) && !rest.starts_with('.');
            let number = digits.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0'));
            legal.then_some((Bare::Integer(if unsigned.len() < text.len() { -number } else { number }), rest))
        }
        b if b.is_ascii_alphabetic() || b == b'*' => {
            let (token, rest) = span(text, |b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~:/".contains(&b));
            Some((Bare::Token(token), rest))
        }
        _ => None,
    }
}

/// Section 4.2.5, after the quotation mark.
fn string(text: &str) -> Option<(Bare<'_>, &str)> {
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate() {
        match b {
            _ if escaped && b != b'"' && b != b'\\' => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some((Bare::String(&text[..at]), &text[at + 1..])),
            0x20..=0x7e => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::wait;

    #[test]
    fn the_longest_wait_of_what_is_used_up() {
        let cases = [
            (r#""default";r=0;t=30"#, Some(30)),
            (r#""burst";r=0;t=5, "daily";r=0;t=7200"#, Some(7200)),
            (r#""burst";r=10;t=5, "daily";r=0;t=7"#, Some(7)),
            (r#""default";r=50;t=30"#, None),
            (r#""default";r=0"#, None),
            (r#""a\"b, c;r=1" ; r=0"#, None),
            (r#""a\"b, c";  r=0;pk="x";t=9;x"#, Some(9)),
            (r#""default";r=0;t=-5"#, None),
            (r#""default";r=0;t=5.5"#, None),
            (r#""default";r=0;t=9999999999999999"#, None),
            (r#""default";t=1"#, None),
            (r#""a";r=0;t=1,"#, None),
            ("quota;t=1", None),
            ("", None),
        ];
        for (text, seconds) in cases {
            assert_eq!(wait(text), seconds, "{text}");
        }
    }
}
