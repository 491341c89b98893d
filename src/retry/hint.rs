//! When the server asked us to come back.

use super::http_date;
use crate::failure::{Context, Failure, Headers};
use crate::text::{list, trim};

/// A clock that is off by more than this is wrong, and so is what is measured with it.
const CLOCK_TOLERANCE: i64 = 24 * 60 * 60;

/// The wait that the server asked for: `Retry-After` (RFC 9110 section 10.2.3). Milliseconds; malformed means absent.
pub(super) fn read(failure: &Failure, context: &Context) -> Option<u64> {
    let value = failure.headers.get("retry-after")?;
    seconds(value).or_else(|| until(value, &failure.headers, context.now.div_euclid(1000)))
}

/// `delay-seconds`; of several joined by commas (two field lines) the longest, so that nobody comes too early.
fn seconds(value: &str) -> Option<u64> {
    let mut longest = None;
    for part in list(value) {
        let part = trim(part);
        if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let seconds = part.bytes().fold(0u64, |n, b| n.saturating_mul(10).saturating_add(u64::from(b - b'0')));
        longest = longest.max(Some(seconds.min(u64::from(u32::MAX))));
    }
    longest.map(|seconds| seconds * 1000)
}

/// A date, measured against the response's own clock, or the device's where the response has none.
fn until(value: &str, headers: &Headers, now: i64) -> Option<u64> {
    let date = http_date::parse(value, now)?;
    let server = headers.get("date").and_then(|d| http_date::parse(d, now)).map(|sent| sent + age(headers));
    let wait = date - server.unwrap_or(now);
    if server.is_none() && wait > CLOCK_TOLERANCE {
        return None;
    }
    Some(wait.clamp(0, i64::from(u32::MAX)) as u64 * 1000)
}

/// `Age` (RFC 9111 section 5.1): how long ago the response's `Date` was.
fn age(headers: &Headers) -> i64 {
    headers.get("age").and_then(seconds).map_or(0, |age| (age / 1000) as i64)
}
