//! What a reason, or a catalog's entry, says about trying again.

use crate::action::ActionKind;

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
    /// When there is a connection again.
    WhenOnline,
    /// Not at all.
    Never,
}

/// What kind of failure is backed off from; `backoff.rs` says how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backoff {
    /// It may be over at once.
    Transient,
    /// The service has too much to do.
    Overload,
    /// This client asks too often.
    Throttling,
}
