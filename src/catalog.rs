//! A provider's table from its codes to reasons, with what differs.

use crate::action::{is_namespaced, ActionKind, ActionName};
use crate::clean;
use crate::envelope;
use crate::error::Faults;
use crate::failure::Body;
use crate::reason::Reason;
use crate::retry::{Backoff, Rule};
use crate::text::decimal;
use crate::value::Value;

/// What a catalog knows of one code.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The code, folded.
    code: String,
    /// The status that it comes with.
    pub status: Option<u16>,
    pub reason: Reason,
    /// The key of the words, where they are not the reason's own.
    pub words: Option<String>,
    /// What follows, where it is not what follows from the reason.
    pub rule: Option<Rule>,
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
    /// A path that only this provider's bodies have.
    mark: Option<String>,
    /// Whether a bare code is this provider's when it comes with the status of its row.
    claims: bool,
    absent: Vec<Absent>,
    codes: Vec<Entry>,
}

impl Catalog {
    /// Reads a catalog. What is wrong with it goes into `faults`, the rest is used.
    /// Nothing when it does not say whose it is.
    pub(crate) fn read(value: &Value, faults: &mut Faults) -> Option<Catalog> {
        const MEMBERS: [&str; 8] = ["provider", "source", "codeAt", "mark", "claims", "absent", "codes", "$schema"];
        let Some(members) = value.as_object() else {
            faults.push("an object: a catalog", value);
            return None;
        };
        for (key, value) in members.iter().filter(|(key, _)| !MEMBERS.contains(&key.as_str())) {
            faults.at(key).push("no such member", value);
        }
        let provider = value.get("provider").and_then(Value::as_str).filter(|name| is_provider(name));
        let Some(provider) = provider else {
            faults.at("provider").push("a name of a-z, 0-9, - and _", value.get("provider").unwrap_or(&Value::Null));
            return None;
        };
        let mut catalog = Catalog {
            provider: provider.into(),
            code_at: Vec::new(),
            mark: value.get("mark").and_then(|v| path(v, &mut faults.at("mark"))),
            claims: value.get("claims").is_some_and(|v| boolean(v, &mut faults.at("claims")) == Some(true)),
            absent: Vec::new(),
            codes: Vec::new(),
        };
        each(value, "codeAt", faults, |v, faults| catalog.code_at.extend(path(v, faults)));
        each(value, "absent", faults, |v, faults| catalog.absent.extend(Absent::read(v, faults)));
        match value.get("codes") {
            Some(Value::Object(codes)) => {
                for (code, value) in codes {
                    let mut faults = faults.at("codes");
                    catalog.take(code, value, &mut faults.at(code));
                }
            }
            other => faults.at("codes").push("an object: entry by code", other.unwrap_or(&Value::Null)),
        }
        Some(catalog)
    }

    fn take(&mut self, code: &str, value: &Value, faults: &mut Faults) {
        let folded = clean::fold(code);
        if folded.is_empty() || clean::code(code).is_none() {
            return faults.push("a code of letters, digits and . _ - : / #", &Value::String(code.into()));
        }
        let Some(entry) = Entry::read(folded, value, faults) else {
            return;
        };
        if self.codes.iter().any(|other| other.code == entry.code) {
            return faults.push("each code once (forms of one code are equal)", &Value::String(code.into()));
        }
        self.codes.push(entry);
    }

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
pub(crate) struct Catalogs(pub Vec<Catalog>);

impl Catalogs {
    /// A provider's catalogs, the one on top first.
    fn of<'a>(&'a self, provider: &'a str) -> impl Iterator<Item = &'a Catalog> {
        self.0.iter().rev().filter(move |catalog| catalog.provider == provider)
    }

    /// Whether there is any of that provider.
    pub fn has(&self, provider: &str) -> bool {
        self.of(provider).next().is_some()
    }

