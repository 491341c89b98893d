//! `RateLimit` (draft-ietf-httpapi-ratelimit-headers): a List of Items with parameters (RFC 9651 section 4.2.1).

use crate::text::{number, split_while, trim_start};

/// A bare item, as far as a limit cares.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    String,
    /// An Integer that is not negative.
    Count(u64),
    Other,
}

/// The longest wait in seconds that a limit with nothing left asks for; nothing when none does, or when the field is
/// malformed anywhere.
pub(super) fn wait(text: &str) -> Option<u64> {
    let mut rest = spaces(text);
    let mut longest = None;
    loop {
        let (name, after) = item(rest)?;
        let (mut left, mut seconds) = (Item::Other, Item::Other);
        rest = after;
        while let Some(after) = rest.strip_prefix(";") {
            let (key, after) = split_while(spaces(after), |b| {
                b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.' | b'*')
            });
            if !matches!(key.bytes().next()?, b'a'..=b'z' | b'*') {
                return None;
            }
            let (value, after) = match after.strip_prefix("=") {
                Some(after) => item(after)?,
                None => (Item::Other, after),
            };
            match key {
                "r" => left = value,
                "t" => seconds = value,
                _ => {}
            }
            rest = after;
        }
        // A quota that is left says nothing of when to come back.
        if let (Item::String, Item::Count(0), Item::Count(seconds)) = (name, left, seconds) {
            longest = longest.max(Some(seconds));
        }
        rest = trim_start(rest);
        if rest.is_empty() {
            return longest;
        }
        rest = trim_start(rest.strip_prefix(",")?);
    }
}

fn spaces(text: &str) -> &str {
    split_while(text, |b| b == b' ').1
}

/// A bare item and what follows it (RFC 9651 section 4.2.3.1).
fn item(text: &str) -> Option<(Item, &str)> {
    let other = |rest| Some((Item::Other, rest));
    let (first, rest) = (text.bytes().next()?, text.get(1..)?);
    match first {
        b'"' => Some((Item::String, string(rest, b'\\')?)),
        b'%' => other(string(rest.strip_prefix("\"")?, b'%')?),
        b':' => {
            let rest = split_while(rest, |b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).1;
            other(split_while(rest, |b| b == b'=').1.strip_prefix(":")?)
        }
        b'?' => other(rest.strip_prefix("0").or(rest.strip_prefix("1"))?),
        b'a'..=b'z' | b'A'..=b'Z' | b'*' => other(
            split_while(text, |b| {
                b.is_ascii_graphic()
                    && !matches!(b, b'"' | b'(' | b')' | b',' | b';'..=b'@' | b'['..=b']' | b'{' | b'}')
            })
            .1,
        ),
        b'@' => other(whole(rest.strip_prefix("-").unwrap_or(rest))?.1),
        _ => {
            let text = text.strip_prefix("-").unwrap_or(text);
            let (count, after) = whole(text)?;
            match after.strip_prefix(".") {
                Some(part) => {
                    let (part, rest) = split_while(part, |b| b.is_ascii_digit());
                    (text.len() - after.len() <= 12 && matches!(part.len(), 1..=3)).then_some((Item::Other, rest))
                }
                None if first == b'-' => other(after),
                None => Some((Item::Count(count), after)),
            }
        }
    }
}

/// An Integer without its sign.
fn whole(text: &str) -> Option<(u64, &str)> {
    let (digits, rest) = split_while(text, |b| b.is_ascii_digit());
    Some((number(digits)?, rest))
}

/// What follows a String, in which a backslash escapes, or a Display String, in which a percent sign does.
fn string(text: &str, escape: u8) -> Option<&str> {
    let mut bytes = text.bytes().enumerate();
    let hex = |b| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    while let Some((at, b)) = bytes.next() {
        match b {
            b'"' => return text.get(at + 1..),
            b'\\' if escape == b => {
                bytes.next().filter(|(_, b)| matches!(b, b'"' | b'\\'))?;
            }
            b'%' if escape == b => {
                bytes.next().filter(|(_, b)| hex(*b))?;
                bytes.next().filter(|(_, b)| hex(*b))?;
            }
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
            (r#""a";t=3, "b";r=0;t=5.5, quota;r=0;t=7, "c";r=0;t=4"#, Some(4)),
            (r#""a";r=0;t=4, ("b");r=0;t=5"#, None),
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
