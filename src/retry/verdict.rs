//! A rule and the facts of one call → a retry hint.

use super::backoff::jitter;
use super::budget::{COST, COST_OF_THROTTLING};
use super::rule::{Backoff, Rule};
use super::{hint, Retry};
use crate::action::ActionKind;
use crate::context::Context;
use crate::failure::Failure;
use crate::reason::Reason;
use crate::text::{is_ignoring_case, words};

/// The longest wait that is done in silence.
const LONGEST_SILENT: u64 = 300_000;
/// The longest wait after which trying again is worth it.
const LONGEST: u64 = 24 * 60 * 60 * 1000;
/// The waits that a viewer is told of: less is a moment, and more is no time that one waits for.
const TOLD: std::ops::RangeInclusive<u64> = 30_000..=7 * LONGEST;
/// The least spread over clients that were told the same time.
const LEAST_SPREAD: u64 = 1000;
/// The largest spread that an operator can ask for.
const LARGEST_SPREAD: u64 = 600_000;
/// How often to look for connectivity where a television's events lie.
const POLL_ONLINE: u32 = 5000;
/// The interval of polls where nobody stated one (RFC 8628 section 3.2).
const POLL_INTERVAL: u64 = 5000;
/// The least interval of polls, whatever an app states: nobody signs in elsewhere within a second.
const LEAST_POLL_INTERVAL: u64 = 1000;
/// How long a device code lives where nobody stated it: as long as in the examples of RFC 8628.
const CODE_LIFE: u64 = 30 * 60 * 1000;
/// What must be left of the budget for what costs nothing.
const COST_OF_NOTHING: f64 = 1.0;

/// Whether a viewer is told of a wait in milliseconds.
pub(crate) fn is_told(wait: u64) -> bool {
    TOLD.contains(&wait)
}

/// What a failure comes to.
pub(crate) struct Verdict {
    pub retry: Retry,
    /// The reason instead of the failure's own.
    pub instead: Option<Reason>,
    /// The wait that a viewer is told of: what was asked, whenever we come.
    pub told: Option<u64>,
}

impl From<Retry> for Verdict {
    fn from(retry: Retry) -> Verdict {
        Verdict { retry, instead: None, told: None }
    }
}

impl Verdict {
    /// Judges a failure by its rule. `limited` says that the response names a limit as its cause; `ends_in`, in how many
    /// milliseconds what the operator announced is over. Until then nothing is tried again by itself.
    pub fn of(rule: Rule, failure: &Failure, context: &Context, limited: bool, ends_in: Option<u64>) -> Verdict {
        let asked = hint::read(failure, context, limited).max(ends_in.filter(|_| rule.is_automatic()));
        let call = Call { failure, context, asked };
        let retry = match rule {
            Rule::Never => return Retry::Never.into(),
            Rule::AfterAction(action) => match after(action, context) {
                retry if retry.asks_for(ActionKind::RefreshToken) && call.asked.is_some() => call.refreshed(),
                retry => return retry.into(),
            },
            Rule::Poll { slow_down } => match call.poll(slow_down) {
                Some(retry) => retry,
                None => {
                    let instead = Some(Reason::DeviceCodeExpired);
                    return Verdict { instead, ..after(ActionKind::SignIn, context).into() };
                }
            },
            Rule::WhenOnline if !failure.is_answered() => call.when_online(),
            // There was a connection.
            Rule::WhenOnline => call.automatic(Backoff::Transient, false),
            Rule::WhenTold if call.asked.is_none() => Retry::Never,
            Rule::WhenTold => call.automatic(Backoff::Throttling, true),
            Rule::Auto { backoff, repeatable } => call.automatic(backoff, repeatable),
        };
        // What comes by itself shows how long it takes.
        let told = call.asked.filter(|wait| is_told(*wait) && !matches!(retry, Retry::Auto { .. }));
        Verdict { told, ..retry.into() }
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

/// The facts of one call.
struct Call<'a> {
    failure: &'a Failure,
    context: &'a Context,
    /// The wait that the server, or the operator, asked for.
    asked: Option<u64>,
}

impl Call<'_> {
    fn automatic(&self, backoff: Backoff, repeatable: bool) -> Retry {
        let context = self.context;
        let cost = if backoff == Backoff::Throttling { COST_OF_THROTTLING } else { COST };
        let attempt = context.attempt.max(1);
        let floor = self.asked.unwrap_or_default();
        let used_up = self.is_used_up(cost);
        let Some(left) = self.left(floor).filter(|_| floor <= LONGEST && !(used_up && self.asked.is_none())) else {
            return Retry::Never;
        };
        let window = match self.asked {
            Some(asked) => self.spread().max(asked / 2),
            None => backoff.window(attempt, self.spread()),
        };
        // A day and half a day at most.
        let delay_ms = (floor + jitter(window.min(left - floor), context.random)) as u32;
        // To ask again whether the viewer is done does nothing twice.
        let polls = context.poll_interval_ms.is_some();
        if !repeatable && !context.idempotent.unwrap_or_else(|| polls || is_idempotent(&context.method)) {
            return Retry::after(ActionKind::ConfirmRetry, self.asked.map(|_| delay_ms));
        }
        if used_up || floor > LONGEST_SILENT {
            return Retry::Deferred { delay_ms };
        }
        Retry::Auto {
            delay_ms,
            attempt: attempt.saturating_add(1),
            attempts_left: (context.max_attempts != 0).then(|| context.max_attempts - attempt),
            poll_interval_ms: None,
            expires_in_ms: None,
        }
    }

