//! What to put on the screen, as one plain value.

use crate::action::{Action, ActionKind};
use crate::clean::label;
use crate::judgement::Judgement;
use crate::locale::direction::Direction;
use crate::problem::Problem;
use crate::reason::{Category, Politeness, Presentation, Reason, Severity};
use crate::report::Report;
use crate::retry::Retry;
use crate::words::Wording;
use serde::Serialize;

/// Everything that an app needs to show a failed call. The members are those of the package's `Notice`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Notice {
    /// What to quote to support: the server's code; else the status; else a short code of ours.
    pub code: String,
    /// What the server sent, where `code` is another.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Whose code it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The response's status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Whether a catalog knew the code; otherwise the words come from the status or the class of failure.
    pub known: bool,
    /// What an operator should hear about it.
    #[serde(skip)]
    pub(crate) report: Option<Report>,
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
    /// Puts together what was read, judged and worded.
    pub(crate) fn new(
        problem: Problem,
        judged: Judgement,
        wording: Wording,
        status: Option<u16>,
        support: &Support,
    ) -> Notice {
        let provider = problem.provider.map(|name| label(name, 64));
        let (reason, known) = (judged.reason, judged.known);
        let report = match (problem.hidden, problem.code) {
            (Some(code), _) => Some(Report::HiddenCode { code, reason }),
            (None, Some(code)) if !known => {
                Some(Report::UnknownCode { code, status, provider: provider.clone(), reason })
            }
            _ => None,
        };
        let mut actions = wording.buttons;
        for action in &mut actions {
            if action.kind.is(ActionKind::ContactSupport) {
                let Support { phone, email, url } = support.clone();
                (action.phone, action.email, action.url) = (phone, email, url);
            }
        }
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
            retry: judged.retry,
            ends_session: judged.ends_session,
            request_id: problem.request_id.map(String::from),
            provider,
            status,
            known: judged.known,
            report,
        }
    }

    /// What an operator should hear about this notice.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }
}
