//! A catalog as its file has it, held to the rules.

use super::{is_provider, Absent, Catalog, Entry};
use crate::action::{is_own, ActionKind, ActionName};
use crate::clean;
use crate::error::{quoted, Faults, Wanted};
use crate::param;
use crate::reason::Reason;
use crate::retry::rule::{Backoff, Rule};
use crate::text::{is_digits, owned, split, words as words_of, List, Text};
use crate::value::Value;
use std::slice;

impl Catalog {
    /// Reads a catalog. What is wrong with it goes into `faults`, the rest is used.
    /// Nothing when it does not say whose it is.
    pub(crate) fn read(value: &Value, faults: &mut Faults) -> Option<Catalog> {
        const MEMBERS: &str = "provider source codeAt mark params claims absent sentences thrown codes $schema";
        if !faults.only(value, &Wanted::of("an object: a catalog"), MEMBERS) {
            return None;
        }
        let provider = faults.required(value, "provider", &Wanted::of("a name of a-z, 0-9, - and _"), provider)?;
        let code_at = paths(value, "codeAt", faults);
        let mark = paths(value, "mark", faults);
        let claims = faults.optional(value, "claims", &A_BOOLEAN, Value::as_bool).unwrap_or_default();
        let (mut params, mut absent, mut sentences, mut codes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let paths = &Wanted::of("an object: path by parameter");
        faults.members(value, "params", paths, &mut |name, value, faults| match path(value) {
            Some(path) if param::is_name(name) && name != param::UNTIL => params.push((Text::Owned(owned(name)), path)),
            Some(_) => faults.push_text(&param::A_NAME, name),
            None => faults.push(&A_PATH, value),
        });
        const CODES: Wanted = Wanted::of("an object: entry by code");
        match value.get("codes") {
            Some(_) => faults.members(value, "codes", &CODES, &mut |code, value, faults| {
                Entry::add(code, value, &provider, &mut codes, faults);
            }),
            None => faults.push_at("codes", &CODES, &Value::Null),
        }
        // Read before the core is asked.
        faults.elements(value, "thrown", &mut |_, value, faults| {
            const PARTS: &str = "status headers body code";
            if faults.only(value, &Wanted::of("an object: path by what stands there"), PARTS) {
                for part in words_of(PARTS) {
                    faults.optional(value, part, &A_PATH, path);
                }
            }
        });
        // What follows names codes of the table.
        faults.elements(value, "absent", &mut |_, value, faults| {
            if let Some(rule) = Absent::read(value, &codes, faults) {
                absent.push(rule);
            }
        });
        let by_sentence = &Wanted::of("an object: code by sentence");
        faults.members(value, "sentences", by_sentence, &mut |sentence, value, faults| {
            let folded = clean::fold(sentence);
            match value.as_str().and_then(clean::code) {
                Some(_) if folded.is_empty() => faults.push_text(&Wanted::of("a sentence of letters"), sentence),
                Some(code) => {
                    if is_known(code, &codes, faults) {
                        sentences.push((folded.into(), clean::fold(code).into()));
                    }
                }
                None => faults.push(&A_CODE, value),
            }
        });
        Some(Catalog {
            provider,
            code_at,
            mark,
            params: List::Owned(params),
            claims,
            absent: List::Owned(absent),
            sentences: List::Owned(sentences),
            codes: List::Owned(codes),
        })
    }
}

impl Entry {
    /// Adds what the code `code` means to the table, or says why not.
    fn add(code: &str, value: &Value, provider: &str, table: &mut Vec<Entry>, faults: &mut Faults) {
        /// The largest table known has 420; each look-up walks the table.
        const MOST: usize = 4096;
        const MEMBERS: &str = "status reason limited page words from until retry actions endsSession quoted note";
        let folded = clean::fold(code);
        let expected = if table.len() == MOST {
            "at most 4096 codes"
        } else if folded.is_empty() || clean::code(code).is_none() {
            "a code of letters, digits and . _ - : / #"
        } else if provider == HTTP && folded.starts_with(|c: char| c.is_ascii_digit()) && !is_status(&folded) {
            "an HTTP status, or a class of them as 5xx"
        } else if table.iter().any(|entry| entry.code == folded) {
            "each code once (forms of one code are equal)"
        } else {
            if let Some(entry) = Entry::read(folded, value, MEMBERS, faults) {
                table.push(entry);
            }
            return;
        };
        faults.push_text(&Wanted::of(expected), code);
    }

