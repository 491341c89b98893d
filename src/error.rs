//! What is wrong with a catalog or pack, and where.

use crate::builtin::english;
use crate::clean;
use crate::locale::pack::LocalePack;
use crate::period::Period;
use crate::reason::Reason;
use crate::retry::instant;
use crate::text::{decimal, owned, split_first, words};
use crate::value::{head, Value};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;

/// One fault of a catalog's or pack's entry. The entry is dropped, the rest is used.
///
/// ```
/// let faults = plainly::validate(r#"{"provider":"acme","codes":{"7":{"reason":"acount_disabled"}}}"#);
/// assert_eq!(
///     faults[0].to_string(),
///     "codes.7.reason: expected the name of a reason, found \"acount_disabled\"; did you mean \"account_disabled\"?",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    place: String,
    expected: String,
    found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<String>,
}

impl Fault {
    pub(crate) fn new(place: String, expected: &str, found: String, nearest: Option<String>) -> Fault {
        Fault { place, expected: owned(expected), found, nearest }
    }

    /// Where: the keys from the top of the file, joined by dots.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What should stand there.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The name that was meant, most likely, where one is near enough to what stands there.
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }

    /// The same fault, seen from where `place` is the first part of its place.
    #[cfg(feature = "builtin")]
    pub(crate) fn below(&self, place: &str) -> Fault {
        let place = if self.place.is_empty() { place.into() } else { format!("{place}.{}", self.place) };
        Fault { place, ..self.clone() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.place)?;
        f.write_str(": expected ")?;
        f.write_str(&self.expected)?;
        f.write_str(", found ")?;
        f.write_str(&self.found)?;
        match &self.nearest {
            Some(name) => write!(f, "; did you mean \"{name}\"?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// Bytes of a key, and characters of a place, that are told.
const KEY: usize = 80;
const LONGEST: usize = 600;

/// A broken file has thousands of faults; a person reads the first hundreds.
const MOST: usize = 200;

/// What should stand somewhere, and the names that can where they are a closed list.
pub(crate) struct Wanted {
    pub what: &'static str,
    pub names: &'static [&'static str],
}

impl Wanted {
    /// Something that is no name of a list.
    pub const fn of(what: &'static str) -> Wanted {
        Wanted { what, names: &[] }
    }
}

/// A place in the data, as its keys are written, and what was found wrong so far.
#[derive(Default)]
pub(crate) struct Faults<'p> {
    pub list: Vec<Fault>,
    /// How many there are for which something is left out; not all of them are listed.
    pub count: usize,
    /// The packs that are known beside what is read; none when it is read alone.
    pub packs: &'p [Cow<'p, LocalePack>],
    place: String,
}

