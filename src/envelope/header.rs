//! Codes that stand in header fields.

use crate::clean;
use crate::failure::Headers;
use crate::text::{find_ignoring_case, split_first, split_while};

/// The fields that may hold one.
pub(super) const FIELDS: &[&str] = &["x-amzn-errortype", "www-authenticate"];

/// The code that a field holds: a Bearer challenge's `error`, or what stands before a colon
/// (AWS API Gateway: `InvalidSignatureException:http://...`).
pub(super) fn code<'a>(headers: &'a Headers, field: &str) -> Option<&'a str> {
    let mut values = headers.all(field);
    let found = if field == "www-authenticate" {
        values.find_map(bearer_error)
    } else {
        Some(split_first(values.next()?, b':').0)
    };
    found.and_then(clean::code)
}

/// The `error` attribute of a Bearer challenge (RFC 6750 section 3).
fn bearer_error(challenge: &str) -> Option<&str> {
    const NAME: &str = "error";
    let mut rest = challenge;
    while let Some(at) = find_ignoring_case(rest, NAME) {
        let before = &challenge[..challenge.len() - rest.len() + at];
        // Neither the tail of another name nor a part of a quoted value; what follows tells it from `error_description`.
        let quoted = before.bytes().filter(|&b| b == b'"').count() % 2 == 1;
        let alone = !quoted && !before.bytes().next_back().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_');
        rest = &rest[at + NAME.len()..];
        if let Some(value) = rest.trim_ascii_start().strip_prefix("=").filter(|_| alone) {
            let value = value.trim_ascii_start();
            return Some(match value.strip_prefix("\"") {
                Some(quoted) => split_first(quoted, b'"').0,
                None => split_while(value, |b| b != b',' && b != b' ').0,
            });
        }
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
