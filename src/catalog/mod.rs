//! A provider's table from its codes to reasons, with what differs.

mod all;
mod read;

pub(crate) use all::{first_names, Catalogs, Current};

pub(crate) use read::actions;

use crate::action::ActionName;
use crate::period::Period;
use crate::reason::Reason;
use crate::retry::rule::Rule;
use crate::text::{List, Text};
use crate::value::Value;

/// What a catalog knows of one code.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The code: folded in a table, as it is quoted in an announcement.
    pub code: Text,
    /// The statuses that it comes with; none are all.
    pub status: List<u16>,
    pub reason: Reason,
    /// The reason where the response says when to come back.
    pub limited: Option<Reason>,
    /// The reason where a page came instead of the API's answer.
    pub page: Option<Reason>,
    /// The key of the words, where they are not the reason's own.
    pub words: Option<Text>,
    /// When it says this; otherwise the entry below it does.
    pub period: Option<Box<Period>>,
    /// What follows, where it is not what follows from the reason.
    pub rule: Option<Rule>,
    /// An action of the operator's own that must come first.
    pub after: Option<ActionName>,
    pub actions: Option<List<ActionName>>,
    pub ends_session: Option<bool>,
    /// Whether the code can be quoted to support.
    pub quoted: bool,
}

impl Entry {
    /// Whether it says it at a moment.
    pub fn holds(&self, now: i64) -> bool {
        self.period.as_ref().is_none_or(|period| period.holds(now))
    }

    /// Until when it says what it says; nothing where that has no end.
    pub fn until(&self) -> Option<i64> {
        self.period.as_ref()?.until
    }

    /// Whether a code of this entry must not be seen: it is none to quote, or it would tell a secret.
    pub fn hides(&self, code: &str) -> bool {
        !self.quoted || self.reason.is_told_by(code)
    }
}

/// A code that the client gives itself, when the server's body says what it is but not which.
#[derive(Clone, Debug)]
pub(crate) struct Absent {
    pub status: u16,
    /// The code to give.
    pub code: Text,
    /// Given when the server sent a code that the table does not know; otherwise when it sent none.
    pub unknown: bool,
    /// Given only when nothing stands there.
    pub without: Option<Text>,
}

/// A provider's table. A file of `catalogs/`, or an operator's own.
#[derive(Clone, Debug)]
pub(crate) struct Catalog {
    pub provider: Text,
    /// Where the code stands in a body, as dotted paths, best first.
    pub code_at: List<Text>,
    /// Paths that only this provider's bodies have, all of them.
    pub mark: List<Text>,
    /// Where parameters of the words stand in a body: name and path.
    pub params: List<(Text, Text)>,
    /// Whether a bare code is this provider's when it comes with the status of its row.
    pub claims: bool,
    pub absent: List<Absent>,
    /// Sentences of servers without codes, folded, and the codes that stand for them.
    pub sentences: List<(Text, Text)>,
    pub codes: List<Entry>,
}

impl Catalog {
    /// Whose it is.
    pub fn provider(&self) -> &str {
        &self.provider
    }
}

/// Whether that can be a provider's name.
pub(crate) fn is_provider(name: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (1..=64).contains(&name.len()) && name.bytes().all(legal)
}

/// Whether something stands at a path; `null` and the empty string are nothing.
fn stands(body: &Value, path: &str) -> bool {
    body.at(path).is_some_and(|v| !matches!(v, Value::Null) && v.as_str() != Some(""))
}
