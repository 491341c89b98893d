//! What an operator lays over our words and codes, held to the rules, and which languages to speak. In the package this
//! is a part of its own, which only those download who need it.

use crate::catalog::Catalog;
use crate::error::{Fault, Faults};
use crate::locale::negotiate::negotiate;
use crate::locale::pack::LocalePack;
use crate::report::Report;
#[cfg(feature = "npm")]
use crate::tape::Tape;
#[cfg(feature = "preparing")]
use crate::tape::Written;
use crate::text::{decimal, join, owned};
use crate::value::Value;
use std::sync::Arc;

/// Packs and catalogs that are ready to be laid over ours.
#[derive(Default)]
pub(crate) struct Prepared {
    pub packs: Vec<Arc<LocalePack>>,
    pub catalogs: Vec<Arc<Catalog>>,
    /// The languages to speak, best first, as their packs write them.
    pub chain: Vec<String>,
}

impl Prepared {
    /// Reads what an operator brings; `english` is the list of keys. What is wrong is left out and reported.
    pub fn read(english: Option<&LocalePack>, packs: &mut [Value], catalogs: &[Value]) -> (Prepared, Vec<Report>) {
        let mut prepared = Prepared::default();
        let mut reports = Vec::new();
        for (at, value) in packs.iter_mut().enumerate() {
            let mut faults = Faults::default();
            prepared.packs.extend(LocalePack::read(value, english, &mut faults).map(Arc::new));
            report(&mut reports, "packs.", at, faults.list);
        }
        for (at, value) in catalogs.iter().enumerate() {
            let mut faults = Faults::default();
            prepared.catalogs.extend(Catalog::read(value, &mut faults).map(Arc::new));
            report(&mut reports, "catalogs.", at, faults.list);
        }
        (prepared, reports)
    }

    /// Finds the languages to speak among those of ours that are at hand, English first, and those of the packs.
    pub fn choose(&mut self, requested: &[String], ours: &[String]) {
        let mut available = ours.to_vec();
        for pack in &self.packs {
            available.push(owned(pack.locale()));
        }
        let chain = negotiate(requested, &available);
        // Whoever reads English reads nothing after it.
        self.chain = chain.into_iter().take_while(|&at| at != 0).map(|at| available[at].clone()).collect();
    }

    /// From what [`pack`](Prepared::pack) wrote.
    #[cfg(feature = "npm")]
    pub fn unpack(tape: &mut Tape) -> Prepared {
        let mut prepared = Prepared::default();
        for _ in 0..tape.list() {
            prepared.packs.push(Arc::new(LocalePack::unpack(tape)));
        }
        for _ in 0..tape.list() {
            prepared.catalogs.push(Arc::new(Catalog::unpack(tape)));
        }
        prepared.chain = tape.texts();
        prepared
    }

    /// For the part that explains; the reports go another way.
    #[cfg(feature = "preparing")]
    pub fn pack(&self, tape: &mut Written) {
        tape.list(self.packs.len());
        for pack in &self.packs {
            pack.pack(tape);
        }
        tape.list(self.catalogs.len());
        for catalog in &self.catalogs {
            catalog.pack(tape);
        }
        tape.texts(&self.chain);
    }
}

fn report(reports: &mut Vec<Report>, option: &str, at: usize, faults: Vec<Fault>) {
    let source = join(&[option, &decimal(at as i64)]);
    /// Whoever sends more must mend these first.
    const MOST: usize = 200;
    for fault in faults.into_iter().take(MOST.saturating_sub(reports.len())) {
        reports.push(Report::DroppedEntry { source: source.clone(), fault });
    }
}
