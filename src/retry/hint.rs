//! When the server asked us to come back.

use super::amount::{fraction, seconds_in, Form};
use super::clock::Clock;
use super::limit;
use crate::context::Context;
use crate::failure::{Failure, Headers, Parts};
use crate::text::{find_ignoring_case, is_ignoring_case, number, owned, split_first};
use crate::value::Value;

/// More milliseconds than anybody waits; what is larger counts as this.
const MOST: u64 = 1000 * u32::MAX as u64;
/// Where a limit says when it starts anew in a way that nobody can read: what GitHub advises where it says nothing.
const UNREADABLE: u64 = 60_000;

/// gRPC's field (proposal A6).
const PUSHBACK: &str = "grpc-retry-pushback-ms";

/// Fields that ask for a wait, by what stands in their names, and how they are written. A field is of the first row that
/// fits; the first row that can be read counts, and of one row the longest wait.
const FIELDS: &[(&[&str], Form)] = &[
    (&[PUSHBACK], Form::Millis),
    // OpenAI's, and with `x-ms-` before it Azure's.
    (&["retry-after-ms"], Form::Millis),
    // AWS' (retry behaviour 2.1).
    (&["x-amz-retry-after"], Form::Millis),
    // RFC 9110 section 10.2.3, and with more around it Bucket4j's and others'.
    (&["retry-after"], Form::Standard),
    // actix-governor's and tower-governor's.
    (&["ratelimit-after"], Form::Any),
    // Discord's.
    (&["limit", "reset-after"], Form::Any),
    // Nobody standardised when a limit starts anew: `X-RateLimit-Reset` of GitHub and many others, X's `x-rate-limit-reset`,
    // and one for each limit, as `anthropic-ratelimit-tokens-reset` and OpenAI's `x-ratelimit-reset-requests`.
    (&["limit", RESET], Form::Any),
];
/// The rows before those of which some are sent with every response; `RateLimit` comes after them.
const ASKED: usize = 5;
const RESET: &str = "reset";
/// What stands in its place where a field says what is left of a limit.
const REMAINING: &str = "remaining";

/// Members of a body: `google.rpc.RetryInfo` (AIP-193), Discord and many others, GraphQL servers, Matrix, ChatGPT.
const MEMBERS: &[(&str, Form)] = &[
    ("retryDelay", Form::Any),
    ("retry_after", Form::Any),
    ("retry_after_seconds", Form::Any),
    ("retry_after_ms", Form::Millis),
    ("resets_in_seconds", Form::Any),
    ("resets_at", Form::Any),
    ("reset_at", Form::Any),
];

/// Where they stand: RetryInfo, GraphQL, Telegram.
const HOLDERS: [&str; 5] = ["", "error.", "error.details.", "errors.extensions.", "parameters."];

/// Where a gateway passes on the header fields of the server behind it: OpenRouter.
const FIELDS_AT: &str = "error.metadata.headers";

/// Milliseconds that the server asked to wait; nothing when it did not. Malformed means absent. `limited` says that the
/// answer names a limit as its cause, whatever its fields count.
pub(super) fn read(failure: &Failure, context: &Context, limited: bool) -> Option<u64> {
    let parts = failure.headers.parts();
    let clock = Clock::of(&parts, context);
    let throttled = matches!(failure.status, Some(429 | 503));
    let mut unreadable = false;
    let mut fields = |headers, parts: &Parts| in_fields(headers, parts, &clock, throttled, limited, &mut unreadable);
    let mut found = fields(&failure.headers, &parts);
    if let (None, Some(body)) = (found, failure.body.value()) {
        for (name, form) in MEMBERS {
            for holder in HOLDERS {
                let member = body.at(&(owned(holder) + name));
                found = found.or_else(|| form.read_value(member?, &clock));
            }
        }
        let mut headers = Headers::default();
        for (name, value) in body.at(FIELDS_AT).and_then(Value::as_object).unwrap_or_default() {
            headers.push(name, value.as_str().unwrap_or_default());
        }
        found = found.or(fields(&headers, &headers.parts()));
    }
    found.or((unreadable && throttled).then_some(UNREADABLE)).map(|wait| wait.min(MOST))
}

