//! What an operator says before any call fails.

use crate::action::{ActionKind, ActionName};
use crate::catalog::Entry;
use crate::clean;
use crate::error::{Fault, Faults, Wanted};
use crate::locale::pack::LocalePack;
use crate::notice::Notice;
use crate::reason::Presentation;
use crate::report::Report;
use crate::retry::is_told;
use crate::text::{decimal, owned};
use crate::value::Value;
use serde::Serialize;
use std::borrow::Cow;

/// What a file of announcements comes to.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Announced {
    /// What to show; nothing where nothing is due.
    pub notice: Option<Notice>,
    /// What was wrong with the file: it was left out, and the rest is used.
    pub reports: Vec<Report>,
}

/// A file of announcements, with the words that it brings.
pub(crate) struct Announcements<'p> {
    list: Vec<Announcement>,
    /// With those that were known before.
    pub packs: Vec<Cow<'p, LocalePack>>,
}

/// One of them.
pub(crate) struct Announcement {
    /// By which apps remember what the viewer has seen.
    id: String,
    /// What it says; its code is what to quote to support.
    entry: Entry,
}

impl<'p> Announcements<'p> {
    /// Reads a file whose packs lie over those that are known. What is wrong with it goes into `faults`, the rest is used.
    pub fn read(mut file: Value, known: &'p [Cow<LocalePack>], faults: &mut Vec<Fault>) -> Announcements<'p> {
        let mut packs = Vec::new();
        for pack in known {
            packs.push(Cow::Borrowed(pack.as_ref()));
        }
        let mut top = Faults::default();
        top.only(&file, &Wanted::of("an object: announcements"), "announcements packs $schema");
        if let Some(given @ Value::Object(_)) = file.get("packs") {
            top.push_at("packs", &Wanted::of("an array"), given);
        }
        faults.append(&mut top.list);
        for (at, pack) in file.take("packs").into_array().into_iter().enumerate() {
            let mut beside = Faults::beside(&packs);
            beside.enter("packs");
            beside.enter(&decimal(at as i64));
            let pack = LocalePack::read(pack, &mut beside);
            faults.append(&mut beside.list);
            if let Some(pack) = pack {
                packs.push(Cow::Owned(pack));
            }
        }
        let mut list = Vec::new();
        let mut beside = Faults::beside(&packs);
        if file.as_object().is_some() && file.get("announcements").is_none() {
            beside.push_at("announcements", &Wanted::of("an array"), &Value::Null);
        }
        beside.elements(&file, "announcements", &mut |_, value, faults| {
            if let Some(one) = Announcement::read(value, faults) {
                if list.iter().any(|other: &Announcement| other.id == one.id) {
                    faults.push_at("id", &Wanted::of("each id once"), value.member("id"));
                } else {
                    list.push(one);
                }
            }
        });
        faults.append(&mut beside.list);
        Announcements { list, packs }
    }

    /// The first that holds at a moment and that the viewer has not `seen`.
    pub fn due(&self, now: i64, seen: &[String]) -> Option<&Announcement> {
        self.list.iter().find(|one| one.entry.holds(now) && !seen.contains(&one.id))
    }
}

impl Announcement {
    fn read(value: &Value, faults: &mut Faults) -> Option<Announcement> {
        const MEMBERS: &str = "id code reason words from until actions endsSession note";
        const AN_ID: Wanted = Wanted::of("an id of letters, digits and . _ - : / #");
        const A_CODE: Wanted = Wanted::of("a code");
        let id = faults.required(value, "id", &AN_ID, |value| clean::id(value.as_str()?).map(owned));
        let code = faults.optional(value, "code", &A_CODE, |value| clean::code(value.as_str()?).map(owned));
        let entry = Entry::read(code.unwrap_or_default(), value, MEMBERS, faults);
        Some(Announcement { id: id?, entry: entry? })
    }

    /// The notice, before it has words. `able` is what the app can do; nothing means all.
    pub fn notice(&self, now: i64, able: Option<&[ActionName]>) -> Notice {
        let Announcement { id, entry } = self;
        let row = entry.reason.row();
        let until = entry.until();
        let wait = until.map(|until| until.abs_diff(now)).filter(|wait| is_told(*wait) && row.retry.is_automatic());
        let mut notice = Notice::of(entry.reason);
        notice.code = owned(&entry.code);
        notice.presentation = Presentation::Screen;
        for action in entry.actions.as_deref().unwrap_or_default() {
            if action.is(ActionKind::Dismiss) || able.is_none_or(|able| able.contains(action)) {
                notice.actions.push(action.clone().into());
            }
        }
        if notice.actions.is_empty() {
            notice.actions.push(ActionName::from(ActionKind::Dismiss).into());
        }
        notice.ends_session = entry.ends_session.unwrap_or_default();
        notice.known = true;
        notice.words = entry.words.as_deref().map(owned);
        notice.told_ms = wait.map(|wait| wait as u32);
        notice.until = until;
        notice.at = Some(now);
        notice.announcement = Some(owned(id));
        notice
    }
}
