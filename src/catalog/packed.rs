//! A catalog on its way from the part that reads it to the part that explains: values without names, in one order.

use super::{Absent, Catalog, Entry};
use crate::action::{ActionKind, ActionName};
use crate::reason::Reason;
use crate::retry::{Backoff, Rule};
use crate::tape::Tape;
#[cfg(any(feature = "preparing", test))]
use crate::tape::Written;

impl Catalog {
    /// A catalog from what [`pack`](Catalog::pack) wrote.
    pub(crate) fn unpack(tape: &mut Tape) -> Catalog {
        let mut catalog = Catalog {
            provider: tape.text().unwrap_or_default(),
            claims: tape.flag() == Some(true),
            code_at: tape.texts(),
            mark: tape.texts(),
            params: tape.pairs(),
            sentences: tape.pairs(),
            absent: Vec::new(),
            codes: Vec::new(),
        };
        for _ in 0..tape.list() {
            catalog.absent.push(Absent::unpack(tape));
        }
        for _ in 0..tape.list() {
            catalog.codes.push(Entry::unpack(tape));
        }
        catalog
    }

    #[cfg(any(feature = "preparing", test))]
    pub(crate) fn pack(&self, tape: &mut Written) {
        tape.text(Some(&self.provider));
        tape.flag(Some(self.claims));
        tape.texts(&self.code_at);
        tape.texts(&self.mark);
        tape.pairs(&self.params);
        tape.pairs(&self.sentences);
        tape.list(self.absent.len());
        for absent in &self.absent {
            absent.pack(tape);
        }
        tape.list(self.codes.len());
        for entry in &self.codes {
            entry.pack(tape);
        }
    }
}

impl Absent {
    fn unpack(tape: &mut Tape) -> Absent {
        Absent {
            status: tape.number().unwrap_or_default() as u16,
            code: tape.text().unwrap_or_default(),
            unknown: tape.flag() == Some(true),
            without: tape.text(),
        }
    }

    #[cfg(any(feature = "preparing", test))]
    fn pack(&self, tape: &mut Written) {
        tape.number(Some(self.status));
        tape.text(Some(&self.code));
        tape.flag(Some(self.unknown));
        tape.text(self.without.as_deref());
    }
}

impl Entry {
    fn unpack(tape: &mut Tape) -> Entry {
        Entry {
            code: tape.text().unwrap_or_default(),
            reason: reason(tape).unwrap_or(Reason::Unknown),
            status: tape.number().map(|status| status as u16),
            rule: tape.number().map(rule),
            ends_session: tape.flag(),
            limited: reason(tape),
            page: reason(tape),
            words: tape.text(),
            after: tape.text().as_deref().map(ActionName::of),
            // An empty list is one too.
            actions: tape.flag().map(|_| {
                let mut actions = Vec::new();
                for name in tape.texts() {
                    actions.push(ActionName::of(&name));
                }
                actions
            }),
        }
    }

    #[cfg(any(feature = "preparing", test))]
    fn pack(&self, tape: &mut Written) {
        let name = |reason: Option<Reason>| reason.map(|reason| reason as u16);
        tape.text(Some(&self.code));
        tape.number(name(Some(self.reason)));
        tape.number(self.status);
        tape.number(self.rule.map(rule_number));
        tape.flag(self.ends_session);
        tape.number(name(self.limited));
        tape.number(name(self.page));
        tape.text(self.words.as_deref());
        tape.text(self.after.as_ref().map(ActionName::name));
        tape.flag(self.actions.as_ref().map(|_| true));
        if let Some(actions) = &self.actions {
            tape.list(actions.len());
            for action in actions {
                tape.text(Some(action.name()));
            }
        }
    }
}

fn reason(tape: &mut Tape) -> Option<Reason> {
    Reason::ALL.get(tape.number()? as usize).copied()
}

const BACKOFFS: [Backoff; 3] = [Backoff::Transient, Backoff::Overload, Backoff::Throttling];
/// The numbers from which on a rule waits, two for each backoff, and from which on it comes after an action.
const AUTO: u64 = 4;
const AFTER_ACTION: u64 = 10;

fn rule(number: u64) -> Rule {
    match number {
        0 => Rule::Never,
        1 => Rule::WhenOnline,
        2 | 3 => Rule::Poll { slow_down: number == 3 },
        AUTO..AFTER_ACTION => {
            Rule::Auto { backoff: BACKOFFS[(number - AUTO) as usize / 2], repeatable: number % 2 == 1 }
        }
        _ => {
            let action = ActionKind::ALL.get((number - AFTER_ACTION) as usize);
            action.map_or(Rule::Never, |action| Rule::AfterAction(*action))
        }
    }
}

#[cfg(any(feature = "preparing", test))]
fn rule_number(rule: Rule) -> u16 {
    match rule {
        Rule::Never => 0,
        Rule::WhenOnline => 1,
        Rule::Poll { slow_down } => 2 + u16::from(slow_down),
        Rule::Auto { backoff, repeatable } => AUTO as u16 + 2 * backoff as u16 + u16::from(repeatable),
        Rule::AfterAction(action) => AFTER_ACTION as u16 + action as u16,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Faults;

    #[test]
    fn a_packed_catalog_is_the_same() {
        for (name, json) in crate::builtin::catalogs() {
            let value = crate::json::parse(json, crate::json::MAX_CONFIG_NODES).expect("it is JSON");
            let catalog = Catalog::read(&value, &mut Faults::default()).expect("it is a catalog");
            let mut written = Written::default();
            catalog.pack(&mut written);
            let mut tape = Tape(&written.0);
            assert_eq!(format!("{:?}", Catalog::unpack(&mut tape)), format!("{catalog:?}"), "{name}");
            assert_eq!(tape.0, "");
        }
    }

    #[test]
    fn every_rule_has_a_number_of_its_own() {
        for number in 0..AFTER_ACTION + ActionKind::ALL.len() as u64 {
            assert_eq!(u64::from(rule_number(rule(number))), number);
        }
        assert_eq!(rule(u64::MAX), Rule::Never);
    }

    #[test]
    fn what_is_no_packed_catalog_is_an_empty_one() {
        for text in ["", "5\"00", "4!x7'5)"] {
            assert!(Catalog::unpack(&mut Tape(text)).codes.iter().all(|entry| entry.reason == Reason::Unknown));
        }
    }
}
