//! A provider's table from its codes to reasons, with what differs.

use crate::action::{is_namespaced, ActionKind, ActionName};
use crate::clean;
use crate::envelope;
use crate::error::Faults;
use crate::failure::{Body, Failure};
use crate::locale::message::Arg;
use crate::param;
use crate::reason::Reason;
use crate::retry::{Backoff, Rule};
use crate::text::{owned, parts, place, same};
use crate::value::Value;
use std::sync::Arc;

/// What a catalog knows of one code.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The code, folded.
    code: String,
    /// The status that it comes with.
    pub status: Option<u16>,
    pub reason: Reason,
    /// The reason where the response says when to come back.
    pub limited: Option<Reason>,
    /// The reason where a page came instead of the API's answer.
    pub page: Option<Reason>,
    /// The key of the words, where they are not the reason's own.
    pub words: Option<String>,
    /// What follows, where it is not what follows from the reason.
    pub rule: Option<Rule>,
    /// An action of the operator's own that must come first.
    pub after: Option<ActionName>,
    pub actions: Option<Vec<ActionName>>,
    pub ends_session: Option<bool>,
}

/// A code that the client gives itself, when the server's body says what it is but not which.
#[derive(Clone, Debug)]
struct Absent {
    status: u16,
    /// The code to give.
    code: String,
    /// Given when the server sent a code that the table does not know; otherwise when it sent none.
    unknown: bool,
    /// Given only when nothing stands there.
    without: Option<String>,
}

/// A provider's table. A file of `catalogs/`, or an operator's own.
#[derive(Clone, Debug)]
pub struct Catalog {
    provider: String,
    /// Where the code stands in a body, as dotted paths, best first.
    code_at: Vec<String>,
    /// Paths that only this provider's bodies have, all of them.
    mark: Vec<String>,
    /// Where parameters of the words stand in a body: name and path.
    params: Vec<(String, String)>,
    /// Whether a bare code is this provider's when it comes with the status of its row.
    claims: bool,
    absent: Vec<Absent>,
    /// Sentences of servers without codes, folded, and the codes that stand for them.
    sentences: Vec<(String, String)>,
    codes: Vec<Entry>,
}

impl Catalog {
    /// Reads a catalog. What is wrong with it goes into `faults`, the rest is used.
    /// Nothing when it does not say whose it is.
    pub(crate) fn read(value: &Value, faults: &mut Faults) -> Option<Catalog> {
        const MEMBERS: &str = "provider source codeAt mark params claims absent sentences codes $schema";
        if !faults.only(value, "an object: a catalog", MEMBERS) {
            return None;
        }
        let mut catalog = Catalog {
            provider: faults.required(value, "provider", "a name of a-z, 0-9, - and _", provider)?,
            code_at: paths(value, "codeAt", faults),
            mark: paths(value, "mark", faults),
            params: Vec::new(),
            claims: faults.optional(value, "claims", A_BOOLEAN, Value::as_bool).unwrap_or_default(),
            absent: Vec::new(),
            sentences: Vec::new(),
            codes: Vec::new(),
        };
        faults.members(value, "params", "an object: path by parameter", &mut |name, value, faults| match path(value) {
            Some(path) if param::is_name(name) => catalog.params.push((owned(name), path)),
            Some(_) => faults.push_text(param::A_NAME, name),
            None => faults.push(A_PATH, value),
        });
        faults.elements(value, "absent", &mut |_, value, faults| {
            if let Some(absent) = Absent::read(value, faults) {
                catalog.absent.push(absent);
            }
        });
        faults.members(value, "sentences", "an object: code by sentence", &mut |sentence, value, faults| {
            let folded = clean::fold(sentence);
            match value.as_str().and_then(clean::code) {
                Some(_) if folded.is_empty() => faults.push_text("a sentence of letters", sentence),
                Some(code) => catalog.sentences.push((folded, clean::fold(code))),
                None => faults.push("a code", value),
            }
        });
        const CODES: &str = "an object: entry by code";
        match value.get("codes") {
            Some(_) => faults.members(value, "codes", CODES, &mut |code, value, faults| {
                catalog.take(code, value, faults);
            }),
            None => faults.push_at("codes", CODES, &Value::Null),
        }
        Some(catalog)
    }

