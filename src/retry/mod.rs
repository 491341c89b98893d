//! What the app should do about time and about trying again. All times are whole milliseconds.

mod backoff;
mod budget;
mod hint;
mod http_date;
mod limit;

pub use backoff::Backoff;
pub use budget::RetryBudget;
pub(crate) use hint::{asks, limits};

use crate::action::{ActionKind, ActionName};
use crate::failure::{Context, Failure};
use crate::named::named;
use crate::text::{alike, same, words};
use backoff::jitter;
use budget::{COST, COST_OF_THROTTLING};

/// The longest wait that is done in silence.
const LONGEST_SILENT: u64 = 300_000;
/// The longest wait that a viewer is told of; beyond it trying again is pointless.
const LONGEST: u64 = 24 * 60 * 60 * 1000;
/// The least spread over clients that were told the same time.
const LEAST_SPREAD: u64 = 1000;
/// The largest spread that an operator can ask for.
const LARGEST_SPREAD: u64 = 600_000;
/// How often to look for connectivity where a television's events lie.
const POLL_ONLINE: u64 = 5000;

/// What a reason, or a catalog's entry, says about trying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// By itself, after a while.
    Auto {
        /// How the wait grows.
        backoff: Backoff,
        /// Nothing was done, so any method may repeat.
        repeatable: bool,
    },
    /// After the viewer or the app did this.
    AfterAction(ActionKind),
    /// By itself, as often as the server allows, until the viewer has finished elsewhere (RFC 8628 section 3.5).
    Poll {
        /// The server asked for a longer interval, for good.
        slow_down: bool,
    },
    /// When there is a connection again.
    WhenOnline,
    /// Not at all.
    Never,
}

/// The retry hint of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize))]
#[cfg_attr(feature = "builtin", serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase"))]
#[non_exhaustive]
pub enum Retry {
    /// Try again after the delay.
    Auto {
        /// From now.
        delay_ms: u64,
        /// The number of the coming try, from 2.
        attempt: u32,
        /// Tries that are left, the coming one included; nothing when there is no limit.
        #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
        attempts_left: Option<u32>,
        /// The polling interval that is in force from now on.
        #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
        poll_interval_ms: Option<u64>,
    },
    /// Too long to wait in silence: show the time, let the viewer try.
    Deferred {
        /// From now.
        delay_ms: u64,
    },
    /// Try again when there is a connection.
    WhenOnline {
        /// From the moment that connectivity returns.
        delay_ms: u64,
        /// How often to look, where no event tells.
        poll_ms: u64,
    },
    /// Try again after this was done.
    AfterAction {
        /// What must come first.
        action: ActionName,
        /// The least wait, from now.
        #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
        delay_ms: Option<u64>,
    },
    /// Do not try again.
    Never,
}

named! {
    /// The kinds of [`Retry`].
    Kind {
        /// By itself.
        Auto = "auto",
        /// When the viewer likes to, after a long time.
        Deferred = "deferred",
        /// With a connection.
        WhenOnline = "when_online",
        /// After this was done.
        AfterAction = "after_action",
        /// Not at all.
        Never = "never",
    }
}

/// What a [`Retry`] is made of: all that any kind has, in one form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hint<'a> {
    pub kind: Kind,
    pub action: &'a str,
    pub delay_ms: Option<u64>,
    pub poll_ms: Option<u64>,
    pub poll_interval_ms: Option<u64>,
    pub attempt: u32,
    pub attempts_left: Option<u32>,
}

impl<'a> Hint<'a> {
    const NEVER: Hint<'a> = Hint {
        kind: Kind::Never,
        action: "",
        delay_ms: None,
        poll_ms: None,
        poll_interval_ms: None,
        attempt: 0,
        attempts_left: None,
    };

    /// After an action of that name.
    pub fn after(action: &'a str, delay_ms: Option<u64>) -> Hint<'a> {
        Hint { kind: Kind::AfterAction, action, delay_ms, ..Hint::NEVER }
    }

    /// Judges a failure by its rule.
    pub fn decide(rule: Rule, failure: &Failure, context: &Context) -> Hint<'a> {
        match rule {
            Rule::Never => Hint::NEVER,
            Rule::Poll { slow_down } => poll(slow_down, failure, context),
            Rule::WhenOnline => Hint {
                kind: Kind::WhenOnline,
                delay_ms: Some(jitter(spread(context), context.random)),
                poll_ms: Some(POLL_ONLINE),
                ..Hint::NEVER
            },
            Rule::AfterAction(action) => after(action, context),
            Rule::Auto { backoff, repeatable } => automatic(backoff, repeatable, failure, context),
        }
    }

    /// Whether it asks for that action first.
    pub fn asks_for(&self, action: ActionKind) -> bool {
        same(self.action, action.name())
    }

    /// The wait that a viewer is told of.
    pub fn told_wait(&self) -> Option<u64> {
        match self.kind {
            Kind::Deferred => self.delay_ms,
            Kind::AfterAction => self.delay_ms.filter(|wait| *wait > LONGEST_SILENT),
            _ => None,
        }
    }
}

