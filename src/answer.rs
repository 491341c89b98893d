//! An answer as it crosses the border to JavaScript: one text with a field after the other, each ended by a NUL,
//! which is part of no field. An empty field is an absent one; what is no text begins with a mark and is JSON.
//! `pkg/src/answer.js` reads it and names the fields.

use crate::error::Fault;
use crate::notice::Notice;
use crate::report::Report;
use crate::retry::Retry;
use crate::text::{decimal, only};

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

    pub fn notice(&mut self, notice: &Notice) {
        self.text(&notice.code);
        self.some(notice.server_code.as_deref());
        self.text(notice.reason.name());
        self.text(notice.category.name());
        self.text(notice.severity.name());
        self.text(notice.presentation.name());
        self.text(notice.politeness.name());
        self.text(&notice.title);
        self.text(&notice.message);
        self.text(&notice.text);
        self.text(&notice.spoken);
        self.text(&notice.locale);
        self.text(notice.direction.name());
        self.some(notice.request_id.as_deref());
        self.some(notice.provider.as_deref());
        self.number(notice.status.map(u64::from));
        self.flag(notice.known);
        self.flag(notice.ends_session);
        self.retry(&notice.retry);
        self.some(notice.unknown_code.as_deref());
        for action in &notice.actions {
            self.text(action.kind.name());
            self.text(&action.label);
            self.some(action.phone.as_deref());
            self.some(action.email.as_deref());
            self.some(action.url.as_deref());
        }
    }

    /// Kind, action, delay, poll, attempt, attempts left, poll interval.
    fn retry(&mut self, retry: &Retry) {
        let mut times = [None; 3];
        let (mut tries, mut left, mut after) = (None, None, "");
        self.text(match retry {
            Retry::Auto { delay_ms, attempt, attempts_left, poll_interval_ms } => {
                (times, tries, left) = ([Some(*delay_ms), None, *poll_interval_ms], Some(*attempt), *attempts_left);
                "auto"
            }
            Retry::Deferred { delay_ms } => {
                times[0] = Some(*delay_ms);
                "deferred"
            }
            Retry::WhenOnline { delay_ms, poll_ms } => {
                times = [Some(*delay_ms), Some(*poll_ms), None];
                "when_online"
            }
            Retry::AfterAction { action, delay_ms } => {
                times[0] = *delay_ms;
                after = action.name();
                "after_action"
            }
            Retry::Never => "never",
        });
        self.text(after);
        for time in times {
            self.number(time);
        }
        self.number(tries.map(u64::from));
        self.number(left.map(u64::from));
    }

    /// Kind and what it is about.
    pub fn reports(&mut self, reports: &[Report]) {
        for report in reports {
            match report {
                Report::DroppedEntry { source, fault } => {
                    self.text(source);
                    self.fault(fault);
                }
                // Known only once a call is explained, and told with its notice.
                Report::UnknownCode { .. } => {}
                Report::UnknownProvider { provider } => {
                    self.text("");
                    self.text(provider);
                    self.text("");
                    self.text("");
                }
            }
        }
    }

    pub fn fault(&mut self, fault: &Fault) {
        self.text(fault.place());
        self.text(fault.expected());
        self.some(fault.seen());
    }
}