    fn take(&mut self, code: &str, value: &Value, faults: &mut Faults) {
        /// The largest table known has 420; each look-up walks the table.
        const MOST: usize = 4096;
        let folded = clean::fold(code);
        let expected = if self.codes.len() == MOST {
            "at most 4096 codes"
        } else if folded.is_empty() || clean::code(code).is_none() {
            "a code of letters, digits and . _ - : / #"
        } else if self.find(&folded).is_some() {
            "each code once (forms of one code are equal)"
        } else {
            if let Some(entry) = Entry::read(folded, value, faults) {
                self.codes.push(entry);
            }
            return;
        };
        faults.push_text(expected, code);
    }

    /// Whose it is.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// The entry of a code, folded.
    fn find(&self, folded: &str) -> Option<&Entry> {
        self.codes.iter().find(|entry| same(&entry.code, folded))
    }
}

/// All catalogs, ours first: of one provider's, the later lies over the earlier, code by code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogs(pub Vec<Arc<Catalog>>);

impl Catalogs {
    /// A provider's catalogs, the one on top first.
    fn of<'p, 'a: 'p>(&'a self, provider: &'p str) -> impl Iterator<Item = &'a Catalog> + 'p {
        self.0.iter().rev().map(|catalog| &**catalog).filter(move |catalog| same(&catalog.provider, provider))
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
        for place in &place.code_at {
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
            |catalog: &&Arc<Catalog>| !catalog.mark.is_empty() && catalog.mark.iter().all(|mark| stands(body, mark));
        self.0.iter().rev().find(marked).map(|catalog| catalog.provider())
    }

    /// Whose failure it is by a code of its own that comes with the status of its row, or whose row names no status.
    pub fn claimant(&self, failure: &Failure) -> Option<&str> {
        let claims = |catalog: &&Arc<Catalog>| {
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
            for (name, path) in &catalog.params {
                if let Some(value) = body.at(path).and_then(param::value) {
                    params.push((name.as_str(), value));
                }
            }
        }
        params
    }

    /// What a known sentence of the body stands for.
    pub fn sentence(&self, provider: Option<&str>, body: &Body) -> Option<(&str, &Entry)> {
        for sentence in envelope::sentences(body) {
            let folded = clean::fold(sentence);
            for catalog in self.0.iter().filter(|catalog| provider.is_none_or(|name| same(&catalog.provider, name))) {
                let code = catalog.sentences.iter().find(|(known, _)| same(known, &folded));
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
            rule.map(|rule| rule.code.clone())
        })
    }
}

impl Entry {
    fn read(code: String, value: &Value, faults: &mut Faults) -> Option<Entry> {
        const MEMBERS: &str = "status reason limited page words retry actions endsSession note";
        let before = faults.count;
        faults.only(value, "an object: what the code means", MEMBERS);
        let mut actions = Vec::new();
        faults.elements(value, "actions", &mut |_, value, faults| match action(value) {
            Some(action) => actions.push(action),
            None => faults.push(AN_ACTION, value),
        });
        let mut after = None;
        let place = faults.enter("retry");
        let rule = value.get("retry").and_then(|retry| rule(retry, &mut after, faults));
        faults.leave(place);
        let entry = Entry {
            code,
            status: faults.optional(value, "status", A_STATUS, status),
            reason: faults.required(value, "reason", A_REASON, reason).unwrap_or(Reason::Unknown),
            limited: faults.optional(value, "limited", A_REASON, reason),
            page: faults.optional(value, "page", A_REASON, reason),
            words: faults.optional(value, "words", "the name of a reason, or a namespaced key", words),
            rule,
            after,
            actions: value.get("actions").map(|_| actions),
            ends_session: faults.optional(value, "endsSession", A_BOOLEAN, Value::as_bool),
        };
        // An entry that is wrong in one member could do the wrong thing as a whole.
        (faults.count == before).then_some(entry)
    }
}

impl Absent {
    fn read(value: &Value, faults: &mut Faults) -> Option<Absent> {
        let before = faults.count;
        faults.only(value, "an object: when to give which code", "status code when without");
        let absent = Absent {
            status: faults.required(value, "status", A_STATUS, status).unwrap_or_default(),
            code: faults
                .required(value, "code", "a code", |value| clean::code(value.as_str()?).map(owned))
                .unwrap_or_default(),
            unknown: faults.required(value, "when", "\"no_code\" or \"unknown_code\"", unknown).unwrap_or_default(),
            without: faults.optional(value, "without", A_PATH, path),
        };
        (faults.count == before).then_some(absent)
    }
}