impl From<Hint<'_>> for Retry {
    fn from(hint: Hint) -> Retry {
        let Hint { attempt, attempts_left, poll_interval_ms, .. } = hint;
        let delay_ms = hint.delay_ms.unwrap_or_default();
        match hint.kind {
            Kind::Auto => Retry::Auto { delay_ms, attempt, attempts_left, poll_interval_ms },
            Kind::Deferred => Retry::Deferred { delay_ms },
            Kind::WhenOnline => Retry::WhenOnline { delay_ms, poll_ms: hint.poll_ms.unwrap_or_default() },
            Kind::AfterAction => Retry::AfterAction { action: ActionName::of(hint.action), delay_ms: hint.delay_ms },
            Kind::Never => Retry::Never,
        }
    }
}

/// A token is refreshed once, then the viewer signs in, then it is over: nobody goes round in circles.
fn after<'a>(action: ActionKind, context: &Context) -> Hint<'a> {
    use ActionKind::{RefreshToken, SignIn};
    let action = match action {
        RefreshToken | SignIn if context.signed_in => return Hint::NEVER,
        RefreshToken if context.refreshed => SignIn,
        action => action,
    };
    Hint::after(action.name(), None)
}

fn automatic<'a>(backoff: Backoff, repeatable: bool, failure: &Failure, context: &Context) -> Hint<'a> {
    let cost = if backoff == Backoff::Throttling { COST_OF_THROTTLING } else { COST };
    let attempt = context.attempt.max(1);
    let spent = context.max_attempts != 0 && attempt >= context.max_attempts;
    if spent || hint::forbids(&failure.headers) || context.retry_tokens.is_some_and(|left| left < cost) {
        return Hint::NEVER;
    }
    let hint = hint::read(failure, context);
    let floor = hint.unwrap_or_default();
    if floor > LONGEST || context.deadline_ms.is_some_and(|left| left < floor) {
        return Hint::NEVER;
    }
    let mut window = match hint {
        Some(asked) => spread(context).max(asked / 2),
        None => backoff.window(attempt, spread(context)),
    };
    if let Some(left) = context.deadline_ms {
        window = window.min(left - floor);
    }
    let delay_ms = floor + jitter(window, context.random);
    if !repeatable && !context.idempotent.unwrap_or_else(|| is_idempotent(&context.method)) {
        return Hint::after(ActionKind::ConfirmRetry.name(), hint.map(|_| delay_ms));
    }
    if floor > LONGEST_SILENT {
        return Hint { kind: Kind::Deferred, delay_ms: Some(delay_ms), ..Hint::NEVER };
    }
    Hint {
        kind: Kind::Auto,
        delay_ms: Some(delay_ms),
        attempt: attempt.saturating_add(1),
        attempts_left: (context.max_attempts != 0).then(|| context.max_attempts - attempt),
        ..Hint::NEVER
    }
}

/// Polls use no attempts; slow_down adds five seconds for good (RFC 8628 section 3.5).
fn poll<'a>(slow_down: bool, failure: &Failure, context: &Context) -> Hint<'a> {
    const MORE: u64 = 5000;
    let stated = hint::interval(failure).unwrap_or_default().max(context.poll_interval_ms).min(LONGEST_SILENT);
    let interval = stated + if slow_down { MORE } else { 0 };
    Hint {
        kind: Kind::Auto,
        delay_ms: Some(interval + jitter(LEAST_SPREAD, context.random)),
        attempt: context.attempt,
        poll_interval_ms: Some(interval),
        ..Hint::NEVER
    }
}

fn spread(context: &Context) -> u64 {
    context.spread_ms.clamp(LEAST_SPREAD, LARGEST_SPREAD)
}

/// RFC 9110 section 9.2.2; QUERY is safe. A method that nobody knows is not.
fn is_idempotent(method: &str) -> bool {
    words("GET HEAD OPTIONS TRACE PUT DELETE QUERY").any(|known| alike(known.as_bytes(), method.as_bytes()))
}