    /// With a new token, but not before the server's time.
    fn refreshed(&self) -> Retry {
        match self.automatic(Backoff::Throttling, true) {
            Retry::Auto { delay_ms, .. } => Retry::after(ActionKind::RefreshToken, Some(delay_ms)),
            other => other,
        }
    }

    fn when_online(&self) -> Retry {
        match self.left(0).filter(|_| !self.is_used_up(COST_OF_NOTHING)) {
            Some(left) => {
                let delay_ms = jitter(self.spread().min(left), self.context.random) as u32;
                Retry::WhenOnline { delay_ms, poll_ms: POLL_ONLINE }
            }
            None => Retry::Never,
        }
    }

    /// Polls use no tries; `slow_down` adds five seconds for good (RFC 8628 section 3.5). Nothing where the next one would
    /// come after the device code's end.
    fn poll(&self, slow_down: bool) -> Option<Retry> {
        const MORE: u64 = 5000;
        let context = self.context;
        // Any server can say that it is pending; only who polls is to go on (RFC 8628 section 3.4).
        let polls = context.poll_interval_ms.is_some() || is_ignoring_case(&context.method, "POST");
        let in_force = context.poll_interval_ms.unwrap_or(POLL_INTERVAL).max(LEAST_POLL_INTERVAL);
        let stated = hint::stated(self.failure, "interval").unwrap_or_default();
        let interval = stated.max(in_force).saturating_add(if slow_down { MORE } else { 0 });
        let floor = interval.max(self.asked.unwrap_or_default());
        let Some(left) = self.left(floor).filter(|_| polls && !self.lacks(COST_OF_NOTHING)) else {
            return Some(Retry::Never);
        };
        let life = context.expires_in_ms.or_else(|| hint::stated(self.failure, "expires_in"));
        // A day at most, for 32 bits.
        let life = life.unwrap_or(CODE_LIFE).min(LONGEST);
        let window = LEAST_SPREAD.min(life.checked_sub(floor)?).min(left - floor);
        let delay = floor + jitter(window, context.random);
        Some(Retry::Auto {
            delay_ms: delay as u32,
            attempt: context.attempt,
            attempts_left: None,
            poll_interval_ms: Some(interval as u32),
            expires_in_ms: Some((life - delay) as u32),
        })
    }

    /// The milliseconds within which a call may come that waits so long; nothing where the time is over or the server
    /// forbids it.
    fn left(&self, wait: u64) -> Option<u64> {
        let left = self.context.deadline_ms.unwrap_or(u64::MAX);
        (left > 0 && left >= wait && !hint::forbids(&self.failure.headers)).then_some(left)
    }

    /// Whether tries or budget are used up.
    fn is_used_up(&self, cost: f64) -> bool {
        let Context { attempt, max_attempts, .. } = *self.context;
        (max_attempts != 0 && attempt.max(1) >= max_attempts) || self.lacks(cost)
    }

    fn lacks(&self, cost: f64) -> bool {
        self.context.retry_tokens.is_some_and(|left| left < cost)
    }

    fn spread(&self) -> u64 {
        self.context.spread_ms.clamp(LEAST_SPREAD, LARGEST_SPREAD)
    }
}

/// RFC 9110 section 9.2.2; QUERY is safe. A method that nobody knows is not.
fn is_idempotent(method: &str) -> bool {
    const KNOWN: &str = "GET HEAD OPTIONS TRACE PUT DELETE QUERY";
    words(KNOWN).any(|known| is_ignoring_case(method, known))
}
