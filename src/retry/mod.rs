//! What the app should do about time and about trying again. All times are whole milliseconds.

mod backoff;
mod budget;
mod hint;
mod http_date;
mod limit;
pub(crate) mod rule;

pub use budget::RetryBudget;
pub(crate) use hint::{asks, limits};

use crate::action::{ActionKind, ActionName};
use crate::context::Context;
use crate::failure::Failure;
use backoff::jitter;
use budget::{COST, COST_OF_THROTTLING};
use rule::{Backoff, Rule};
use serde::Serialize;

/// The longest wait that is done in silence.
const LONGEST_SILENT: u64 = 300_000;
/// The longest wait that a viewer is told of; beyond it trying again is pointless.
const LONGEST: u64 = 24 * 60 * 60 * 1000;
/// The least spread over clients that were told the same time.
const LEAST_SPREAD: u64 = 1000;
/// The largest spread that an operator can ask for.
const LARGEST_SPREAD: u64 = 600_000;
/// How often to look for connectivity where a television's events lie.
const POLL_ONLINE: u32 = 5000;

/// The retry hint of a notice. No wait is longer than 36 hours, so 32 bits are enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Retry {
    /// Try again after the delay.
    Auto {
        /// From now.
        delay_ms: u32,
        /// The number of the coming try, from 2.
        attempt: u32,
        /// Tries that are left, the coming one included; nothing when there is no limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        attempts_left: Option<u32>,
        /// The polling interval that is in force from now on.
        #[serde(skip_serializing_if = "Option::is_none")]
        poll_interval_ms: Option<u32>,
    },
    /// Too long to wait in silence: show the time, let the viewer try.
    Deferred {
        /// From now.
        delay_ms: u32,
    },
    /// Try again when there is a connection.
    WhenOnline {
        /// From the moment that connectivity returns.
        delay_ms: u32,
        /// How often to look, where no event tells.
        poll_ms: u32,
    },
    /// Try again after this was done.
    AfterAction {
        /// What must come first.
        action: ActionName,
        /// The least wait, from now.
        #[serde(skip_serializing_if = "Option::is_none")]
        delay_ms: Option<u32>,
    },
    /// Do not try again.
    Never,
}

impl Retry {
    /// After one of our actions.
    fn after(action: ActionKind, delay_ms: Option<u32>) -> Retry {
        Retry::AfterAction { action: action.into(), delay_ms }
    }

    /// Judges a failure by its rule.
    pub(crate) fn decide(rule: Rule, failure: &Failure, context: &Context) -> Retry {
        match rule {
            Rule::Never => Retry::Never,
            Rule::Poll { slow_down } => poll(slow_down, failure, context),
            Rule::WhenOnline => {
                Retry::WhenOnline { delay_ms: jitter(spread(context), context.random) as u32, poll_ms: POLL_ONLINE }
            }
            Rule::AfterAction(action) => after(action, context),
            Rule::Auto { backoff, repeatable } => automatic(backoff, repeatable, failure, context),
        }
    }

    /// Whether it asks for that action first.
    pub(crate) fn asks_for(&self, kind: ActionKind) -> bool {
        matches!(self, Retry::AfterAction { action, .. } if action.is(kind))
    }

    /// The wait that a viewer is told of.
    pub(crate) fn told_wait(&self) -> Option<u64> {
        match self {
            Retry::Deferred { delay_ms } => Some((*delay_ms).into()),
            Retry::AfterAction { delay_ms, .. } => delay_ms.map(u64::from).filter(|wait| *wait > LONGEST_SILENT),
            _ => None,
        }
    }
}

/// A token is refreshed once, then the viewer signs in, then it is over: nobody goes round in circles.
fn after(action: ActionKind, context: &Context) -> Retry {
    use ActionKind::{RefreshToken, SignIn};
    match action {
        RefreshToken | SignIn if context.signed_in => Retry::Never,
        RefreshToken if context.refreshed => Retry::after(SignIn, None),
        action => Retry::after(action, None),
    }
}

fn automatic(backoff: Backoff, repeatable: bool, failure: &Failure, context: &Context) -> Retry {
    let cost = if backoff == Backoff::Throttling { COST_OF_THROTTLING } else { COST };
    let attempt = context.attempt.max(1);
    let spent = context.max_attempts != 0 && attempt >= context.max_attempts;
    if spent || hint::forbids(&failure.headers) || context.retry_tokens.is_some_and(|left| left < cost) {
        return Retry::Never;
    }
    let hint = hint::read(failure, context);
    let floor = hint.unwrap_or_default();
    if floor > LONGEST || context.deadline_ms.is_some_and(|left| left < floor) {
        return Retry::Never;
    }
    let mut window = match hint {
        Some(asked) => spread(context).max(asked / 2),
        None => backoff.window(attempt, spread(context)),
    };
    if let Some(left) = context.deadline_ms {
        window = window.min(left - floor);
    }
    // A day and half a day at most.
    let delay_ms = (floor + jitter(window, context.random)) as u32;
    if !repeatable && !context.idempotent.unwrap_or_else(|| is_idempotent(&context.method)) {
        return Retry::after(ActionKind::ConfirmRetry, hint.map(|_| delay_ms));
    }
    if floor > LONGEST_SILENT {
        return Retry::Deferred { delay_ms };
    }
    Retry::Auto {
        delay_ms,
        attempt: attempt.saturating_add(1),
        attempts_left: (context.max_attempts != 0).then(|| context.max_attempts - attempt),
        poll_interval_ms: None,
    }
}

/// Polls use no attempts; slow_down adds five seconds for good (RFC 8628 section 3.5).
fn poll(slow_down: bool, failure: &Failure, context: &Context) -> Retry {
    const MORE: u64 = 5000;
    let stated = hint::interval(failure).unwrap_or_default().max(context.poll_interval_ms).min(LONGEST_SILENT);
    let interval = stated + if slow_down { MORE } else { 0 };
    Retry::Auto {
        delay_ms: (interval + jitter(LEAST_SPREAD, context.random)) as u32,
        attempt: context.attempt,
        attempts_left: None,
        poll_interval_ms: Some(interval as u32),
    }
}

fn spread(context: &Context) -> u64 {
    context.spread_ms.clamp(LEAST_SPREAD, LARGEST_SPREAD)
}

/// RFC 9110 section 9.2.2; QUERY is safe. A method that nobody knows is not.
fn is_idempotent(method: &str) -> bool {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"];
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(method))
}
