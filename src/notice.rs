//! What to put on the screen, as one plain value.

use crate::action::{Action, ActionKind};
use crate::clean::label;
use crate::judgement::Judgement;
use crate::locale::direction::Direction;
use crate::param::Param;
use crate::problem::Problem;
use crate::reason::{Category, Politeness, Presentation, Reason, Severity};
use crate::report::Report;
use crate::retry::Retry;
use crate::text::owned;
use crate::wording::Wording;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Everything that an app needs to show a failed call. The members are those of the package's `Notice`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Notice {
    /// What to quote to support: the server's code; else the status; else a short code of ours. Empty for an announcement
    /// without one.
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
    /// The key of the words, where they are not the reason's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What words that are not the reason's own may hold, by name.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub params: Vec<(String, Param)>,
    /// The wait that the words tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_ms: Option<u32>,
    /// When what it tells ends, as an operator announced it: milliseconds since the Unix epoch.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_number")]
    pub until: Option<i64>,
    /// The moment that it was made at, by the server's clock where that is known, where what it tells holds for a time only:
    /// milliseconds since the Unix epoch.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_number")]
    pub at: Option<i64>,
    /// What an operator calls it, where it is an announcement: no call failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announcement: Option<String>,
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
    /// Puts together what was read and judged. It has no words yet.
    pub(crate) fn new(problem: Problem, judged: Judgement, status: Option<u16>) -> Notice {
        let provider = problem.provider.map(|name| label(name, 64));
        let (reason, known) = (judged.reason, judged.known);
        let report = match (problem.hidden, problem.code) {
            (Some(code), _) => Some(Report::HiddenCode { code, reason }),
            (None, Some(code)) if !known => {
                Some(Report::UnknownCode { code, status, provider: provider.clone(), reason })
            }
            _ => None,
        };
        let mut notice = Notice::of(reason);
        notice.code = judged.code;
        notice.server_code = problem.server_code;
        notice.presentation = judged.presentation;
        for kind in judged.actions {
            notice.actions.push(kind.into());
        }
        notice.retry = judged.retry;
        notice.ends_session = judged.ends_session;
        notice.request_id = problem.request_id.map(owned);
        notice.provider = provider;
        notice.status = status;
        notice.known = known;
        if let Some(words) = judged.words {
            notice.words = Some(owned(words));
            for (name, arg) in problem.params {
                notice.params.push((owned(name), arg.into()));
            }
        }
        notice.told_ms = judged.told.map(|wait| wait as u32);
        notice.until = judged.until;
        notice.report = report;
        notice
    }

    /// A notice of that cause, before anything else is known of it.
    pub(crate) fn of(reason: Reason) -> Notice {
        let row = reason.row();
        Notice {
            code: owned("P-0"),
            server_code: None,
            reason,
            category: row.category,
            severity: row.severity,
            presentation: row.presentation,
            politeness: row.severity.politeness(),
            title: String::new(),
            message: String::new(),
            text: String::new(),
            spoken: String::new(),
            locale: String::new(),
            direction: Direction::default(),
            actions: Vec::new(),
            retry: Retry::Never,
            ends_session: row.ends_session,
            request_id: None,
            provider: None,
            status: None,
            known: false,
            words: None,
            params: Vec::new(),
            told_ms: None,
            until: None,
            at: None,
            announcement: None,
            report: None,
        }
    }

    /// Takes over words, and where support is reached where somebody says so.
    pub(crate) fn say(&mut self, wording: Wording, support: &Support) {
        if let (None, true, Some(words)) = (&self.report, wording.lacking, &self.words) {
            self.report = Some(Report::MissingWords { words: words.clone(), locale: wording.locale.clone() });
        }
        self.title = wording.title;
        self.message = wording.message;
        self.text = wording.text;
        self.spoken = wording.spoken;
        self.locale = wording.locale;
        self.direction = wording.direction;
        for (action, label) in self.actions.iter_mut().zip(wording.labels) {
            if !label.is_empty() {
                action.label = label;
            }
            if action.kind.is(ActionKind::ContactSupport) && *support != Support::default() {
                let Support { phone, email, url } = support.clone();
                (action.phone, action.email, action.url) = (phone, email, url);
            }
        }
        self.actions.retain(|action| !action.label.is_empty());
    }

    /// What an operator should hear about this notice.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }
}

fn as_map<S: Serializer>(params: &[(String, Param)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(params.len()))?;
    for (name, param) in params {
        map.serialize_entry(name, param)?;
    }
    map.end()
}

/// An instant as JavaScript has it: to write one of 64 bits costs a kilobyte there.
fn as_number<S: Serializer>(instant: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(instant.unwrap_or_default() as f64)
}
