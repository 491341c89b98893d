//! What a failure comes to, before it has words.

use crate::action::{ActionKind, ActionName};
use crate::catalog::Entry;
use crate::context::Context;
use crate::failure::Failure;
use crate::problem::Problem;
use crate::reason::{Presentation, Reason};
use crate::retry::rule::{Backoff, Rule};
use crate::retry::{asks, Retry, Verdict};
use crate::text::{decimal, owned};

/// Codes for what happened without a response. They stay as they are: viewers quote them to support.
const OWN_CODES: [Reason; 7] = [
    Reason::Unknown,            // P-0
    Reason::Offline,            // P-1
    Reason::Timeout,            // P-2
    Reason::ConnectionFailed,   // P-3
    Reason::Canceled,           // P-4
    Reason::InsecureConnection, // P-5
    Reason::RequestBlocked,     // P-6
];

/// What follows where the server asks to try again.
const ASKED: Rule = Rule::Auto { backoff: Backoff::Transient, repeatable: true };

/// A retry that comes within these milliseconds needs no screen.
const UNSEEN: u32 = 2000;

/// What the status or the cause alone says.
pub(crate) struct Class<'a> {
    pub reason: Reason,
    /// What a catalog says of the status.
    pub entry: Option<&'a Entry>,
    /// What follows, where it is not what follows from the reason.
    pub rule: Option<Rule>,
    /// The response names a limit in its code or in a sentence.
    pub names_limit: bool,
}

impl From<Reason> for Class<'_> {
    fn from(reason: Reason) -> Self {
        Class { reason, entry: None, rule: None, names_limit: false }
    }
}

/// What is known of a failure before it has words.
pub(crate) struct Judgement<'a> {
    pub reason: Reason,
    pub words: Option<&'a str>,
    pub retry: Retry,
    /// The wait in milliseconds that the words tell.
    pub told: Option<u64>,
    /// When what is said ends.
    pub until: Option<i64>,
    /// What to offer, of what the app can do.
    pub actions: Vec<ActionName>,
    pub presentation: Presentation,
    pub ends_session: bool,
    pub code: String,
    pub known: bool,
}

impl<'a> Judgement<'a> {
    /// Judges a problem at the moment `now`, by the server's clock where that is known.
    pub fn of(
        problem: &Problem<'a>,
        class: &Class<'a>,
        now: i64,
        failure: &Failure,
        context: &Context,
        able: Option<&[ActionName]>,
    ) -> Judgement<'a> {
        let mut entry = problem.entry;
        // A limit that is named says more than the names of other things.
        let named = problem.reason.filter(|_| !class.names_limit);
        let mut reason = entry.map_or(named.unwrap_or(class.reason), |entry| entry.reason);
        let proven = class.rule.unwrap_or(class.reason.row().retry);
        let rule = match entry {
            Some(entry) => entry.rule.unwrap_or(reason.row().retry),
            None if asks(&failure.headers) => ASKED,
            None if named.is_some() => reason.row().retry,
            None => proven,
        };
        // Where the status proves that nothing was done, no code takes that back.
        let rule = match (rule, proven) {
            (Rule::Auto { repeatable: false, .. }, Rule::Auto { repeatable: true, .. }) => proven,
            _ => rule,
        };
        if named.is_none() {
            entry = entry.or(class.entry);
        }
        let until = entry.and_then(Entry::until);
        let ends_in = until.map(|until| until.abs_diff(now));
        let Verdict { retry, instead, told } = match entry.and_then(|entry| entry.after.as_ref()) {
            Some(action) => Retry::AfterAction { action: action.clone(), delay_ms: None }.into(),
            None => {
                let limited = class.names_limit || is_limit(failure.status, rule);
                Verdict::of(rule, failure, context, limited, ends_in)
            }
        };
        if let Some(other) = instead {
            (reason, entry) = (other, None);
        }
        let row = reason.row();
        let refreshing = retry.asks_for(ActionKind::RefreshToken);
        let first = match &retry {
            Retry::Deferred { .. } => Some(ActionKind::Retry.into()),
            // A new token is the app's own work.
            Retry::AfterAction { action, .. } if !refreshing => Some(action.clone()),
            _ => None,
        };
        // Whoever must do this first is not offered it twice, nor a repetition without care; and nobody is offered nothing.
        let careless = retry.asks_for(ActionKind::ConfirmRetry);
        let mut actions = Vec::new();
        let mut offered = false;
        let mut offer = |action: ActionName| {
            offered = true;
            let can = able.is_none_or(|able| able.contains(&action));
            if can && !(careless && action.is(ActionKind::Retry)) && !actions.contains(&action) {
                actions.push(action);
            }
        };
        first.into_iter().for_each(&mut offer);
        match entry.and_then(|entry| entry.actions.as_ref()) {
            Some(own) => own.iter().cloned().for_each(offer),
            None => row.actions.iter().flatten().map(|kind| ActionName::from(*kind)).for_each(offer),
        }
        let at_once = match retry {
            Retry::Auto { delay_ms, .. } => delay_ms <= UNSEEN,
            Retry::AfterAction { delay_ms, .. } => refreshing && delay_ms.unwrap_or_default() <= UNSEEN,
            _ => false,
        };
        let unseen = failure.recoverable || at_once;
        // Where nothing can be done of what is offered, the way on is back, or out of the app.
        if offered && actions.is_empty() {
            actions.push(way_on(able).into());
        }
        let polls = matches!(rule, Rule::Poll { .. });
        let refreshes = matches!(rule, Rule::AfterAction(ActionKind::RefreshToken));
        let refused_again = refreshes && retry.asks_for(ActionKind::SignIn);
        Judgement {
            reason,
            words: entry.and_then(|entry| entry.words.as_deref()),
            presentation: match row.presentation {
                _ if unseen => Presentation::None,
                // Who waits for a poll that does not come must see it.
                Presentation::None if polls && retry == Retry::Never => Presentation::Screen,
                presentation => presentation,
            },
            ends_session: refused_again || entry.and_then(|entry| entry.ends_session).unwrap_or(row.ends_session),
            code: match problem.code.as_deref().or(failure.code.as_deref()) {
                Some(code) => owned(code),
                None => own_code(failure.status, reason),
            },
            known: problem.entry.is_some() || problem.reason.is_some(),
            retry,
            told,
            // A longer wait that the server asked for is what is told.
            until: until.map(|until| now.saturating_add(told.map_or(0, |told| told as i64)).max(until)),
            actions,
        }
    }
}

/// Whether what is throttled names a limit although its status is not that of one.
fn is_limit(status: Option<u16>, rule: Rule) -> bool {
    let throttled = matches!(rule, Rule::Auto { backoff: Backoff::Throttling, .. } | Rule::WhenTold);
    throttled && !matches!(status, Some(429 | 503))
}

/// Where an app goes that can do nothing of what is offered: back, or out, where that is all it can.
fn way_on(able: Option<&[ActionName]>) -> ActionKind {
    let can = |kind| able.is_some_and(|able| able.iter().any(|action| action.is(kind)));
    if can(ActionKind::ExitApp) && !can(ActionKind::GoBack) {
        ActionKind::ExitApp
    } else {
        ActionKind::GoBack
    }
}

fn own_code(status: Option<u16>, reason: Reason) -> String {
    // A success is no error's code.
    if let Some(status) = status.filter(|status| !matches!(status, 200..=299)) {
        return decimal(status.into());
    }
    let own = OWN_CODES.iter().position(|known| *known == reason).unwrap_or_default();
    owned("P-") + &decimal(own as i64)
}
