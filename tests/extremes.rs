//! Numbers at their ends: whatever clocks, contexts and servers say, no sum overflows. `cargo test` checks each one.

#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)] // what is no notice's is for other tests
#[path = "common/sound.rs"]
mod sound;

use plainly::{Context, Explainer, Failure, Reason, RetryBudget};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// The ends of what clocks and counts are held in, and what lies beside them.
const INSTANTS: &[i64] = &[
    i64::MIN,
    i64::MIN + 1,
    -86_400_000,
    -1,
    0,
    1,
    1_795_176_000_000,
    253_402_300_799_999,
    9_007_199_254_740_991,
    i64::MAX - 1,
    i64::MAX,
];
const AMOUNTS: &[u64] = &[
    0,
    1,
    999,
    300_000,
    300_001,
    86_400_000,
    86_400_001,
    u32::MAX as u64,
    1 << 53,
    i64::MAX as u64,
    u64::MAX - 1,
    u64::MAX,
];
const COUNTS: &[u32] = &[0, 1, 2, 3, 4, 12, u32::MAX - 1, u32::MAX];
const REALS: &[f64] = &[
    0.0,
    -0.0,
    0.5,
    0.999_999_999_999_999_9,
    1.0,
    -1.0,
    5e-324,
    f64::MAX,
    f64::MIN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

const NUMBERS: &[&str] = &[
    "0", "-0", "1", "-1", "0.0001", "299.997", "86400", "86401", "999999999", "1000000000", "999999999999",
    "1000000000000", "99999999999999", "100000000000000", "999999999999999", "999999999999999.999999",
    "1000000000000000", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615",
    "18446744073709551616", "99999999999999999999999999999999",
];
const DATES: &[&str] = &[
    "Thu, 01 Jan 1970 00:00:00 GMT", "Sat, 01 Jan 0000 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:60 GMT",
    "Friday, 31-Dec-99 23:59:60 GMT", "Sunday, 01-Jan-00 00:00:00 GMT", "Fri Dec 31 23:59:60 9999",
    "31 Dec 9999 23:59:60 -9959", "1 Jan 0000 00:00:00 +9959", "0000-01-01T00:00:00+9959",
    "9999-12-31T23:59:60.9-99:59",
];
const SPANS: &[&str] = &[
    "0s",
    "999999999999999d",
    "99999999999999999999h99999999999999999999h",
    "1.999999999999999d1d1d1d",
    "0.0001ms",
    "5s",
];
const FIELDS: &[&str] = &[
    "Retry-After", "Date", "Age", "retry-after-ms", "x-amz-retry-after", "grpc-retry-pushback-ms", "RateLimit-Reset",
    "X-RateLimit-Reset", "X-RateLimit-Reset-After", "x-ratelimit-after", "X-RateLimit-Remaining",
];
const MEMBERS: &[&str] = &[
    "interval", "expires_in", "retry_after", "retryAfter", "retry_after_ms", "retryDelay", "resets_at",
    "resets_in_seconds",
];

fn told() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => select(NUMBERS), 2 => select(DATES), 1 => select(SPANS)]
}

fn failure() -> impl Strategy<Value = Failure> {
    let status = select(&[0, 200, 400, 401, 403, 408, 413, 428, 429, 500, 503, u16::MAX][..]);
    let code = select(&["authorization_pending", "slow_down", "SlowDown", "invalid_token", "490", "493"][..]);
    let fields = proptest::collection::vec((select(FIELDS), told()), 0..5);
    let members = proptest::collection::vec((select(MEMBERS), told(), any::<bool>()), 0..4);
    (proptest::option::weighted(0.9, status), code, fields, members, told()).prop_map(
        |(status, code, fields, members, limit)| {
            let mut body = format!("{{\"error\":\"{code}\",\"code\":\"{code}\"");
            for (name, value, bare) in members {
                // JSON knows no number that begins with a minus and a zero alone, nor a date.
                let number = bare && value.parse::<f64>().is_ok();
                body += &if number { format!(",\"{name}\":{value}") } else { format!(",\"{name}\":\"{value}\"") };
            }
            let mut failure =
                Failure { status, cause: status.is_none().then_some(Reason::Timeout), ..Failure::default() }
                    .text(&(body + "}"));
            for (name, value) in fields {
                failure = failure.header(name, value);
            }
            failure.header("RateLimit", &format!("\"a\";r=0;t={limit}"))
        },
    )
}

fn context() -> impl Strategy<Value = Context> {
    let amount = || proptest::option::of(select(AMOUNTS));
    let numbers =
        (select(INSTANTS), select(REALS), proptest::option::of(select(REALS)), select(COUNTS), select(COUNTS));
    let flags = (any::<bool>(), any::<bool>(), select(&["GET", "POST"][..]));
    (numbers, (amount(), amount(), amount(), select(AMOUNTS)), flags).prop_map(
        |(numbers, amounts, (refreshed, online, method))| {
            let (
                (now, random, retry_tokens, attempt, max_attempts),
                (deadline_ms, poll_interval_ms, expires_in_ms, spread_ms),
            ) = (numbers, amounts);
            Context {
                retry_tokens,
                attempt,
                max_attempts,
                deadline_ms,
                poll_interval_ms,
                expires_in_ms,
                spread_ms,
                refreshed,
                online,
                method: method.into(),
                ..Context::new(now, random)
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, rng_seed: RngSeed::Fixed(490), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sum_overflows(failure in failure(), context in context()) {
        let explainer = Explainer::builtin();
        prop_assert_eq!(sound::faults(&explainer, [(&failure, &context)]), None);
    }

    #[test]
    fn no_countdown_and_no_budget_overflows(delay in select(AMOUNTS), capacity in select(REALS), cost in select(REALS)) {
        prop_assert!(!Explainer::builtin().countdown(delay).is_empty());
        let mut budget = RetryBudget::new(capacity);
        budget.spend(Reason::Timeout);
        budget.earn(Some(cost));
        prop_assert!(budget.tokens() >= 0.0);
    }
}

/// Each instant with each date, number and field, which chance might leave out.
#[test]
fn every_instant_with_every_date() {
    for &now in INSTANTS {
        for value in NUMBERS.iter().chain(DATES).chain(SPANS) {
            for name in FIELDS {
                let failure = Failure::response(429)
                    .header(name, value)
                    .header("Retry-After", value)
                    .header("Date", value)
                    .header("Age", value);
                for random in [0.0, 0.999_999_999_999_999_9] {
                    assert_eq!(
                        sound::faults(&Explainer::builtin(), [(&failure, &Context::new(now, random))]),
                        None,
                        "{now} {name}: {value}"
                    );
                }
            }
        }
    }
}