/// What header fields ask for. `unreadable` is set where one asks for what nobody can read.
fn in_fields(
    headers: &Headers,
    parts: &Parts,
    clock: &Clock,
    throttled: bool,
    limited: bool,
    unreadable: &mut bool,
) -> Option<u64> {
    let mut found = [None; FIELDS.len()];
    for (name, part) in parts {
        let fits = |(words, _): &(&[&str], Form)| words.iter().all(|word| find_ignoring_case(name, word).is_some());
        let Some(row) = FIELDS.iter().position(fits) else { continue };
        if row >= ASKED {
            // It means something where nothing is left.
            let at = find_ignoring_case(name, RESET).unwrap_or_default();
            let left = owned(&name[..at]) + REMAINING + &name[at + RESET.len()..];
            if !(limited || is_used_up(parts, &left).unwrap_or(throttled)) {
                continue;
            }
        }
        let wait = FIELDS[row].1.read(part, clock);
        *unreadable |= wait.is_none() && row >= ASKED;
        found[row] = found[row].max(wait);
    }
    let first = |rows: &[Option<u64>]| rows.iter().find_map(|wait| *wait);
    // `RateLimit` says nothing in a response from a cache.
    let limit = || limit_of(headers, parts).filter(|_| !clock.is_cached);
    first(&found[..ASKED]).or_else(limit).or_else(|| first(&found[ASKED..]))
}

/// Whether a field of that name says that nothing is left, if there is one.
fn is_used_up(parts: &Parts, name: &str) -> Option<bool> {
    let mut used_up = None;
    for (_, left) in parts.iter().filter(|(other, _)| *other == name) {
        used_up = used_up.max(Some(is_nothing(left)));
    }
    used_up
}

/// Docker Hub names the window behind it: `0;w=21600`.
fn is_nothing(left: &str) -> bool {
    left.starts_with('-') || fraction(split_first(left, b';').0) == Some(0)
}

/// Milliseconds until all limits of `RateLimit` start anew, which may come in several lines.
fn limit_of(headers: &Headers, parts: &Parts) -> Option<u64> {
    let mut longest = None;
    for field in headers.all("ratelimit") {
        longest = longest.max(limit::wait(field).map(|seconds| seconds * 1000));
    }
    // As draft-07 has it: `limit=100, remaining=0, reset=50`.
    let (mut used_up, mut reset) = (false, None);
    for (_, part) in parts.iter().filter(|(name, _)| *name == "ratelimit") {
        let (key, value) = split_first(part, b'=');
        used_up |= key == REMAINING && is_nothing(value);
        reset = reset.max(fraction(split_first(value, b';').0).filter(|_| key == RESET));
    }
    longest.or(reset.filter(|_| used_up))
}

/// Whether the server forbids trying again.
pub(super) fn forbids(headers: &Headers) -> bool {
    headers.parts().iter().any(|(name, value)| match *name {
        "x-should-retry" | "stripe-should-retry" => is_ignoring_case(value, "false"),
        // What cannot be read means no here, the opposite of Retry-After (A6).
        PUSHBACK => number(value).is_none(),
        _ => false,
    })
}

/// Whether the fields of a response are those of a limit that is used up, whatever its status.
pub(crate) fn limits(headers: &Headers) -> bool {
    let parts = headers.parts();
    let says = |(name, value): &(&str, &str)| {
        let has = |word| find_ignoring_case(name, word).is_some();
        *name == "retry-after" || has("limit") && has(REMAINING) && is_nothing(value)
    };
    parts.iter().any(says) || limit_of(headers, &parts).is_some()
}

/// Whether the server asks to try again, whatever its answer was.
pub(crate) fn asks(headers: &Headers) -> bool {
    headers.get("x-should-retry").is_some_and(|value| is_ignoring_case(value, "true"))
}

/// Milliseconds that a device authorization response states (RFC 8628 section 3.2): `interval`, `expires_in`.
pub(super) fn stated(failure: &Failure, name: &str) -> Option<u64> {
    seconds_in(failure.body.value()?.at(name)?)
}
