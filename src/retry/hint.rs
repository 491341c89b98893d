//! When the server asked us to come back.

use super::backoff::rounded_up;
use super::http_date;
use super::limit;
use crate::clean;
use crate::context::Context;
use crate::failure::{Failure, Headers};
use crate::text::{find_ignoring_case, is_digits, number, split, split_once};
use crate::value::Value;

/// A clock that is off by more than these milliseconds is wrong, and so is what is measured with it.
const CLOCK_TOLERANCE: i64 = 24 * 60 * 60 * 1000;
/// More milliseconds than anybody waits; what is larger counts as this.
const MOST: u64 = 1000 * u32::MAX as u64;

/// gRPC's field (proposal A6).
const PUSHBACK: &str = "grpc-retry-pushback-ms";
/// Fields of milliseconds to wait: gRPC's, OpenAI's and Azure's, Azure's, AWS' (retry behaviour 2.1).
const MILLIS: &[&str] = &["grpc-retry-pushback-ms", "retry-after-ms", "x-ms-retry-after-ms", "x-amz-retry-after"];
/// When a limit that is used up starts anew, as nobody standardised it: seconds to wait or, from 10^9 on, seconds
/// since the epoch and, from 10^12 on, milliseconds since the epoch. Discord has its own field, GitHub and many others
/// the one after it.
const RESET: &[&str] = &[
    "ratelimit-reset", "x-ratelimit-retry-after", "x-ratelimit-reset-after", "x-ratelimit-reset", "x-rate-limit-reset",
];
/// Seconds in a body: `google.rpc.RetryInfo` (AIP-193), Discord, Telegram and others.
const BODY: &[&str] = &["error.details.retryDelay", "retry_after", "error.retry_after", "parameters.retry_after"];

/// Milliseconds that the server asked to wait; nothing when it did not. Malformed means absent.
pub(super) fn read(failure: &Failure, context: &Context) -> Option<u64> {
    let headers = &failure.headers;
    // Many send a reset with every response: it means something where nothing is left.
    let left = REMAINING.iter().find_map(|name| headers.get(name));
    let used_up = left.map_or(failure.status == Some(429), |left| left == "0");
    // `Retry-After` is of RFC 9110 section 10.2.3; `RateLimit` says nothing in a response from a cache.
    let field = |name: &str| headers.get(name);
    let date = |value: &str| until(http_date::parse(value, context.now.div_euclid(1000))? * 1000, headers, context);
    MILLIS
        .iter()
        .find_map(|name| whole(field(name)?))
        .or_else(|| field("retry-after").and_then(|value| seconds(value).or_else(|| date(value))))
        .or_else(|| limited(headers).filter(|_| age(headers) == 0).map(|seconds| seconds * 1000))
        .or_else(|| RESET.iter().filter(|_| used_up).find_map(|name| moment(field(name)?, headers, context)))
        .or_else(|| BODY.iter().find_map(|path| in_body(failure.body.value()?.at(path)?)))
        .map(|wait| wait.min(MOST))
}

/// Seconds until all limits of `RateLimit` start anew, which may come in several lines.
fn limited(headers: &Headers) -> Option<u64> {
    let mut longest = None;
    for field in headers.all("ratelimit") {
        longest = longest.max(limit::wait(field));
    }
    longest
}

/// What is left of a limit.
const REMAINING: &[&str] = &["x-ratelimit-remaining", "ratelimit-remaining"];

/// Whether the server forbids trying again.
pub(super) fn forbids(headers: &Headers) -> bool {
    let says_no = |name: &&str| headers.get(name).is_some_and(|value| value.eq_ignore_ascii_case("false"));
    // What cannot be read means no here, the opposite of Retry-After (A6).
    ["x-should-retry", "stripe-should-retry"].iter().any(says_no)
        || headers.get(PUSHBACK).is_some_and(|value| whole(value).is_none())
}

/// Whether the response has a sign of a rate limit, whatever its status.
pub(crate) fn limits(headers: &Headers, code: Option<&str>) -> bool {
    /// As codes of AWS and others hold them, folded.
    const CODES: &[&str] = &["throttl", "toomanyrequests", "ratelimit", "slowdown"];
    REMAINING.iter().any(|name| headers.get(name) == Some("0"))
        || headers.get("retry-after").is_some()
        || limited(headers).is_some()
        || code.is_some_and(|code| {
            let code = clean::fold(code);
            CODES.iter().any(|sign| find_ignoring_case(&code, sign).is_some())
        })
}

/// Whether the server asks to try again, whatever its answer was.
pub(crate) fn asks(headers: &Headers) -> bool {
    headers.get("x-should-retry").is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// The interval that a device authorization response states, in milliseconds (RFC 8628 section 3.2).
pub(super) fn interval(failure: &Failure) -> Option<u64> {
    in_body(failure.body.value()?.at("interval")?)
}

/// `delay-seconds` (RFC 9110 section 10.2.3); of several joined by commas (two field lines) the longest, so that nobody
/// comes too early.
fn seconds(value: &str) -> Option<u64> {
    let mut longest = None;
    for part in split(value, |b| b == b',') {
        longest = longest.max(Some(whole(part.trim_ascii())?));
    }
    longest.map(|seconds: u64| seconds.min(MOST) * 1000)
}

/// Digits; more than fifteen of them are more than anybody waits.
fn whole(text: &str) -> Option<u64> {
    let long = text.len() > 15 && is_digits(text);
    number(text).or(long.then_some(MOST))
}

/// Seconds with a fraction, as milliseconds; what is beyond them counts as one more.
fn fraction(text: &str) -> Option<u64> {
    let (seconds, rest) = split_once(text, b'.').unwrap_or((text, "0"));
    whole(rest)?;
    let (mut millis, mut place, mut more) = (whole(seconds)?.min(MOST) * 1000, 100, 0);
    for digit in rest.bytes() {
        millis += u64::from(digit - b'0') * place;
        more |= u64::from(place == 0 && digit != b'0');
        place /= 10;
    }
    Some(millis + more)
}

fn moment(text: &str, headers: &Headers, context: &Context) -> Option<u64> {
    const SECONDS: u64 = 1_000_000_000;
    const MILLISECONDS: u64 = 1_000_000_000_000;
    let millis = fraction(text)?;
    match millis / 1000 {
        0..SECONDS => Some(millis),
        SECONDS..MILLISECONDS => until(millis as i64, headers, context),
        _ => until((millis / 1000) as i64, headers, context),
    }
}

/// From now to a moment in milliseconds since the epoch, by the response's own clock, or the device's where the
/// response has none.
fn until(moment: i64, headers: &Headers, context: &Context) -> Option<u64> {
    let sent = headers.get("date").and_then(|date| http_date::parse(date, context.now.div_euclid(1000)));
    let server = sent.map(|sent| sent * 1000 + age(headers));
    let wait = moment.saturating_sub(server.unwrap_or(context.now));
    if server.is_none() && wait > CLOCK_TOLERANCE {
        return None;
    }
    Some(wait.max(0) as u64)
}

/// `Age` (RFC 9111 section 5.1): how many milliseconds ago the response's `Date` was.
fn age(headers: &Headers) -> i64 {
    headers.get("age").and_then(seconds).unwrap_or_default() as i64
}

/// Seconds as a number, as a string, or as a protobuf Duration: `30`, `"1.5"`, `"30s"`.
fn in_body(value: &Value) -> Option<u64> {
    if let Some(text) = value.as_str() {
        return fraction(text.strip_suffix("s").unwrap_or(text));
    }
    let millis = value.as_f64()? * 1000.0;
    (millis >= 0.0).then(|| rounded_up(millis))
}
