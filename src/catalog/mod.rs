//! A provider's table from its codes to reasons, with what differs.

mod read;

use crate::action::ActionName;
use crate::clean;
use crate::envelope;
use crate::failure::{Body, Failure};
use crate::locale::message::Arg;
use crate::param;
use crate::reason::Reason;
use crate::retry::rule::Rule;
use crate::text::{owned, List, Text};
use crate::value::Value;
use std::borrow::Cow;

/// What a catalog knows of one code.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The code, folded.
    pub code: Text,
    /// The status that it comes with.
    pub status: Option<u16>,
    pub reason: Reason,
    /// The reason where the response says when to come back.
    pub limited: Option<Reason>,
    /// The reason where a page came instead of the API's answer.
    pub page: Option<Reason>,
    /// The key of the words, where they are not the reason's own.
    pub words: Option<Text>,
    /// What follows, where it is not what follows from the reason.
    pub rule: Option<Rule>,
    /// An action of the operator's own that must come first.
    pub after: Option<ActionName>,
    pub actions: Option<List<ActionName>>,
    pub ends_session: Option<bool>,
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

    /// The entry of a code, folded.
    fn find(&self, folded: &str) -> Option<&Entry> {
        self.codes.iter().find(|entry| entry.code == folded)
    }
}

/// All catalogs, ours first: of one provider's, the later lies over the earlier, code by code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogs(pub Vec<Cow<'static, Catalog>>);

impl Catalogs {
    /// A provider's catalogs, the one on top first.
    fn of<'p, 'a: 'p>(&'a self, provider: &'p str) -> impl Iterator<Item = &'a Catalog> + 'p {
        self.0.iter().rev().map(AsRef::as_ref).filter(move |catalog: &&Catalog| catalog.provider == provider)
    }

    /// Whether there is any of that provider.
    pub fn has(&self, provider: &str) -> bool {
        self.of(provider).next().is_some()
    }

    /// The entry of a provider's code, in any of the code's forms.
    pub fn find<'a>(&'a self, provider: &str, code: &str) -> Option<&'a Entry> {
        let folded = clean::fold(code);
        self.of(provider).find_map(|catalog| catalog.find(&folded))
    }

    /// The code at the place where the provider puts it, or in a sentence that begins with it.
    pub fn code_of(&self, provider: &str, failure: &Failure) -> Option<String> {
        let Some(place) = self.of(provider).find(|catalog| !catalog.code_at.is_empty()) else {
            return envelope::code(failure);
        };
        let mut first = None;
        for place in place.code_at.iter() {
            let code = envelope::code_at(failure, place);
            // A newer code that nobody knows must not hide an older one beside it.
            if code.as_deref().is_some_and(|code| self.find(provider, code).is_some()) {
                return code;
            }
            first = first.or(code);
        }
        first.or_else(|| envelope::sentence_code(&failure.body).map(owned))
    }

    /// Whose body it can only be.
    pub fn marked(&self, body: &Value) -> Option<&str> {
        let marked =
            |catalog: &&Cow<Catalog>| !catalog.mark.is_empty() && catalog.mark.iter().all(|mark| stands(body, mark));
        self.0.iter().rev().find(marked).map(|catalog| catalog.provider())
    }

    /// Whose failure it is by a code of its own that comes with the status of its row, or whose row names no status.
    pub fn claimant(&self, failure: &Failure) -> Option<&str> {
        let claims = |catalog: &&Cow<Catalog>| {
            let provider = &catalog.provider;
            let Some(code) = self.code_of(provider, failure).map(|code| clean::fold(&code)) else { return false };
            let (mut known, mut row) = (false, None);
            for entry in self.of(provider).filter_map(|catalog| catalog.find(&code)) {
                known = true;
                // What an operator lays over a code changes what it means, not whose it is.
                row = row.or(entry.status);
            }
            known && (row.is_none() || row == failure.status)
        };
        self.0.iter().filter(|catalog| catalog.claims).find(claims).map(|catalog| catalog.provider())
    }

    /// The parameters that a provider's body brings for its words.
    pub fn params<'a>(&'a self, provider: &str, body: &'a Value) -> Vec<(&'a str, Arg<'a>)> {
        let mut params = Vec::new();
        for catalog in self.of(provider) {
            for (name, path) in catalog.params.iter() {
                if let Some(value) = body.at(path).and_then(param::value) {
                    params.push((name.as_ref(), value));
                }
            }
        }
        params
    }

    /// What a known sentence of the body stands for.
    pub fn sentence(&self, provider: Option<&str>, body: &Body) -> Option<(&str, &Entry)> {
        for sentence in envelope::sentences(body) {
            let folded = clean::fold(sentence);
            for catalog in self.0.iter().filter(|catalog| provider.is_none_or(|name| catalog.provider == name)) {
                let code = catalog.sentences.iter().find(|(known, _)| *known == folded);
                if let Some(entry) = code.and_then(|(_, code)| self.find(&catalog.provider, code)) {
                    return Some((&catalog.provider, entry));
                }
            }
        }
        None
    }

    /// The code that the client gives itself for what the provider's server sent.
    pub fn absent(&self, provider: &str, status: u16, code: Option<&str>, body: Option<&Value>) -> Option<String> {
        let known = code.map(|code| self.find(provider, code).is_some());
        self.of(provider).find_map(|catalog| {
            let rule = catalog.absent.iter().find(|rule| {
                let without = rule.without.as_ref().is_none_or(|path| !body.is_some_and(|body| stands(body, path)));
                let fits = if rule.unknown { known == Some(false) } else { known.is_none() };
                rule.status == status && fits && without
            });
            rule.map(|rule| owned(&rule.code))
        })
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
