//! `RateLimit` (draft-ietf-httpapi-ratelimit-headers): a List of Strings with parameters (RFC 9651 section 4.2.1).

use crate::text::{number, span, trim};

/// The longest wait in seconds that a limit with nothing left asks for; nothing when none does, or when the field is
/// malformed anywhere.
pub(super) fn wait(text: &str) -> Option<u64> {
    let mut rest = trim(text);
    let mut longest = None;
    loop {
        rest = string(rest)?;
        let (mut left, mut seconds) = (None, None);
        while let Some(after) = rest.strip_prefix(";") {
            let (name, after) = span(trim(after), |b| {
                b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.' | b'*')
            });
            if !matches!(name.bytes().next()?, b'a'..=b'z' | b'*') {
                return None;
            }
            let (value, after) = match after.strip_prefix("=") {
                Some(after) => value(after)?,
                None => (None, after),
            };
            match name {
                "r" => left = Some(value?),
                "t" => seconds = Some(value?),
                _ => {}
            }
            rest = after;
        }
        // A quota that is left says nothing of when to come back.
        if left? == 0 {
            longest = longest.max(seconds);
        }
        rest = trim(rest);
        if rest.is_empty() {
            return longest;
        }
        rest = trim(rest.strip_prefix(",")?);
    }
}

/// A parameter's value, where it is an Integer that is not negative, and what follows it.
fn value(text: &str) -> Option<(Option<u64>, &str)> {
    if text.starts_with('"') {
        return Some((None, string(text)?));
    }
    let (value, rest) = span(text, |b| b.is_ascii_graphic() && !matches!(b, b';' | b',' | b'"'));
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    let number = number(value);
    (number.is_some() || !digits).then_some((number, rest))
}

/// What follows a String.
fn string(text: &str) -> Option<&str> {
    let text = text.strip_prefix("\"")?;
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'"' if !escaped => return Some(&text[at + 1..]),
            b'"' | b'\\' => escaped = b == b'\\' && !escaped,
            0x20..=0x7e if !escaped => {}
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
            (r#""a\"b, c";  r=0;pk="x;t=1";t=9;x;y=-1.5"#, Some(9)),
            (r#""a\\";r=0;t=9"#, Some(9)),
            (r#""a\b";r=0;t=9"#, None),
            (r#""a;r=0;t=9"#, None),
            (r#""default";r=0;t=-5"#, None),
            (r#""default";r=0;t=5.5"#, None),
            (r#""default";r=0;t="5""#, None),
            (r#""default";r=0;t=9999999999999999"#, None),
            (r#""default";t=1"#, None),
            (r#""a";r=0;t=1,"#, None),
            (r#""a";r=0;t=1 "b";r=0;t=1"#, None),
            (r#""a";1=0;r=0;t=1"#, None),
            ("quota;t=1", None),
            ("", None),
        ];
        for (text, seconds) in cases {
            assert_eq!(wait(text), seconds, "{text}");
        }
    }
}