    /// Reads what a code, or an announcement, means; `members` are those that it may have.
    pub(crate) fn read(code: String, value: &Value, members: &str, faults: &mut Faults) -> Option<Entry> {
        let before = faults.count;
        faults.only(value, &Wanted::of("an object: what it means"), members);
        let place = faults.enter("actions");
        let actions = actions(value.get("actions"), faults);
        faults.leave(place);
        let mut after = None;
        let place = faults.enter("retry");
        let rule = value.get("retry").and_then(|retry| rule(retry, &mut after, faults));
        faults.leave(place);
        let entry = Entry {
            code: code.into(),
            status: faults
                .optional(value, "status", &Wanted::of("an HTTP status or a list of them"), statuses)
                .unwrap_or_default(),
            reason: faults.required(value, "reason", &A_REASON, reason).unwrap_or(Reason::Unknown),
            limited: faults.optional(value, "limited", &A_REASON, reason),
            page: faults.optional(value, "page", &A_REASON, reason),
            words: faults.optional(value, "words", &SOME_WORDS, words),
            period: faults.period(value).map(Box::new),
            rule,
            after,
            actions: value.get("actions").map(|_| List::Owned(actions)),
            ends_session: faults.optional(value, "endsSession", &A_BOOLEAN, Value::as_bool),
            quoted: faults.optional(value, "quoted", &A_BOOLEAN, Value::as_bool).unwrap_or(true),
        };
        if let Some(key) = entry.words.as_deref().filter(|key| Reason::from_name(key).is_none()) {
            let place = faults.enter("words");
            faults.need(key, "");
            faults.leave(place);
        }
        // An entry that is wrong in one member could do the wrong thing as a whole.
        (faults.count == before).then_some(entry)
    }
}

impl Absent {
    fn read(value: &Value, table: &[Entry], faults: &mut Faults) -> Option<Absent> {
        let before = faults.count;
        faults.only(value, &Wanted::of("an object: when to give which code"), "status code when without");
        if let Some(code) = value.member("code").as_str().and_then(clean::code) {
            let place = faults.enter("code");
            is_known(code, table, faults);
            faults.leave(place);
        }
        let absent = Absent {
            status: faults.required(value, "status", &A_STATUS, status).unwrap_or_default(),
            code: faults
                .required(value, "code", &A_CODE, |value| clean::code(value.as_str()?).map(|code| owned(code).into()))
                .unwrap_or_default(),
            unknown: faults.required(value, "when", &WHEN, unknown).unwrap_or_default(),
            without: faults.optional(value, "without", &A_PATH, path),
        };
        (faults.count == before).then_some(absent)
    }
}

const A_REASON: Wanted = Wanted { what: "the name of a reason", names: Reason::NAMES };
const A_PATH: Wanted = Wanted::of("a path as error.code");
const A_CODE: Wanted = Wanted::of("a code");
const A_BOOLEAN: Wanted = Wanted::of("true or false");
const A_STATUS: Wanted = Wanted::of("an HTTP status");
const WHEN: Wanted = Wanted { what: "\"no_code\" or \"unknown_code\"", names: &["no_code", "unknown_code"] };
const AN_ACTION: Wanted = Wanted { what: "the name of an action, or a namespaced one", names: ActionKind::NAMES };
const SOME_WORDS: Wanted = Wanted { what: "the name of a reason, or a namespaced key", names: Reason::NAMES };
const A_KIND: Wanted = Wanted {
    what: "\"auto\", \"poll\", \"after_action\", \"when_online\" or \"never\"",
    names: &["auto", "poll", "after_action", "when_online", "never"],
};
const A_BACKOFF: Wanted = Wanted { what: "\"transient\", \"overload\" or \"throttling\"", names: Backoff::NAMES };
const NOTHING: Wanted = Wanted::of("");

fn provider(value: &Value) -> Option<Text> {
    value.as_str().filter(|name| is_provider(name)).map(|name| owned(name).into())
}

/// The actions of a list: of an entry, or of what an app can do.
pub(crate) fn actions(list: Option<&Value>, faults: &mut Faults) -> Vec<ActionName> {
    let mut actions = Vec::new();
    faults.each(list, &mut |_, value, faults| match action(value) {
        Some(action) => {
            if ActionKind::from_name(action.name()).is_none() {
                faults.need("action.", action.name());
            }
            actions.push(action);
        }
        None => faults.push(&AN_ACTION, value),
    });
    actions
}

/// The paths of the array `key`.
fn paths(value: &Value, key: &str, faults: &mut Faults) -> List<Text> {
    let mut paths = Vec::new();
    faults.elements(value, key, &mut |_, value, faults| match path(value) {
        Some(path) => paths.push(path),
        None => faults.push(&A_PATH, value),
    });
    List::Owned(paths)
}

fn path(value: &Value) -> Option<Text> {
    let path = value.as_str()?;
    (path.len() <= 128 && split(path, |b| b == b'.').all(|key| !key.is_empty())).then(|| owned(path).into())
}

/// Whose codes are statuses, and names for sentences.
const HTTP: &str = "http";

/// `503`, `5xx`
fn is_status(folded: &str) -> bool {
    match folded.as_bytes() {
        [b'1'..=b'5', rest @ ..] => rest == b"xx" || rest.len() == 2 && is_digits(&folded[1..]),
        _ => false,
    }
}

fn status(value: &Value) -> Option<u16> {
    value.as_integer().filter(|n| (100..=599).contains(n)).map(|n| n as u16)
}

/// One status, or several.
fn statuses(value: &Value) -> Option<List<u16>> {
    let mut statuses = Vec::new();
    for item in value.as_array().unwrap_or(slice::from_ref(value)) {
        statuses.push(status(item)?);
    }
    Some(List::Owned(statuses))
}

fn unknown(value: &Value) -> Option<bool> {
    match value.as_str()? {
        "no_code" => Some(false),
        "unknown_code" => Some(true),
        _ => None,
    }
}

fn reason(value: &Value) -> Option<Reason> {
    Reason::from_name(value.as_str()?)
}

fn words(value: &Value) -> Option<Text> {
    let key = value.as_str()?;
    (Reason::from_name(key).is_some() || is_own(key) || key.starts_with("plainly.")).then(|| owned(key).into())
}

/// Whether the table has the code; if not, that is noted.
fn is_known(code: &str, table: &[Entry], faults: &mut Faults) -> bool {
    let folded = clean::fold(code);
    let is = table.iter().any(|entry| entry.code == folded);
    if !is {
        let mut meant = faults.meant(&folded);
        for entry in table {
            meant.see(&entry.code);
        }
        faults.note("a code of the table", quoted(code), meant.name);
    }
    is
}

fn action(value: &Value) -> Option<ActionName> {
    ActionName::from_name(value.as_str()?)
}

fn rule(value: &Value, after: &mut Option<ActionName>, faults: &mut Faults) -> Option<Rule> {
    let kind = value.member("kind");
    match kind.as_str() {
        Some("auto") => {
            faults.only(value, &NOTHING, "kind backoff repeatable");
            let backoff = faults.optional(value, "backoff", &A_BACKOFF, |value| Backoff::from_name(value.as_str()?));
            let repeatable = faults.optional(value, "repeatable", &A_BOOLEAN, Value::as_bool).unwrap_or_default();
            Some(Rule::Auto { backoff: backoff.unwrap_or(Backoff::Transient), repeatable })
        }
        Some("poll") => {
            faults.only(value, &NOTHING, "kind slowDown");
            let slow_down = faults.optional(value, "slowDown", &A_BOOLEAN, Value::as_bool).unwrap_or_default();
            Some(Rule::Poll { slow_down })
        }
        Some("after_action") => {
            faults.only(value, &NOTHING, "kind action");
            let mends = &Wanted { what: "an action that mends it (support is never a way to retry)", ..AN_ACTION };
            let name = faults.required(value, "action", mends, |value| {
                action(value).filter(|action| !action.is(ActionKind::ContactSupport))
            })?;
            let kind = ActionKind::from_name(name.name());
            if kind.is_none() {
                *after = Some(name);
            }
            kind.map(Rule::AfterAction)
        }
        Some(name @ ("when_online" | "never")) => {
            faults.only(value, &NOTHING, "kind");
            Some(if name == "never" { Rule::Never } else { Rule::WhenOnline })
        }
        _ => {
            faults.push_at("kind", &A_KIND, kind);
            None
        }
    }
}
