//! When a client comes again: what others do, by their formulas, and what Plainly says.

use crate::random::Random;
use crate::scenario::{clock, Answer, Hint};
use plainly::{Context, Explainer, Failure, Retry};

/// The longest delay that a JavaScript timer holds; a longer one fires at once.
const TIMER: f64 = 2_147_483_647.0;
/// Base and cap of the policies that have none of their own, in milliseconds.
const BASE: f64 = 1000.0;
const CAP: f64 = 60_000.0;

/// A failed call.
pub struct Call<'a> {
    /// The try that failed, from 1.
    pub attempt: u32,
    /// The delay before it.
    pub previous: f64,
    pub answer: &'a Answer,
    /// Milliseconds since everything went wrong.
    pub now: u32,
    /// By how much the device's clock is wrong.
    pub skew: i64,
}

/// A way to retry.
pub trait Policy: Sync {
    fn name(&self) -> &'static str;

    /// Milliseconds until the next try; nothing where the client gives up.
    fn delay(&self, call: &Call, random: &mut Random) -> Option<f64>;

    /// Milliseconds from the moment that the connection is back.
    fn resume(&self, _random: &mut Random) -> f64 {
        0.0
    }
}

/// `base * 2^(attempt - 1)`
fn doubled(base: f64, attempt: u32) -> f64 {
    base * 2f64.powi(attempt.min(64) as i32 - 1)
}

/// What the server asked for, as a device reads it that trusts its own clock.
fn asked(call: &Call) -> Option<f64> {
    Some(match call.answer.hint? {
        Hint::Seconds(seconds) => f64::from(seconds) * 1000.0,
        Hint::At(at) => (at - clock(call.now, call.skew)).max(0) as f64,
    })
}

/// A table row: a name and a formula.
pub struct Formula(pub &'static str, pub fn(&Call, &mut Random) -> f64);

impl Policy for Formula {
    fn name(&self) -> &'static str {
        self.0
    }

    fn delay(&self, call: &Call, random: &mut Random) -> Option<f64> {
        Some(self.1(call, random))
    }
}

pub const OTHERS: [Formula; 5] = [
    Formula("exponential, no jitter", |call, _| doubled(BASE, call.attempt).min(CAP)),
    Formula("full jitter", full_jitter),
    // ky: exactly what the server asks, 24 days at most; else 0.3 s doubling, without jitter. got is exact too.
    Formula("exact Retry-After (ky)", |call, _| asked(call).unwrap_or_else(|| doubled(300.0, call.attempt)).min(TIMER)),
    // axios-retry's exponentialDelay: 0.1 s times 2^n, or what the server asks where that is more, and up to a fifth.
    Formula("axios-retry", |call, random| {
        let delay = (doubled(200.0, call.attempt)).max(asked(call).unwrap_or_default());
        let delay = delay + delay * 0.2 * random.unit();
        if delay > TIMER {
            0.0
        } else {
            delay
        }
    }),
    // Envoy's rate-limited back-off: once to one and a half times what was asked, up to 300 s; else full jitter.
    Formula("Envoy, x1 to 1.5", |call, random| match asked(call) {
        Some(asked) if asked <= 300_000.0 => random.between(asked, asked * 1.5),
        _ => full_jitter(call, random),
    }),
];

fn full_jitter(call: &Call, random: &mut Random) -> f64 {
    random.between(0.0, doubled(BASE, call.attempt).min(CAP))
}

/// The policies of the published figures.
pub const PUBLISHED: [(Formula, f64); 3] = [
    (Formula("full jitter", |call, random| random.between(0.0, doubled(1000.0, call.attempt).min(64_000.0))), 3148.0),
    (
        Formula("equal jitter", |call, random| {
            let half = doubled(1000.0, call.attempt).min(64_000.0) / 2.0;
            random.between(half, half * 2.0)
        }),
        4111.0,
    ),
    (
        Formula("decorrelated jitter", |call, random| {
            random.between(1000.0, (call.previous * 3.0).max(3000.0)).min(64_000.0)
        }),
        1347.0,
    ),
];

/// The code that ships.
pub struct Plainly {
    name: &'static str,
    explainer: Explainer,
    spread_ms: u64,
}

impl Plainly {
    pub fn new(name: &'static str, spread_ms: u64) -> Plainly {
        Plainly { name, explainer: Explainer::builtin(), spread_ms }
    }

    fn context(&self, now: i64, random: &mut Random) -> Context {
        Context { max_attempts: 0, spread_ms: self.spread_ms, ..Context::new(now, random.unit()) }
    }
}

impl Policy for Plainly {
    fn name(&self) -> &'static str {
        self.name
    }

    fn delay(&self, call: &Call, random: &mut Random) -> Option<f64> {
        let context = Context { attempt: call.attempt, ..self.context(clock(call.now, call.skew), random) };
        match self.explainer.retry(&call.answer.failure, &context) {
            // The viewer who is told when comes then.
            Retry::Auto { delay_ms, .. } | Retry::Deferred { delay_ms } => Some(delay_ms.into()),
            _ => None,
        }
    }

    fn resume(&self, random: &mut Random) -> f64 {
        let context = Context { online: false, ..self.context(clock(0, 0), random) };
        match self.explainer.retry(&Failure::default(), &context) {
            Retry::WhenOnline { delay_ms, .. } => delay_ms.into(),
            other => panic!("no connection, and the advice is {other:?}"),
        }
    }
}
