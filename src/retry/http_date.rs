//! HTTP-date (RFC 9110 section 5.6.7) → seconds since the Unix epoch. Always UTC.

/// Reads all three forms: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
/// `now` (seconds) decides the century of a two-digit year. The name of the weekday is not checked.
pub(super) fn parse(text: &str, now: i64) -> Option<i64> {
    let mut words = text.split_ascii_whitespace();
    let first = words.next()?;
    if first.ends_with(",") {
        let second = words.next()?;
        let (day, month, year) = match words.clone().count() {
            // Sunday, 06-Nov-94 08:49:37 GMT
            2 => {
                let mut parts = second.split('-');
                let date = (parts.next()?, parts.next()?, parts.next()?);
                if parts.next().is_some() {
                    return None;
                }
                date
            }
            // Sun, 06 Nov 1994 08:49:37 GMT
            4 => (second, words.next()?, words.next()?),
            _ => return None,
        };
        let time = words.next()?;
        let offset = zone(words.next()?)?;
        let year = match year.len() {
            4 => number(year)?,
            2 => century(number(year)?, now),
            _ => return None,
        };
        return Some(seconds(year, month, number(day)?, time)? - offset);
    }
    // Sun Nov  6 08:49:37 1994
    let (month, day, time, year) = (words.next()?, words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || year.len() != 4 {
        return None;
    }
    seconds(number(year)?, month, number(day)?, time)
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

/// `GMT`, or a numeric zone as some servers send.
fn zone(text: &str) -> Option<i64> {
    if text == "GMT" || text == "UTC" {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = number(&text[1..])?;
    (text.len() == 5 && digits % 100 < 60).then_some(sign * (digits / 100 * 3600 + digits % 100 * 60))
}

fn seconds(year: i64, month: &str, day: i64, time: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.iter().position(|m| m.eq_ignore_ascii_case(month))? as i64 + 1;
    let mut parts = time.split(':');
    let (h, m, s) = (two(parts.next()?)?, two(parts.next()?)?, two(parts.next()?)?);
    // A leap second reads as the second that follows it.
    let legal = parts.next().is_none() && h < 24 && m < 60 && s <= 60 && (1..=31).contains(&day);
    legal.then(|| days(year, month, day) * 86_400 + h * 3600 + m * 60 + s)
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
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0')))
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
    fn a_two_digit_year_is_at_most_fifty_years_ahead() {
        let year = |y: i64| days(y, 1, 1) * 86_400;
        assert_eq!(parse("Thursday, 01-Jan-76 00:00:00 GMT", NOW), Some(year(2076)));
        assert_eq!(parse("Saturday, 01-Jan-77 00:00:00 GMT", NOW), Some(year(1977)));
    }

    #[test]
    fn what_servers_really_send() {
        assert_eq!(parse("Sun, 6 Nov 1994 09:49:37 +0100", NOW), Some(784_111_777));
        assert_eq!(parse("Sun Nov 06 1994 08:49:37 GMT", NOW), None);
        for bad in [
            "",
            "soon",
            "Sun,",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT",
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