impl<'p> Faults<'p> {
    /// None yet, of what is read beside these packs.
    pub fn beside(packs: &'p [Cow<LocalePack>]) -> Faults<'p> {
        Faults { packs, ..Faults::default() }
    }

    /// Notes that something else was expected here.
    pub fn push(&mut self, expected: &Wanted, found: &Value) {
        self.push_told(expected, found.as_str().unwrap_or_default(), told(found));
    }

    /// Notes that something else than this text was expected here.
    pub fn push_text(&mut self, expected: &Wanted, found: &str) {
        self.push_told(expected, found, quoted(found));
    }

    fn push_told(&mut self, expected: &Wanted, given: &str, told: String) {
        let mut meant = self.meant(given);
        for name in expected.names {
            meant.see(name);
        }
        self.note(expected.what, told, meant.name);
    }

    /// Notes it, with the name that was meant.
    pub fn note(&mut self, expected: &str, found: String, nearest: Option<String>) {
        self.count += 1;
        if self.list.len() < MOST {
            let place = clean::label(&self.place, LONGEST);
            self.list.push(Fault::new(place, expected, found, nearest));
        }
    }

    /// To find the name that was meant, while somebody may read it.
    pub fn meant<'g>(&self, given: &'g str) -> Meant<'g> {
        Meant::by(if self.list.len() < MOST { given } else { "" })
    }

    /// Notes it when no pack that is known has this key. What needs it is used all the same, without it.
    pub fn need(&mut self, begin: &str, end: &str) {
        let has = |pack: &LocalePack| pack.has([begin, end]);
        let is_known = if self.packs.is_empty() {
            // Read alone, only our own words are known.
            !begin.starts_with("plainly.") || has(english())
        } else {
            self.packs.iter().any(|pack| has(pack))
        };
        if !is_known {
            let (key, count) = (owned(begin) + end, self.count);
            let nearest = self.nearest_key(&key);
            self.note("a key of a pack", quoted(&key), nearest);
            self.count = count;
        }
    }

    /// The key that was meant: one of English, a title or advice that a reason can have, or one of the packs that are known.
    pub fn nearest_key(&self, key: &str) -> Option<String> {
        let mut meant = self.meant(key);
        see_keys(&mut meant, english());
        for part in [".title", ".advice"] {
            for reason in Reason::NAMES {
                meant.see(&(owned(reason) + part));
            }
        }
        // An operator's own come last of all packs: only so many are compared.
        for pack in self.packs.iter().rev() {
            see_keys(&mut meant, pack);
        }
        meant.name
    }

    /// Notes that something else was expected at the member `key`.
    pub fn push_at(&mut self, key: &str, expected: &Wanted, found: &Value) {
        let place = self.enter(key);
        self.push(expected, found);
        self.leave(place);
    }

    /// Goes to the member `key`; [`leave`](Faults::leave) takes what this returns and goes back.
    pub fn enter(&mut self, key: &str) -> usize {
        let place = self.place.len();
        if place > 0 {
            self.place.push('.');
        }
        self.place.push_str(head(key, KEY));
        place
    }

    /// Goes back to where [`enter`](Faults::enter) was called.
    pub fn leave(&mut self, place: usize) {
        self.place.truncate(place);
    }

    /// Whether it is an object; members that it may not have are noted. Those that it may have are words.
    pub fn only(&mut self, value: &Value, expected: &Wanted, members: &str) -> bool {
        match value.as_object() {
            Some(object) => {
                for (key, value) in object {
                    if !words(members).any(|member| member == key) {
                        let mut meant = self.meant(key);
                        for name in words(members) {
                            meant.see(name);
                        }
                        let place = self.enter(key);
                        self.note("no such member", told(value), meant.name);
                        self.leave(place);
                    }
                }
                true
            }
            None => {
                self.push(expected, value);
                false
            }
        }
    }

    /// A member that must be there.
    pub fn required<T>(
        &mut self,
        value: &Value,
        key: &str,
        expected: &Wanted,
        read: fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let member = value.member(key);
        let found = read(member);
        if found.is_none() {
            self.push_at(key, expected, member);
        }
        found
    }

    /// A member that may be there.
    pub fn optional<T>(
        &mut self,
        value: &Value,
        key: &str,
        expected: &Wanted,
        read: fn(&Value) -> Option<T>,
    ) -> Option<T> {
        value.get(key)?;
        self.required(value, key, expected, read)
    }

    /// The period that an entry states in `from` and `until`; nothing where it states none.
    pub fn period(&mut self, entry: &Value) -> Option<Period> {
        const AN_INSTANT: Wanted = Wanted::of("an instant with its zone, as 2026-12-01T06:00:00+01:00");
        let mut read = |key| self.optional(entry, key, &AN_INSTANT, |value| instant(value.as_str()?));
        let period = Period { from: read("from"), until: read("until") };
        if let (Some(from), Some(until)) = (period.from, period.until) {
            if until <= from {
                self.push_at("until", &Wanted::of("an instant after that of from"), entry.member("until"));
            }
        }
        (period.from.is_some() || period.until.is_some()).then_some(period)
    }

    /// Looks at each member of the object `key` of `value`, where there is one.
    pub fn members(&mut self, value: &Value, key: &str, expected: &Wanted, look: &mut Look) {
        let list = self.enter(key);
        match value.get(key) {
            Some(Value::Object(members)) => {
                for (key, value) in members {
                    self.look(key, value, look);
                }
            }
            Some(other) => self.push(expected, other),
            None => {}
        }
        self.leave(list);
    }

    /// Looks at each element of the array `key` of `value`, where there is one.
    pub fn elements(&mut self, value: &Value, key: &str, look: &mut Look) {
        let place = self.enter(key);
        self.each(value.get(key), look);
        self.leave(place);
    }

    /// Looks at each element of an array, where there is one.
    pub fn each(&mut self, list: Option<&Value>, look: &mut Look) {
        /// Lists of places, actions and rules are short.
        const MOST: usize = 64;
        match list {
            Some(list @ Value::Array(items)) => {
                if items.len() > MOST {
                    self.push(&Wanted::of("at most 64 elements"), list);
                }
                for (at, value) in items.iter().take(MOST).enumerate() {
                    self.look(&decimal(at as i64), value, look);
                }
            }
            Some(other) => self.push(&Wanted::of("an array"), other),
            None => {}
        }
    }

    fn look(&mut self, key: &str, value: &Value, look: &mut Look) {
        let place = self.enter(key);
        look(key, value, self);
        self.leave(place);
    }
}

