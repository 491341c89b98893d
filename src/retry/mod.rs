//! What the app should do about time and about trying again. All times are whole milliseconds.

mod amount;
mod backoff;
mod budget;
mod clock;
mod hint;
mod http_date;
mod limit;
pub(crate) mod rule;
mod sign;
mod verdict;

pub use budget::RetryBudget;
pub(crate) use clock::now;
pub(crate) use hint::{asks, limits};
pub(crate) use http_date::instant;
pub(crate) use sign::named;
pub(crate) use verdict::{is_told, Verdict};

use crate::action::{ActionKind, ActionName};
use serde::Serialize;

/// The retry hint of a notice. No wait is longer than 36 hours, so 32 bits are enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Retry {
    /// Try again after the delay.
    Auto {
        /// From now.
        delay_ms: u32,
        /// The number of the coming try, from 2.
        attempt: u32,
        /// Tries that are left, the coming one included; nothing when there is no limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        attempts_left: Option<u32>,
        /// The polling interval that is in force from now on.
        #[serde(skip_serializing_if = "Option::is_none")]
        poll_interval_ms: Option<u32>,
        /// What will then be left of the device code that is polled with.
        #[serde(skip_serializing_if = "Option::is_none")]
        expires_in_ms: Option<u32>,
    },
    /// Too long to wait in silence: show the time, let the viewer try.
    Deferred {
        /// From now.
        delay_ms: u32,
    },
    /// Try again when there is a connection.
    WhenOnline {
        /// From the moment that connectivity returns.
        delay_ms: u32,
        /// How often to look, where no event tells.
        poll_ms: u32,
    },
    /// Try again after this was done.
    AfterAction {
        /// What must come first.
        action: ActionName,
        /// The least wait, from now.
        #[serde(skip_serializing_if = "Option::is_none")]
        delay_ms: Option<u32>,
    },
    /// Do not try again.
    Never,
}

impl Retry {
    /// After one of our actions.
    pub(crate) fn after(action: ActionKind, delay_ms: Option<u32>) -> Retry {
        Retry::AfterAction { action: action.into(), delay_ms }
    }

    /// Whether it asks for that action first.
    pub(crate) fn asks_for(&self, kind: ActionKind) -> bool {
        matches!(self, Retry::AfterAction { action, .. } if action.is(kind))
    }
}
