//! Why no response arrived.

use crate::reason::Reason;

/// What stood in the way of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The caller gave up.
    Aborted,
    /// It took too long.
    TimedOut,
    /// The connection failed, or nobody says how.
    Connection,
}

/// Names and codes of thrown things → cause; compared as a whole, without case.
/// Sources: WebIDL DOMException names, Fetch section 5.6, axios AxiosError codes, Node's system errors.
const NAMES: &[(&str, Cause)] = &[
    ("aborterror", Cause::Aborted),
    ("cancelederror", Cause::Aborted),
    ("err_canceled", Cause::Aborted),
    ("timeouterror", Cause::TimedOut),
    ("econnaborted", Cause::TimedOut),
    ("etimedout", Cause::TimedOut),
    ("esockettimedout", Cause::TimedOut),
    ("und_err_connect_timeout", Cause::TimedOut),
    ("und_err_headers_timeout", Cause::TimedOut),
    ("und_err_body_timeout", Cause::TimedOut),
    ("typeerror", Cause::Connection),
    ("networkerror", Cause::Connection),
    ("err_network", Cause::Connection),
    ("econnrefused", Cause::Connection),
    ("econnreset", Cause::Connection),
    ("epipe", Cause::Connection),
    ("ehostunreach", Cause::Connection),
    ("enetunreach", Cause::Connection),
    ("enotfound", Cause::Connection),
    ("eai_again", Cause::Connection),
    ("und_err_socket", Cause::Connection),
];

impl Cause {
    /// The cause that a thrown thing's `name` or `code` tells, if it tells one.
    pub fn from_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Cause> {
        let known =
            |name: &str| NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, cause)| *cause);
        names.into_iter().find_map(known)
    }

    /// What the viewer is told.
    pub fn reason(self) -> Reason {
        match self {
            Cause::Aborted => Reason::Canceled,
            Cause::TimedOut => Reason::Timeout,
            Cause::Connection => Reason::ConnectionFailed,
        }
    }
}
