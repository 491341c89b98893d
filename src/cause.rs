//! Why no response arrived: what the names and codes of thrown things say.

use crate::reason::Reason;
use crate::text::starts_with_ignoring_case;

/// How names and codes begin, in any letter case, and the reason; the first that fits counts.
/// Sources: WebIDL DOMException names, Fetch section 5.6, axios' AxiosError codes, Node's and undici's system errors,
/// OpenSSL's verification errors as Node names them, Chromium's net_error_list.h.
const BEGINNINGS: &[(Reason, &[&str])] = &[
    (Reason::Canceled, &["aborterror", "cancel", "err_cancel", "err_aborted"]),
    (
        Reason::Timeout,
        &[
            "timeout", "econnaborted", "etimedout", "esockettimedout", "err_timed_out", "err_connection_timed_out",
            "und_err_connect_timeout", "und_err_headers_timeout", "und_err_body_timeout",
        ],
    ),
    (
        Reason::InsecureConnection,
        &[
            "cert_", "err_cert", "err_ssl", "err_tls", "err_bad_ssl", "eproto", "depth_zero_self", "self_signed",
            "unable_to_verify", "unable_to_get",
        ],
    ),
    (Reason::RequestBlocked, &["securityerror", "err_blocked"]),
    (Reason::RequestInvalid, &["err_invalid"]),
    (Reason::Offline, &["err_internet_disconnected"]),
    (
        Reason::ConnectionFailed,
        &[
            "typeerror", "networkerror", "err_n", "err_connection", "err_address", "err_proxy", "err_tunnel",
            "err_socket", "err_empty", "err_dns", "econn", "epipe", "ehost", "enet", "enotfound", "eai_",
            "und_err_socket",
        ],
    ),
];

/// The reason that one of a thrown thing's names and codes tells, the most telling first.
pub(crate) fn reason<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Reason> {
    names.into_iter().find_map(|name| {
        let row =
            BEGINNINGS.iter().find(|(_, starts)| starts.iter().any(|start| starts_with_ignoring_case(name, start)));
        row.map(|(reason, _)| *reason)
    })
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
            ("SyntaxError", None),
            ("é", None),
            ("", None),
        ];
        for (name, reason) in cases {
            assert_eq!(super::reason([name]), reason, "{name}");
        }
        assert_eq!(reason(["Error", "EPIPE", "AbortError"]), Some(Reason::ConnectionFailed));
    }
}