const A_REASON: &str = "the name of a reason";
const A_PATH: &str = "a path as error.code";
const A_BOOLEAN: &str = "true or false";
const A_STATUS: &str = "an HTTP status";
const AN_ACTION: &str = "the name of an action, or a namespaced one";

fn provider(value: &Value) -> Option<String> {
    value.as_str().filter(|name| is_provider(name)).map(owned)
}

/// Whether that can be a provider's name.
pub(crate) fn is_provider(name: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (1..=64).contains(&name.len()) && name.bytes().all(legal)
}

/// The paths of the array `key`.
#[inline(never)]
fn paths(value: &Value, key: &str, faults: &mut Faults) -> Vec<String> {
    let mut paths = Vec::new();
    faults.elements(value, key, &mut |_, value, faults| match path(value) {
        Some(path) => paths.push(path),
        None => faults.push(A_PATH, value),
    });
    paths
}

fn path(value: &Value) -> Option<String> {
    let path = value.as_str()?;
    (path.len() <= 128 && parts(path, |b| b == b'.').all(|key| !key.is_empty())).then(|| owned(path))
}

fn status(value: &Value) -> Option<u16> {
    value.as_integer().filter(|n| (100..=599).contains(n)).map(|n| n as u16)
}

fn unknown(value: &Value) -> Option<bool> {
    match place("no_code unknown_code", value.as_str()?)? {
        0 => Some(false),
        _ => Some(true),
    }
}

fn reason(value: &Value) -> Option<Reason> {
    Reason::from_name(value.as_str()?)
}

fn words(value: &Value) -> Option<String> {
    let key = value.as_str()?;
    (Reason::from_name(key).is_some() || is_namespaced(key)).then(|| owned(key))
}

fn action(value: &Value) -> Option<ActionName> {
    ActionName::from_name(value.as_str()?)
}

fn backoff(value: &Value) -> Option<Backoff> {
    const ALL: [Backoff; 3] = [Backoff::Transient, Backoff::Overload, Backoff::Throttling];
    place("transient overload throttling", value.as_str()?).map(|at| ALL[at])
}

fn rule(value: &Value, after: &mut Option<ActionName>, faults: &mut Faults) -> Option<Rule> {
    let kinds = "\"auto\", \"poll\", \"after_action\", \"when_online\" or \"never\"";
    let kind = place("auto poll after_action when_online never", value.member("kind").as_str().unwrap_or_default());
    let Some(kind) = kind else {
        faults.push_at("kind", kinds, value.member("kind"));
        return None;
    };
    let members = match kind {
        0 => "kind backoff repeatable",
        1 => "kind slowDown",
        2 => "kind action",
        _ => "kind",
    };
    faults.only(value, "", members);
    match kind {
        0 => Some(Rule::Auto {
            backoff: faults
                .optional(value, "backoff", "\"transient\", \"overload\" or \"throttling\"", backoff)
                .unwrap_or(Backoff::Transient),
            repeatable: faults.optional(value, "repeatable", A_BOOLEAN, Value::as_bool).unwrap_or_default(),
        }),
        1 => Some(Rule::Poll {
            slow_down: faults.optional(value, "slowDown", A_BOOLEAN, Value::as_bool).unwrap_or_default(),
        }),
        2 => {
            let mends = "an action that mends it (support is never a way to retry)";
            let name = faults.required(value, "action", mends, |value| {
                action(value).filter(|action| !action.is(ActionKind::ContactSupport))
            })?;
            let kind = ActionKind::from_name(name.name());
            if kind.is_none() {
                *after = Some(name);
            }
            kind.map(Rule::AfterAction)
        }
        3 => Some(Rule::WhenOnline),
        _ => Some(Rule::Never),
    }
}

/// Whether something stands at a path; `null` and the empty string are nothing.
fn stands(body: &Value, path: &str) -> bool {
    body.at(path).is_some_and(|v| !matches!(v, Value::Null) && v.as_str() != Some(""))
}
