//! Why no response arrived: what the names and codes of thrown things say.

use crate::reason::Reason;
use crate::text::{is_ignoring_case, split_last, starts_with_ignoring_case, words};

/// How names and codes begin, in any letter case, and the reason; the first that fits counts. `$` ends a whole name, and a
/// namespace as in `auth/network-request-failed` is no part of it.
/// Sources: WebIDL DOMException names, Fetch section 5.6, axios' AxiosError codes, Node's and undici's system errors,
/// OpenSSL's verification errors as Node names them, Chromium's net_error_list.h; Apple's NSURLError numbers, Java's exceptions,
/// AWS SDK 2, Firebase, RTK Query's FetchBaseQueryError, Bun.
const BEGINNINGS: &[(Reason, &str)] = &[
    (
        Reason::Canceled,
        "aborterror cancel$ canceled$ cancelled$ cancelederror cancellederror cancelled-popup popup-closed \
        popup_closed user-cancelled err_cancel err_aborted nsurlerror-999",
    ),
    (
        Reason::Timeout,
        "timeout econnaborted etimedout esockettimedout err_timed_out err_connection_timed_out \
        und_err_connect_timeout und_err_headers_timeout und_err_body_timeout nsurlerror-1001 \
        sockettimeoutexc connecttimeoutexc",
    ),
    (
        Reason::InsecureConnection,
        "cert_ err_cert err_ssl err_tls err_bad_ssl eproto depth_zero_self self_signed unable_to_verify \
        unable_to_get nsurlerror-12 sslhandshake sslpeer sslexc certpath certificateexc",
    ),
    (Reason::RequestBlocked, "securityerror err_blocked nsurlerror-1022"),
    (Reason::RequestInvalid, "err_invalid nsurlerror-1000 nsurlerror-1002"),
    (Reason::Offline, "err_internet_disconnected nsurlerror-1009 nsurlerror-1018 nsurlerror-1020"),
    (
        Reason::ConnectionFailed,
        "typeerror networkerror network_error networkingerror network-request-failed retry-limit-exceeded \
        fetch_error parsing_error err_n err_connection err_address err_proxy err_tunnel err_socket err_empty \
        err_dns econn epipe ehost enet enotfound eai_ und_err_socket nsurlerror unknownhostexc connectexc \
        socketexc noroutetohost eofexc connectionrefused connectionclosed failedtoopensocket",
    ),
];

/// The reason that one of a thrown thing's names and codes tells, the most telling first.
pub(crate) fn reason(names: &[&str]) -> Option<Reason> {
    for name in names {
        let name = split_last(name, b'/').map_or(*name, |(_, name)| name);
        for (reason, starts) in BEGINNINGS {
            for start in words(starts) {
                let fits = match start.strip_suffix("$") {
                    Some(whole) => is_ignoring_case(name, whole),
                    None => starts_with_ignoring_case(name, start),
                };
                if fits {
                    return Some(*reason);
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_why_no_response_came() {
        let cases = [
            ("AbortError", Some(Reason::Canceled)),
            ("TimeoutError", Some(Reason::Timeout)),
            ("ERR_CONNECTION_TIMED_OUT", Some(Reason::Timeout)),
            ("ECONNABORTED", Some(Reason::Timeout)),
            ("ECONNREFUSED", Some(Reason::ConnectionFailed)),
            ("ERR_NETWORK", Some(Reason::ConnectionFailed)),
            ("CERT_NOT_YET_VALID", Some(Reason::InsecureConnection)),
            ("ERR_TLS_CERT_ALTNAME_INVALID", Some(Reason::InsecureConnection)),
            ("SecurityError", Some(Reason::RequestBlocked)),
            ("auth/network-request-failed", Some(Reason::ConnectionFailed)),
            ("storage/canceled", Some(Reason::Canceled)),
            ("cancelled_subscription", None),
            ("nsurlerror-1009", Some(Reason::Offline)),
            ("nsurlerror-1202", Some(Reason::InsecureConnection)),
            ("NSURLErrorDomain", Some(Reason::ConnectionFailed)),
            ("SocketTimeoutException", Some(Reason::Timeout)),
            ("SyntaxError", None),
            ("é", None),
            ("", None),
        ];
        for (name, reason) in cases {
            assert_eq!(super::reason(&[name]), reason, "{name}");
        }
        assert_eq!(reason(&["Error", "EPIPE", "AbortError"]), Some(Reason::ConnectionFailed));
    }
}
