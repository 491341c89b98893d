//! An answer as it crosses the border to JavaScript: one text with a field after the other, each ended by a NUL,
//! which is part of no field. An empty field is an absent one; what is no text begins with a mark and is JSON.
//! `pkg/src/answer.js` reads it and names the fields.

use crate::notice::{Explained, Judgement};
use crate::retry::Kind;
use crate::text::{decimal, only};
#[cfg(feature = "preparing")]
use crate::{error::Fault, report::Report};

const END: char = '\0';
const JSON: char = '\u{1}';

#[derive(Default)]
pub(crate) struct Answer(String);

impl Answer {
    pub fn whole(self) -> String {
        self.0
    }

    pub fn text(&mut self, text: &str) {
        only(text, |c| c != END && c != JSON, &mut self.0);
        self.0.push(END);
    }

    /// Its length as JavaScript counts it, and a tape.
    #[cfg(feature = "preparing")]
    pub fn tape(&mut self, tape: &str) {
        self.text(&decimal(tape.encode_utf16().count() as i64));
        self.0.push_str(tape);
    }

    fn some(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }

    fn json(&mut self, literal: &str) {
        self.0.push(JSON);
        self.text(literal);
    }

    fn flag(&mut self, flag: bool) {
        self.json(if flag { "true" } else { "false" });
    }

    fn number(&mut self, number: Option<u64>) {
        match number {
            Some(number) => self.json(&decimal(number as i64)),
            None => self.text(""),
        }
    }

    pub fn notice(&mut self, explained: &Explained) {
        let Explained { problem, judged, wording, status, .. } = explained;
        let Judgement { reason, retry, .. } = judged;
        self.text(&judged.code);
        self.some(problem.server_code.as_deref());
        self.text(reason.name());
        self.text(reason.category().name());
        self.text(reason.row().severity.name());
        self.text(judged.presentation.name());
        self.text(judged.politeness.name());
        self.text(&wording.title);
        self.text(&wording.message);
        self.text(&wording.text);
        self.text(&wording.spoken);
        self.text(&wording.locale);
        self.text(wording.direction.name());
        self.some(problem.request_id);
        self.some(problem.provider);
        self.number(status.map(u64::from));
        self.flag(judged.known);
        self.flag(judged.ends_session);
        self.text(retry.kind.name());
        self.text(retry.action);
        self.number(retry.delay_ms);
        self.number(retry.poll_ms);
        self.number(retry.poll_interval_ms);
        self.number((retry.kind == Kind::Auto).then(|| retry.attempt.into()));
        self.number(retry.attempts_left.map(u64::from));
        self.some(explained.unknown_code());
        for (kind, label) in &wording.buttons {
            self.text(kind);
            self.text(label);
            let support = explained.support(kind);
            self.some(support.and_then(|support| support.phone.as_deref()));
            self.some(support.and_then(|support| support.email.as_deref()));
            self.some(support.and_then(|support| support.url.as_deref()));
        }
    }

    /// What was left out of what is prepared.
    #[cfg(feature = "preparing")]
    pub fn reports(&mut self, reports: &[Report]) {
        for report in reports {
            if let Report::DroppedEntry { source, fault } = report {
                self.text(source);
                self.fault(fault);
            }
        }
    }

    #[cfg(feature = "preparing")]
    pub fn fault(&mut self, fault: &Fault) {
        self.text(fault.place());
        self.text(fault.expected());
        self.text(fault.seen());
    }
}
