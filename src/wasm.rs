//! The border to JavaScript: decode, call, encode.
//!
//! Values come in as a tape (`tape.rs`) and go out as one text (`answer.rs`): one crossing each way, through one door,
//! because the glue of a door costs more than what is behind it.

use crate::answer::Answer;
use crate::explainer::{Base, Explainer};
use crate::locale::pack::LocalePack;
use crate::prepare::Prepared;
use crate::tape::Tape;
#[cfg(feature = "explaining")]
use crate::{explainer::Options, failure::Context, failure::Failure, text::decimal};
#[cfg(feature = "preparing")]
use crate::{locale::negotiate::negotiate, tape::Written, validate::faults};
use std::sync::{Arc, Mutex};
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What is open: a page has a handful of explainers, by the number that JavaScript knows them by.
struct Core {
    base: Base,
    open: Vec<Option<Explainer>>,
}

static CORE: Mutex<Core> = Mutex::new(Core { base: Base::none(), open: Vec::new() });

/// Answers a question: a letter for what is asked, and then what it is about, as a tape.
///
/// - `b`, our English pack, and our catalogs as they are prepared → nothing; first of all, and once
/// - `o`, what is prepared, further packs of ours, options → number, locale, direction, and a provider that is unknown
/// - `x`, number → nothing; that explainer is closed
/// - `e`, number, failure, context → the notice
/// - `c`, number, milliseconds → the words of a countdown
/// - `n`, requested, available → the languages found, best first
/// - `p`, packs, catalogs, requested, languages of ours that are at hand → how long the next is, what is prepared, as it
///   goes into another question, and reports
/// - `v`, data → every fault of a locale pack or catalog
#[wasm_bindgen]
pub fn ask(question: &str) -> String {
    let mut tape = Tape(question);
    let mut answer = Answer::default();
    // Only after a trap, when nothing can be trusted any more, is it still locked.
    let Ok(mut core) = CORE.try_lock() else { panic!("the core has failed") };
    match char::from_u32(tape.next()) {
        Some('b') => {
            let english = LocalePack::english(&mut tape);
            // Only who explains looks codes up.
            let more = if cfg!(feature = "explaining") { Prepared::unpack(&mut tape) } else { Prepared::default() };
            core.base = Base::new(english, more.catalogs);
        }
        #[cfg(feature = "explaining")]
        Some(of @ ('o' | 'x' | 'e' | 'c')) => explaining(of, &mut core, &mut tape, &mut answer),
        #[cfg(feature = "preparing")]
        Some(of) => preparing(of, core.base.english(), &mut tape, &mut answer),
        _ => {}
    }
    answer.whole()
}

#[cfg(feature = "explaining")]
fn explaining(of: char, core: &mut Core, tape: &mut Tape, answer: &mut Answer) {
    let Core { base, open } = core;
    if of == 'o' {
        let prepared = Prepared::unpack(tape);
        let mut ours = Vec::new();
        for _ in 0..tape.list() {
            ours.push(Arc::new(LocalePack::unpack(tape)));
        }
        let explainer = Explainer::over(base, &ours, prepared, Options::told(tape));
        let free = open.iter().position(Option::is_none).unwrap_or(open.len());
        answer.text(&decimal(free as i64));
        answer.text(explainer.locale());
        answer.text(explainer.direction().name());
        answer.text(explainer.unknown_provider().unwrap_or_default());
        if free == open.len() {
            open.push(None);
        }
        open[free] = Some(explainer);
        return;
    }
    let Some(slot) = open.get_mut(tape.number().unwrap_or_default() as usize) else { return };
    match (of, &slot) {
        ('e', Some(explainer)) => {
            let (failure, context) = (Failure::told(tape), Context::told(tape));
            answer.notice(&explainer.explained(&failure, &context));
        }
        ('c', Some(explainer)) => answer.text(&explainer.countdown(tape.number().unwrap_or_default())),
        _ => *slot = None,
    }
}

#[cfg(feature = "preparing")]
fn preparing(of: char, english: Option<&LocalePack>, tape: &mut Tape, answer: &mut Answer) {
    match of {
        'n' => {
            let (requested, available) = (tape.texts(), tape.texts());
            for at in negotiate(&requested, &available) {
                answer.text(&available[at]);
            }
        }
        'p' => {
            let (mut packs, catalogs) = (tape.value().into_array(), tape.value().into_array());
            let (mut prepared, reports) = Prepared::read(english, &mut packs, &catalogs);
            prepared.choose(&tape.texts(), &tape.texts());
            let mut written = Written::default();
            prepared.pack(&mut written);
            answer.tape(&written.0);
            answer.reports(&reports);
        }
        'v' => {
            for fault in &faults(tape.value(), english) {
                answer.fault(fault);
            }
        }
        _ => {}
    }
}
