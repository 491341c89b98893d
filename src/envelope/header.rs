//! Codes that stand in header fields.

use crate::clean;
use crate::failure::{Body, Failure};
use crate::text::{find_ignoring_case, number, split_first, split_while, trim_start};

const CHALLENGE: &str = "www-authenticate";
const GRPC: &str = "grpc-status";

/// The codes of the fields that may hold one, by how their names end: AWS', Azure's, a challenge, gRPC-Web's.
pub(super) fn codes(failure: &Failure) -> impl Iterator<Item = &str> {
    const FIELDS: &[&str] = &["x-amzn-errortype", "error-code", CHALLENGE, GRPC];
    FIELDS.iter().filter_map(|field| code(failure, field))
}

/// The code that a field holds: a Bearer challenge's `error`, or what stands before a colon
/// (AWS API Gateway: `InvalidSignatureException:http://...`).
pub(super) fn code<'a>(failure: &'a Failure, field: &str) -> Option<&'a str> {
    let found = match field {
        CHALLENGE => failure.headers.all(field).find_map(bearer_error),
        GRPC => grpc(failure).filter(|code| *code != "0"),
        _ => failure.headers.ending(field).map(|value| split_first(value, b':').0),
    };
    found.and_then(clean::code)
}

/// gRPC-Web's status: in a field, or in the trailers that end the body.
fn grpc(failure: &Failure) -> Option<&str> {
    let trailers = || match &failure.body {
        Body::Text(text) => find_ignoring_case(text, GRPC).and_then(|at| text[at + GRPC.len()..].strip_prefix(":")),
        _ => None,
    };
    let value = trim_start(failure.headers.get(GRPC).or_else(trailers)?);
    Some(split_while(value, |b| b.is_ascii_digit()).0).filter(|digits| !digits.is_empty())
}

/// The HTTP status that gRPC's stands for (`google/rpc/code.proto`).
pub(super) fn grpc_status(failure: &Failure) -> Option<u16> {
    const STATUS: [u16; 17] = [200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];
    let at = number(grpc(failure)?)? as usize;
    STATUS.get(at).copied().filter(|_| at > 0)
}

/// The `error` attribute of a Bearer challenge (RFC 6750 section 3).
fn bearer_error(challenge: &str) -> Option<&str> {
    const NAME: &str = "error";
    let mut rest = challenge;
    let mut quoted = false;
    while let Some(at) = find_ignoring_case(rest, NAME) {
        let (before, after) = (&rest[..at], &rest[at + NAME.len()..]);
        // Neither the tail of another name nor a part of a quoted value; what follows tells it from `error_description`.
        for b in before.bytes() {
            quoted ^= b == b'"';
        }
        let tail = before.bytes().next_back().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_');
        if let Some(value) = trim_start(after).strip_prefix("=").filter(|_| !quoted && !tail) {
            let value = trim_start(value);
            return Some(match value.strip_prefix("\"") {
                Some(quoted) => split_first(quoted, b'"').0,
                None => split_while(value, |b| b != b',' && b != b' ').0,
            });
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_names_its_error() {
        let cases = [
            (
                "Bearer realm=\"example\", error=\"invalid_token\", error_description=\"it expired\"",
                Some("invalid_token"),
            ),
            (
                "Bearer error_description=\"no error=x\", Error = insufficient_scope, scope=\"a\"",
                Some("insufficient_scope"),
            ),
            ("Bearer error=invalid_request,realm=x", Some("invalid_request")),
            ("Basic realm=\"Stalker API\"", None),
            ("Bearer myerror=\"x\"", None),
            ("error", None),
            ("", None),
        ];
        for (challenge, error) in cases {
            assert_eq!(bearer_error(challenge), error, "{challenge}");
        }
    }
}
