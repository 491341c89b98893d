//! What to put on the screen, as one plain value.

use crate::action::{ActionKind, ActionName};
use crate::failure::{Context, Failure};
use crate::locale::pack::Direction;
use crate::problem::Problem;
use crate::reason::{Category, Politeness, Presentation, Reason, Severity};
use crate::report::Report;
use crate::retry::{asks, Backoff, Hint, Kind, Retry, Rule};
use crate::text::{among, decimal, join, owned, same};
use crate::words::Wording;

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

/// A call that failed, explained: what a [`Notice`] is made of.
pub(crate) struct Explained<'a> {
    pub problem: Problem<'a>,
    pub judged: Judgement<'a>,
    pub wording: Wording<'a>,
    pub status: Option<u16>,
    pub support: &'a Support,
}

impl<'a> Explained<'a> {
    /// A code of the server's that no catalog knew.
    pub fn unknown_code(&self) -> Option<&str> {
        self.problem.code.as_deref().filter(|_| !self.judged.known)
    }

    /// How to reach support, where a button does that.
    pub fn support(&self, action: &str) -> Option<&'a Support> {
        same(action, ActionKind::ContactSupport.name()).then_some(self.support)
    }
}

impl From<Explained<'_>> for Notice {
    fn from(explained: Explained) -> Notice {
        let mut actions = Vec::new();
        for (kind, label) in &explained.wording.buttons {
            let Support { phone, email, url } = explained.support(kind).cloned().unwrap_or_default();
            actions.push(Action { kind: ActionName::of(kind), label: label.clone(), phone, email, url });
        }
        let unknown_code = explained.unknown_code().map(owned);
        let Explained { problem, judged, wording, status, .. } = explained;
        Notice {
            code: judged.code,
            server_code: problem.server_code,
            reason: judged.reason,
            category: judged.reason.category(),
            severity: judged.reason.row().severity,
            presentation: judged.presentation,
            politeness: judged.politeness,
            title: wording.title,
            message: wording.message,
            text: wording.text,
            spoken: wording.spoken,
            locale: wording.locale,
            direction: wording.direction,
            actions,
            retry: judged.retry.into(),
            ends_session: judged.ends_session,
            request_id: problem.request_id.map(owned),
            provider: problem.provider.map(owned),
            status,
            known: judged.known,
            unknown_code,
        }
    }
}

/// What is known of a failure before it has words.
pub(crate) struct Judgement<'a> {
    pub reason: Reason,
    pub words: Option<&'a str>,
    pub retry: Hint<'a>,
    /// What to offer, of what the app can do.
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
        able: Option<&[ActionName]>,
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
        let retry = match entry.and_then(|entry| entry.after.as_ref()) {
            Some(action) => Hint::after(action.name(), None),
            None => Hint::decide(rule, failure, context),
        };
        let refreshing = retry.asks_for(ActionKind::RefreshToken);
        let first = match retry.kind {
            Kind::Deferred => ActionKind::Retry.name(),
            // The app's own work.
            _ if refreshing => "",
            _ => retry.action,
        };
        // Whoever must do this first is not offered it twice, nor a repetition without care; and nobody is offered nothing.
        let careless = if retry.asks_for(ActionKind::ConfirmRetry) { ActionKind::Retry.name() } else { "" };
        let mut actions = Vec::new();
        let mut offer = |action: &'a str| {
            let can = able.is_none_or(|able| able.iter().any(|name| same(name.name(), action)));
            if can && !same(action, careless) && !among(&actions, action) {
                actions.push(action);
            }
        };
        offer(first);
        match entry.and_then(|entry| entry.actions.as_ref()) {
            Some(own) => own.iter().for_each(|action| offer(action.name())),
            None => row.actions.iter().flatten().for_each(|action| offer(action.name())),
        }
        let at_once = retry.kind == Kind::Auto && retry.delay_ms.is_some_and(|delay| delay <= UNSEEN);
        let unseen = failure.recoverable || refreshing || at_once;
        let refreshes = matches!(rule, Rule::AfterAction(ActionKind::RefreshToken));
        let refused_again = refreshes && retry.asks_for(ActionKind::SignIn);
        Judgement {
            reason,
            words: entry.and_then(|entry| entry.words.as_deref()),
            presentation: if unseen { Presentation::None } else { row.presentation },
            politeness: match row.severity {
                Severity::Info | Severity::Warning => Politeness::Polite,
                Severity::Error | Severity::Fatal => Politeness::Assertive,
            },
            ends_session: refused_again || entry.and_then(|entry| entry.ends_session).unwrap_or(row.ends_session),
            code: match problem.code.as_deref().or(failure.code.as_deref()) {
                Some(code) => owned(code),
                None => own_code(failure.status, reason),
            },
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
