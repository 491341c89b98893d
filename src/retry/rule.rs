//! What a reason, or a catalog's entry, says about trying again.

use crate::action::ActionKind;
use crate::named::named;

/// What follows a failure, before anything is known of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// By itself, after a while.
    Auto {
        /// How the wait grows.
        backoff: Backoff,
        /// Nothing was done, so any method may repeat.
        repeatable: bool,
    },
    /// After the viewer or the app did this.
    AfterAction(ActionKind),
    /// By itself, as often as the server allows, until the viewer has finished elsewhere (RFC 8628 section 3.5).
    Poll {
        /// The server asked for a longer interval, for good.
        slow_down: bool,
    },
    /// As what is throttled, but only where the server says when: what is used up does not come back in a moment.
    WhenTold,
    /// When there is a connection again, where no response came.
    WhenOnline,
    /// Not at all.
    Never,
}

impl Rule {
    /// Whether time alone mends it.
    pub fn is_automatic(self) -> bool {
        !matches!(self, Rule::AfterAction(_) | Rule::Never)
    }
}

named! {
    /// What kind of failure is backed off from; `backoff.rs` says how long.
    Backoff {
        /// It may be over at once.
        Transient = "transient",
        /// The service has too much to do.
        Overload = "overload",
        /// This client asks too often.
        Throttling = "throttling",
    }
}