    /// The entry of a provider's code, in any of the code's forms.
    pub fn find<'a>(&'a self, provider: &str, code: &str) -> Option<&'a Entry> {
        let folded = clean::fold(code);
        self.0.iter().rev().filter(|catalog| catalog.provider == provider).find_map(|catalog| catalog.find(&folded))
    }

    /// The code at the place where the provider puts it, or in a sentence that begins with it.
    pub fn code_of(&self, provider: &str, body: &Body) -> Option<String> {
        let Some(place) = self.of(provider).find(|catalog| !catalog.code_at.is_empty()) else {
            return envelope::code(body);
        };
        let at_place = |value| envelope::code_at(value, place.code_at.iter().map(String::as_str));
        body.value().and_then(at_place).or_else(|| envelope::sentence_code(body))
    }

    /// Whose body it can only be.
    pub fn marked(&self, body: &Value) -> Option<&str> {
        let marked = |catalog: &&Catalog| catalog.mark.as_ref().is_some_and(|mark| stands(body, mark));
        self.0.iter().rev().find(marked).map(Catalog::provider)
    }

    /// Whose body it is by a code of its own that comes with the status of its row.
    pub fn claimant(&self, body: &Body, status: u16) -> Option<&str> {
        let claims = |catalog: &&Catalog| {
            let provider = &catalog.provider;
            let code = self.code_of(provider, body).map(|code| clean::fold(&code));
            // What an operator lays over a code changes what it means, not whose it is.
            let row = code.and_then(|code| self.of(provider).find_map(|catalog| catalog.find(&code)?.status));
            catalog.claims && row == Some(status)
        };
        self.0.iter().find(claims).map(Catalog::provider)
    }

    /// The code that the client gives itself for what the provider's server sent.
    pub fn absent(&self, provider: &str, status: u16, code: Option<&str>, body: Option<&Value>) -> Option<String> {
        let known = code.map(|code| self.find(provider, code).is_some());
        for rule in self.of(provider).flat_map(|catalog| &catalog.absent) {
            let without = rule.without.as_ref().is_none_or(|path| !body.is_some_and(|body| stands(body, path)));
            let fits = if rule.unknown { known == Some(false) } else { known.is_none() };
            if rule.status == status && fits && without {
                return Some(rule.code.clone());
            }
        }
        None
    }
}

impl Entry {
    fn read(code: String, value: &Value, faults: &mut Faults) -> Option<Entry> {
        const MEMBERS: [&str; 7] = ["status", "reason", "words", "retry", "actions", "endsSession", "note"];
        let Some(members) = value.as_object() else {
            faults.push("an object: what the code means", value);
            return None;
        };
        let before = faults.list.len();
        for (key, value) in members.iter().filter(|(key, _)| !MEMBERS.contains(&key.as_str())) {
            faults.at(key).push("no such member", value);
        }
        let reason = value.get("reason").and_then(Value::as_str).and_then(Reason::from_name);
        if reason.is_none() {
            faults.at("reason").push("the name of a reason", value.get("reason").unwrap_or(&Value::Null));
        }
        let words = value.get("words").and_then(|v| {
            let key = v.as_str().filter(|key| Reason::from_name(key).is_some() || is_namespaced(key));
            if key.is_none() {
                faults.at("words").push("the name of a reason, or a namespaced key", v);
            }
            key.map(String::from)
        });
        let actions = value.get("actions").map(|_| {
            let mut actions = Vec::new();
            each(value, "actions", faults, |v, faults| actions.extend(action(v, faults)));
            actions
        });
        let entry = Entry {
            code,
            status: value.get("status").and_then(|v| status(v, &mut faults.at("status"))),
            reason: reason.unwrap_or(Reason::Unknown),
            words,
            rule: value.get("retry").and_then(|v| rule(v, &mut faults.at("retry"))),
            actions,
            ends_session: value.get("endsSession").and_then(|v| boolean(v, &mut faults.at("endsSession"))),
        };
        // An entry that is wrong in one member could do the wrong thing as a whole.
        (faults.list.len() == before).then_some(entry)
    }
}

