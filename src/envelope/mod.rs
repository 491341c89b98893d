//! Bodies and headers → what a problem is made of.

mod header;
mod xml;

pub(crate) use xml::is_page;

use crate::clean;
use crate::failure::{Body, Failure};
use crate::text::{decimal, owned, split_once, split_while};
use crate::value::Value;

/// Where APIs put a code, most telling first; a list is looked through. What only one provider's bodies have stands in
/// its catalog.
#[rustfmt::skip]
const CODE_AT: &[&str] = &[
    "error.details.reason", // google.rpc.ErrorInfo (AIP-193)
    "error.decline_code",   // Stripe
    "error.code",           // Microsoft Graph and most others
    "error.status",         // google.rpc.Status
    "error.error_code", "error.errorCode", "error.type",
    "error_subcode",        // Brightcove
    "code", "error_code", "errorCode",
    "errors.extensions.code", // GraphQL
    "errors.code",            // JSON:API
    "errors.errorCode",
    "error.errors.reason",  // Google's older APIs
    "result.error.code",    // Kaltura
    "result.code", "messages.code", "detail.code",
    "fault.detail.errorcode", // Apigee
    "fault.code", "response.error.code", "data.error.code",
    "js.error",             // Stalker portal
    "user_info.status",     // Xtream
    "__type",               // AWS
    "Code", "Error.Code",
];

/// Where OAuth puts a code (RFC 6749 section 5.2) and others a sentence or the phrase of the status.
const TOKEN_AT: &str = "error";

/// Where a problem names its type (RFC 9457 section 3.1.1).
const TYPE_AT: &str = "type";

/// Where APIs put a sentence: it may begin with its code, or be known as a whole. A problem's type is known as a whole too.
const SENTENCE_AT: &[&str] = &["error.message", "message", "error_description", "error", "detail", "title", "type"];

/// How the header fields end that name a failure, most telling first: `x-request-id`, `x-amzn-requestid`, ...
const REQUEST_ID_FIELDS: &[&str] =
    &["request-id", "requestid", "correlation-id", "trace-id", "traceid", "cf-ray", "cf-id"];

/// Members that name a failure.
#[rustfmt::skip]
const REQUEST_ID_AT: &[&str] = &[
    "requestId", "request_id", "RequestId", "error.requestId", "error.request_id",
    "error.details.requestId",                                      // google.rpc.RequestInfo
    "error.innerError.request-id", "error.innererror.request-id",   // Microsoft Graph
    "errors.id",                                                    // JSON:API
    "errorId", "traceId", "trace_id", "correlationId", "correlation_id",
];

/// The code of a response of no provider in particular: in its body, else in its header.
pub(crate) fn code(failure: &Failure) -> Option<String> {
    let body = failure.body.value();
    // A number that repeats the status says nothing more.
    let repeats = |code: &String| failure.status.is_some_and(|status| *code == decimal(status.into()));
    let at = |path: &&str| as_code(body?.at(path)?).filter(|code| !repeats(code));
    CODE_AT.iter().find_map(at).or_else(|| {
        let token = || body?.at(TOKEN_AT)?.as_str().filter(|text| is_token(text));
        let problem = || clean::code(address_end(body?.at(TYPE_AT)?.as_str()?)?);
        let in_body = token().or_else(problem).or_else(|| sentence_code(&failure.body));
        let elsewhere = || header::FIELDS.iter().find_map(|field| header::code(&failure.headers, field));
        in_body.or_else(|| xml::code(&failure.body)).or_else(elsewhere).map(owned)
    })
}

/// The code at a place that a catalog names: a path in the body, `@xml` or a header field (`@www-authenticate`).
pub(crate) fn code_at(failure: &Failure, place: &str) -> Option<String> {
    let found = match place.strip_prefix("@") {
        None => return as_code(failure.body.value()?.at(place)?),
        Some("xml") => xml::code(&failure.body),
        Some(field) => header::code(&failure.headers, field),
    };
    found.map(owned)
}

/// The code that a sentence of the body begins with.
pub(crate) fn sentence_code(body: &Body) -> Option<&str> {
    sentences(body).into_iter().find_map(clean::prefixed)
}

/// The sentences of a body.
pub(crate) fn sentences(body: &Body) -> Vec<&str> {
    let mut sentences = Vec::new();
    match body {
        Body::Empty => {}
        Body::Text(text) => sentences.push(text.as_str()),
        Body::Value(value) => {
            for path in SENTENCE_AT {
                if let Some(sentence) = value.at(path).and_then(Value::as_str) {
                    sentences.push(sentence);
                }
            }
        }
    }
    sentences
}

/// A code as the server wrote it: a whole number, or a string that can be one.
fn as_code(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if clean::is_prefixed(text) => clean::prefixed(text).map(owned),
        Value::String(text) => clean::code(unspaced(text)).map(owned),
        number => number.as_integer().map(decimal),
    }
}

/// An AWS type without its namespace: `com.amazonaws.dynamodb#Throttled`.
fn unspaced(text: &str) -> &str {
    match split_once(text, b'#') {
        Some((space, name)) if split_once(space, b'.').is_some() && split_once(space, b':').is_none() => name,
        _ => text,
    }
}

/// Whether a text is a token such as `invalid_grant`, and not a sentence or a phrase such as `Forbidden`.
fn is_token(text: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-' || b == b'.';
    (3..=clean::MAX_CODE).contains(&text.len()) && text.bytes().all(legal)
}

/// What an address ends with: the name of the problem's type. A section of a specification is none.
fn address_end(text: &str) -> Option<&str> {
    // A query is never looked at: it may hold a secret.
    let (text, _) = split_while(text, |b| b != b'?');
    let path = ["https://", "http://", "urn:"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
    let end = path.bytes().rposition(|b| b == b'/' || b == b'#' || b == b':')?;
    let end = &path[end + 1..];
    (!end.starts_with("section")).then_some(end)
}

/// What the server calls this failure.
pub(crate) fn request_id(failure: &Failure) -> Option<&str> {
    let field = |end: &&str| failure.headers.ending(end).and_then(clean::id);
    let member = |path: &&str| clean::id(failure.body.value()?.at(path)?.as_str()?);
    let found = REQUEST_ID_FIELDS.iter().find_map(field).or_else(|| REQUEST_ID_AT.iter().find_map(member));
    found.or_else(|| clean::id(xml::element(&failure.body, "requestid")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_the_name_of_its_type() {
        let cases = [
            ("https://example.com/probs/out-of-credit", Some("out-of-credit")),
            ("https://iana.org/assignments/http-problem-types#quota-exceeded", Some("quota-exceeded")),
            ("urn:problem-type:belgif:badRequest", Some("badRequest")),
            ("https://tools.ietf.org/html/rfc9110#section-15.5.16", None),
            ("https://example.com/p?access_token=abc/def", Some("p")),
            ("about:blank", None),
            ("https://example.com", None),
            ("card_error", None),
        ];
        for (text, end) in cases {
            assert_eq!(address_end(text), end, "{text}");
        }
    }

    #[test]
    fn a_phrase_is_no_token() {
        assert!(is_token("invalid_grant") && is_token("limit"));
        for text in ["Forbidden", "Not Found", "invalid login", "", "no", "401 Unauthorized request"] {
            assert!(!is_token(text), "{text}");
        }
    }
}