/// Looks at a member or element, at its place.
pub(crate) type Look<'a> = dyn FnMut(&str, &Value, &mut Faults) + 'a;

/// Which of some names was meant by what stands there: of those from which less than a third of the letters differ the first that
/// is nearest. What stands after a dot may be a name too (`reason.not_found`).
pub(crate) struct Meant<'g> {
    parts: [&'g str; 2],
    best: usize,
    /// Names that are still compared.
    left: usize,
    pub name: Option<String>,
}

impl<'g> Meant<'g> {
    fn by(given: &'g str) -> Meant<'g> {
        let given = if given.len() > KEY { "" } else { given };
        Meant { parts: [given, split_first(given, b'.').1], best: KEY, left: 512, name: None }
    }

    /// Looks at a name.
    pub fn see(&mut self, name: &str) {
        for part in self.parts {
            let most = self.best.min(part.len() / 3 + 1);
            if name.len().abs_diff(part.len()) < most && self.left > 0 {
                self.left -= 1;
                let far = distance(part, name);
                if far < most {
                    self.best = far;
                    self.name = Some(owned(name));
                }
            }
        }
    }
}

fn see_keys(meant: &mut Meant, pack: &LocalePack) {
    for (key, _) in pack.messages.iter() {
        meant.see(key);
    }
    for timed in pack.timed.iter() {
        meant.see(&timed.key);
    }
}

/// How many letters must be put in, taken out, changed, or put in each other's place to make one name of the other; their case
/// does not count.
fn distance(one: &str, other: &str) -> usize {
    let (one, other) = (one.to_ascii_lowercase().into_bytes(), other.to_ascii_lowercase().into_bytes());
    // Of what was read of the one, to each beginning of the other; and the same of one letter, and of two letters less.
    let (mut row, mut above) = ([0; 2 * KEY], [0; 2 * KEY]);
    for (at, far) in row.iter_mut().enumerate() {
        *far = at;
    }
    for i in 0..one.len() {
        let far_above = std::mem::replace(&mut above, row);
        row[0] = i + 1;
        for j in 0..other.len() {
            let changed = above[j] + usize::from(one[i] != other[j]);
            row[j + 1] = changed.min(1 + row[j]).min(1 + above[j + 1]);
            if i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j] {
                row[j + 1] = row[j + 1].min(1 + far_above[j - 1]);
            }
        }
    }
    row[other.len()]
}

/// What stands there, text or not.
fn told(found: &Value) -> String {
    match found {
        Value::String(text) => quoted(text),
        other => owned(other.kind()),
    }
}

/// What stands there, for a fault's sentence.
pub(crate) fn quoted(found: &str) -> String {
    /// Enough to recognise the entry by.
    const SHOWN: usize = 60;
    owned("\"") + &clean::label(found, SHOWN) + "\""
}
