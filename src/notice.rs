//! What to put on the screen, as one plain value.

use crate::action::{ActionKind, ActionName};
use crate::failure::{Context, Failure};
use crate::locale::pack::Direction;
use crate::problem::Problem;
use crate::reason::{Category, Politeness, Presentation, Reason, Severity};
use crate::report::Report;
use crate::retry::{asks, Backoff, Retry, Rule};
use crate::text::{decimal, join};

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
const UNSEEN: u64 = 2000;

/// Everything that an app needs to show a failed call. The members are those of the package's `Notice`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize))]
#[cfg_attr(feature = "builtin", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Notice {
    /// What to quote to support: the server's code; else the status; else a short code of ours.
    pub code: String,
    /// What the server sent, where `code` is another.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub server_code: Option<String>,
    /// The cause.
    pub reason: Reason,
    /// What the cause is about.
    pub category: Category,
    /// How bad it is.
    pub severity: Severity,
    /// Where to show it.
    pub presentation: Presentation,
    /// How a live region announces it.
    pub politeness: Politeness,
    /// A few words, at most 40 characters in our languages.
    pub title: String,
    /// One or two sentences.
    pub message: String,
    /// The message in the code style.
    pub text: String,
    /// For a voice guide: title, message and the code digit by digit.
    pub spoken: String,
    /// The language of all these words.
    pub locale: String,
    /// Which way they are written.
    pub direction: Direction,
    /// Buttons, in order; the first has the default focus.
    pub actions: Vec<Action>,
    /// Whether, when and after what to try again.
    pub retry: Retry,
    /// The app must drop its tokens and leave playback.
    pub ends_session: bool,
    /// What the server calls this failure.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub request_id: Option<String>,
    /// Whose code it is.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub provider: Option<String>,
    /// The response's status.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub status: Option<u16>,
    /// Whether a catalog knew the code; otherwise the words come from the status or the class of failure.
    pub known: bool,
    /// A code of the server's that no catalog knew.
    #[cfg_attr(feature = "builtin", serde(skip))]
    pub(crate) unknown_code: Option<String>,
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize))]
pub struct Action {
    /// What it does.
    pub kind: ActionName,
    /// What stands on it.
    pub label: String,
    /// Support's phone number, on `contact_support`.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub phone: Option<String>,
    /// Support's mail address, on `contact_support`.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub email: Option<String>,
    /// Support's address on the web, on `contact_support`.
    #[cfg_attr(feature = "builtin", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
}

/// How to reach the operator's support.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// A phone number.
    pub phone: Option<String>,
    /// A mail address.
    pub email: Option<String>,
    /// An address on the web.
    pub url: Option<String>,
}

impl Notice {
    /// What an operator should hear about this notice.
    pub fn report(&self) -> Option<Report> {
        self.unknown_code.as_ref().map(|code| Report::UnknownCode {
            code: code.clone(),
            status: self.status,
            provider: self.provider.clone(),
            reason: self.reason,
        })
    }
}

/// What is known of a failure before it has words.
pub(crate) struct Judgement<'a> {
    pub reason: Reason,
    pub words: Option<&'a str>,
    pub retry: Retry,
    pub actions: Vec<&'a str>,
    pub presentation: Presentation,
    pub politeness: Politeness,
    pub ends_session: bool,
    pub code: String,
    pub known: bool,
}

impl<'a> Judgement<'a> {
    /// Judges a problem. `class` is what the status or the cause alone says.
    pub fn of(
        problem: &Problem<'a>,
        class: (Reason, Option<Rule>),
        failure: &Failure,
        context: &Context,
    ) -> Judgement<'a> {
        let entry = problem.entry;
        let reason = entry.map_or(class.0, |entry| entry.reason);
        let row = reason.row();
        let rule = match entry {
            Some(entry) => entry.rule,
            None if asks(&failure.headers) => Some(ASKED),
            None => class.1,
        };
        let rule = rule.unwrap_or(row.retry);
        let retry = match entry.and_then(|entry| entry.after.clone()) {
            Some(action) => Retry::AfterAction { action, delay_ms: None },
            None => Retry::decide(rule, failure, context),
        };
        let asks_for = |kind: ActionKind| matches!(&retry, Retry::AfterAction { action, .. } if action.is(kind));
        let first = match &retry {
            Retry::Deferred { .. } => Some(ActionKind::Retry.name()),
            // The app's own work.
            Retry::AfterAction { action, .. } if action.is(ActionKind::RefreshToken) => None,
            Retry::AfterAction { action, .. } => match entry.and_then(|entry| entry.after.as_ref()) {
                Some(own) => Some(own.name()),
                None => ActionKind::from_name(action.name()).map(ActionKind::name),
            },
            _ => None,
        };
        // Whoever must do this first is not offered it twice, nor a repetition without care.
        let careless = if asks_for(ActionKind::ConfirmRetry) { Some(ActionKind::Retry.name()) } else { None };
        let mut actions = Vec::new();
        if let Some(first) = first {
            actions.push(first);
        }
        let mut offer = |action: &'a str| {
            if Some(action) != first && Some(action) != careless {
                actions.push(action);
            }
        };
        match entry.and_then(|entry| entry.actions.as_ref()) {
            Some(own) => own.iter().for_each(|action| offer(action.name())),
            None => row.actions.iter().flatten().for_each(|action| offer(action.name())),
        }
        let unseen = failure.recoverable
            || asks_for(ActionKind::RefreshToken)
            || matches!(&retry, Retry::Auto { delay_ms, .. } if *delay_ms <= UNSEEN);
        let refreshes = matches!(rule, Rule::AfterAction(ActionKind::RefreshToken));
        let refused_again = refreshes && asks_for(ActionKind::SignIn);
        Judgement {
            reason,
            words: entry.and_then(|entry| entry.words.as_deref()),
            presentation: if unseen { Presentation::None } else { row.presentation },
            politeness: match row.severity {
                Severity::Info | Severity::Warning => Politeness::Polite,
                Severity::Error | Severity::Fatal => Politeness::Assertive,
            },
            ends_session: refused_again || entry.and_then(|entry| entry.ends_session).unwrap_or(row.ends_session),
            code: problem
                .code
                .as_ref()
                .or(failure.code.as_ref())
                .cloned()
                .unwrap_or_else(|| own_code(failure.status, reason)),
            known: entry.is_some(),
            retry,
            actions,
        }
    }
}

fn own_code(status: Option<u16>, reason: Reason) -> String {
    if let Some(status) = status {
        return decimal(status.into());
    }
    let own = OWN_CODES.iter().position(|known| *known == reason).unwrap_or_default();
    join(&["P-", &decimal(own as i64)])
}