impl Absent {
    fn read(value: &Value, faults: &mut Faults) -> Option<Absent> {
        let code = value.get("code").and_then(Value::as_str).and_then(clean::code);
        if code.is_none() {
            faults.at("code").push("a code", value.get("code").unwrap_or(&Value::Null));
        }
        let when = value.get("when").unwrap_or(&Value::Null);
        let unknown = match when.as_str() {
            Some("no_code") => Some(false),
            Some("unknown_code") => Some(true),
            _ => {
                faults.at("when").push("\"no_code\" or \"unknown_code\"", when);
                None
            }
        };
        let number = value.get("status").unwrap_or(&Value::Null);
        Some(Absent {
            status: status(number, &mut faults.at("status"))?,
            code: code?,
            unknown: unknown?,
            without: value.get("without").and_then(|v| path(v, &mut faults.at("without"))),
        })
    }
}

/// Reads each element of the array `key`, where there is one.
fn each(value: &Value, key: &str, faults: &mut Faults, mut read: impl FnMut(&Value, &mut Faults)) {
    match value.get(key) {
        None => {}
        Some(Value::Array(items)) => {
            let mut faults = faults.at(key);
            for (at, item) in items.iter().take(64).enumerate() {
                let index = decimal(at as i64);
                read(item, &mut faults.at(&index));
            }
        }
        Some(other) => faults.at(key).push("an array", other),
    }
}

fn is_provider(name: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (1..=64).contains(&name.len()) && name.bytes().all(legal)
}

fn path(value: &Value, faults: &mut Faults) -> Option<String> {
    let path = value.as_str().filter(|p| !p.is_empty() && p.len() <= 128 && p.split('.').all(|key| !key.is_empty()));
    if path.is_none() {
        faults.push("a path as error.code", value);
    }
    path.map(String::from)
}

fn boolean(value: &Value, faults: &mut Faults) -> Option<bool> {
    if value.as_bool().is_none() {
        faults.push("true or false", value);
    }
    value.as_bool()
}

fn status(value: &Value, faults: &mut Faults) -> Option<u16> {
    let status = value.as_integer().filter(|n| (100..=599).contains(n));
    if status.is_none() {
        faults.push("an HTTP status", value);
    }
    status.map(|n| n as u16)
}

fn action(value: &Value, faults: &mut Faults) -> Option<ActionName> {
    let action = value.as_str().and_then(ActionName::from_name);
    if action.is_none() {
        faults.push("the name of an action, or a namespaced one", value);
    }
    action
}

fn rule(value: &Value, faults: &mut Faults) -> Option<Rule> {
    let member = |key| value.get(key).unwrap_or(&Value::Null);
    match member("kind").as_str() {
        Some("never") => Some(Rule::Never),
        Some("when_online") => Some(Rule::WhenOnline),
        Some("after_action") => {
            let action = action(member("action"), &mut faults.at("action"))?;
            if action.is(ActionKind::ContactSupport) {
                faults.at("action").push("an action that mends it; support is never a way to retry", member("action"));
                return None;
            }
            Some(Rule::AfterAction(action))
        }
        Some("auto") => Some(Rule::Auto {
            backoff: match value.get("backoff").map(|v| (v.as_str(), v)) {
                None | Some((Some("transient"), _)) => Backoff::Transient,
                Some((Some("overload"), _)) => Backoff::Overload,
                Some((Some("throttling"), _)) => Backoff::Throttling,
                Some((_, other)) => {
                    faults.at("backoff").push("\"transient\", \"overload\" or \"throttling\"", other);
                    return None;
                }
            },
            repeatable: match value.get("repeatable") {
                Some(v) => boolean(v, &mut faults.at("repeatable"))?,
                None => false,
            },
        }),
        _ => {
            faults.at("kind").push("\"auto\", \"after_action\", \"when_online\" or \"never\"", member("kind"));
            None
        }
    }
}

/// Whether something stands at a path; `null` and the empty string are nothing.
fn stands(body: &Value, path: &str) -> bool {
    body.at(path).is_some_and(|v| *v != Value::Null && v.as_str() != Some(""))
}
