//! HTTP-date (RFC 9110 section 5.6.7) → seconds since the Unix epoch. Always UTC.

use crate::text::{self, is_digits, is_ignoring_case, owned, split, split_first, split_while, words};

/// Reads all three forms: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
/// `now` (seconds) decides the century of a two-digit year. The name of the weekday is not checked, and may lack before a
/// comma. What servers send against the rules is read too: ISO 8601 with a zone, a numeric zone, small letters.
pub(super) fn parse(text: &str, now: i64) -> Option<i64> {
    if is_iso(text) {
        return iso(text);
    }
    // Weekday, three parts of a date, three of a time, and a year or zone.
    let mut found = [""; 8];
    let mut count = 0;
    for part in split(text, |b| matches!(b, b' ' | b',' | b'-' | b':' | b'\t')) {
        if !part.is_empty() {
            *found.get_mut(count)? = part;
            count += 1;
        }
    }
    let [a, b, c, hour, minute, second, last] = match (count, found) {
        (7, [a, b, c, d, e, f, g, _]) | (8, [_, a, b, c, d, e, f, g]) => [a, b, c, d, e, f, g],
        _ => return None,
    };
    if !is_digits(a) {
        // Sun Nov  6 08:49:37 1994
        let year = number(last).filter(|_| last.len() == 4)?;
        return seconds(year, b, c, [hour, minute, second]);
    }
    // A zone that begins with a minus has lost it to the date's own.
    let west = text.strip_suffix(last).is_some_and(|before| before.ends_with('-'));
    let offset = zone(if west { &text[text.len() - 1 - last.len()..] } else { last })?;
    let year = match c.len() {
        4 => number(c)?,
        2 => century(number(c)?, now),
        _ => return None,
    };
    Some(seconds(year, b, a, [hour, minute, second])? - offset)
}

/// ISO 8601 with a zone (RFC 3339) → milliseconds since the Unix epoch.
pub(crate) fn instant(text: &str) -> Option<i64> {
    Some(iso(text).filter(|_| is_iso(text))?.saturating_mul(1000))
}

fn is_iso(text: &str) -> bool {
    let bytes = text.as_bytes();
    [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')].iter().all(|(at, mark)| bytes.get(*at) == Some(mark))
}

/// `2026-11-20T12:02:00.5Z` or `2026-11-20T13:02:00+01:00`; a fraction counts as one more second.
fn iso(text: &str) -> Option<i64> {
    let mut numbers = split(text.get(..19)?, |b| matches!(b, b'-' | b':' | b'T')).map(number);
    let mut next = || numbers.next()?;
    let moment = moment(next()?, next()?, next()?, [next()?, next()?, next()?])?;
    let (fraction, offset) = split_while(text.get(19..)?, |b| b.is_ascii_digit() || b == b'.');
    let (hours, minutes) = split_first(offset, b':');
    let more = fraction.bytes().any(|b| b > b'0');
    Some(moment - zone(&(owned(hours) + minutes))? + i64::from(more))
}

/// More than 50 years ahead means the past (RFC 9110 section 5.6.7).
fn century(year: i64, now: i64) -> i64 {
    let this_year = 1970 + now.div_euclid(31_556_952); // the mean Gregorian year, in seconds
    let year = this_year - this_year.rem_euclid(100) + year;
    if year > this_year + 50 {
        year - 100
    } else {
        year
    }
}

/// `GMT`, or a numeric zone as some servers send: seconds east of it.
fn zone(text: &str) -> Option<i64> {
    if words("GMT UTC Z").any(|name| is_ignoring_case(text, name)) {
        return Some(0);
    }
    let digits = text.strip_prefix("+").or(text.strip_prefix("-")).unwrap_or(text);
    let n = number(digits).filter(|n| digits.len() == 4 && n % 100 < 60)?;
    let east = n / 100 * 3600 + n % 100 * 60;
    Some(if text.starts_with("-") { -east } else { east })
}

fn seconds(year: i64, month: &str, day: &str, [h, m, s]: [&str; 3]) -> Option<i64> {
    const MONTHS: &str = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    let month = words(MONTHS).position(|name| is_ignoring_case(month, name))? as i64 + 1;
    moment(year, month, number(day)?, [two(h)?, two(m)?, two(s)?])
}

fn moment(year: i64, month: i64, day: i64, [h, m, s]: [i64; 3]) -> Option<i64> {
    // A leap second reads as the second that follows it.
    let legal = h < 24 && m < 60 && s <= 60 && (1..=12).contains(&month) && day >= 1;
    // The next month's first day is no day of this one.
    let next = if month == 12 { days(year + 1, 1, 1) } else { days(year, month + 1, 1) };
    (legal && days(year, month, day) < next).then(|| days(year, month, day) * 86_400 + h * 3600 + m * 60 + s)
}

/// Days from the Unix epoch to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March put the leap day last.
    let y = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + day_of_year - 719_468
}

fn two(text: &str) -> Option<i64> {
    (text.len() == 2).then(|| number(text)).flatten()
}

fn number(text: &str) -> Option<i64> {
    text::number(text).filter(|_| text.len() <= 4).map(|n| n as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_176_000; // 2026-11-20T12:00:00Z

    #[test]
    fn the_three_forms_are_one_instant() {
        for form in ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
            assert_eq!(parse(form, NOW), Some(784_111_777), "{form}");
        }
    }

    #[test]
    fn iso_8601_is_read_with_its_zone() {
        for text in ["2026-11-20T12:02:00Z", "2026-11-20T13:01:59.250+01:00", "2026-11-20T04:02:00.000-0800"] {
            assert_eq!(parse(text, NOW), Some(NOW + 120), "{text}");
        }
        for text in
            ["2026-11-20T12:02:00", "2026-13-20T12:02:00Z", "2026-11-20T12:02Z", "2026-11-20Tx", "2026-11-20T12:02:00é"]
        {
            assert_eq!(parse(text, NOW), None, "{text}");
        }
    }

    #[test]
    fn a_two_digit_year_is_at_most_fifty_years_ahead() {
        let year = |y: i64| days(y, 1, 1) * 86_400;
        assert_eq!(parse("Thursday, 01-Jan-76 00:00:00 GMT", NOW), Some(year(2076)));
        assert_eq!(parse("Saturday, 01-Jan-77 00:00:00 GMT", NOW), Some(year(1977)));
        for now in [i64::MIN, i64::MAX] {
            assert!(parse("Saturday, 01-Jan-77 00:00:00 GMT", now.div_euclid(1000)).is_some());
        }
    }

    #[test]
    fn what_servers_really_send() {
        for form in [
            "Sun, 6 Nov 1994 09:49:37 +0100", "Sun, 06 Nov 1994 05:49:37 -0300", "06 Nov 1994 08:49:37 gmt",
            "06-Nov-94 08:49:37 GMT",
        ] {
            assert_eq!(parse(form, NOW), Some(784_111_777), "{form}");
        }
        assert_eq!(parse("Sun Nov 06 1994 08:49:37 GMT", NOW), None);
        for bad in [
            "", "soon", "Sun,", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "06 Nov 08:49:37 1994",
        ] {
            assert_eq!(parse(bad, NOW), None, "{bad}");
        }
    }

    #[test]
    fn days_agree_with_the_calendar() {
        assert_eq!(days(1970, 1, 1), 0);
        assert_eq!(days(2000, 2, 29), 11_016);
        assert_eq!(days(1900, 3, 1), -25_508);
        assert_eq!(days(2026, 11, 20), 20_777);
    }
}
