//! Bodies and headers → what a problem is made of.

mod header;
mod xml;

pub(crate) use xml::{page, page_words};

use crate::clean;
use crate::failure::{Body, Failure};
use crate::secret::is_secret;
use crate::text::{decimal, owned, split_once, split_while, trim_start, words};
use crate::value::{head, Value};

/// Where APIs put a code, most telling first; a list is looked through, and names are the same in any form. At those that
/// begin with `=` stand sentences, names and phrases as well, and codes are known by their form. What only one provider's
/// bodies have stands in its catalog.
#[rustfmt::skip]
const CODE_AT: &str = concat!(
    "error.details.reason ", // google.rpc.ErrorInfo (AIP-193)
    "error.decline_code ",   // Stripe
    "error.data.code error.json.data.code ", // tRPC, beside JSON-RPC's number
    "error.code ",           // Microsoft Graph and most others
    "=error.message ",       // Firebase
    "error.status ",         // google.rpc.Status
    "error.error_code error.type ",
    "error_subcode ",        // Brightcove
    "code error_code err_code E.Code ",
    "errors.extensions.code ", // GraphQL
    "errors.code ",            // JSON:API
    "errors.error_code ",
    "errors.error_type ",      // AppSync
    "details.issue ",          // PayPal
    "result.error.code ",      // Kaltura
    "result.code messages.code detail.code ",
    "fault.detail.error_code ", // Apigee
    "fault.code response.error.code ",
    "js.error ",                // Stalker portal
    "user_info.status ",        // Xtream
    "__type ",                  // AWS
    "status_code ",             // TMDB
    "=error =message =detail =error_msg =error.reason =reason ",
    "=errors.message =errors.type ", // GitHub
    "=error.name =name ",            // Strapi, Node.js
    "=status ",                      // Widevine
    "=type ",
    "error.errors.reason",           // Google's older APIs
);

/// Where a problem names its type (RFC 9457 section 3.1.1).
const TYPE_AT: &str = "type";

/// Where APIs put a sentence: it may begin with its code, or be known as a whole. A problem's type is known as a whole too.
const SENTENCE_AT: &str = "error.message message error_description error detail title type errors.message errors \
    msg error_msg non_field_errors";

/// Where bodies repeat the status that another protocol hides: GraphQL servers, tRPC, whoever answers everything with 200.
const STATUS_AT: &str = "errors.extensions.http.status errors.extensions.status errors.status error.data.httpStatus \
    error.code error.status status status_code code";

/// How the header fields end that name a failure, most telling first: `x-request-id`, `x-amzn-requestid`, ...
const REQUEST_ID_FIELDS: &str =
    "request-id requestid correlation-id trace-id traceid cf-ray cf-id reference-error traceparent";

/// Members that name a failure.
#[rustfmt::skip]
const REQUEST_ID_AT: &str = concat!(
    "request_id error.request_id ",
    "error.details.request_id ",     // google.rpc.RequestInfo
    "error.inner_error.request_id ", // Microsoft Graph
    "errors.id ",                    // JSON:API
    "error_id trace_id correlation_id ",
    "ray_id ",           // Cloudflare
    "error.fbtrace_id ", // Meta
    "psp_reference ",    // Adyen
    "debug_id ",         // PayPal
    "traceparent",
);

/// The code of a response of no provider in particular: in its body, else in its header.
pub(crate) fn code(failure: &Failure) -> Option<String> {
    code_but(failure, &|_| false)
}

/// The first code of those that are not to be left out.
pub(crate) fn code_but(failure: &Failure, leave_out: &dyn Fn(&str) -> bool) -> Option<String> {
    let takes = |code: &str| !leave_out(code) && !says_nothing(code, failure.status);
    if let Some(body) = failure.body.value() {
        for path in words(CODE_AT) {
            let code = match path.strip_prefix("=") {
                Some(path) => body.at(path).and_then(|value| constant(value, path)),
                None => body.at(path).and_then(as_code),
            };
            if let Some(code) = code.filter(|code| takes(code)) {
                return Some(code);
            }
        }
    }
    sentence_code(&failure.body).filter(|code| takes(code)).or_else(|| {
        let mut outside = xml::code(&failure.body).into_iter().chain(header::codes(failure));
        outside.find(|code| takes(code)).map(owned)
    })
}

/// Whether a code repeats the status, or says that nothing is wrong.
pub(crate) fn says_nothing(code: &str, status: Option<u16>) -> bool {
    /// Folded.
    const NOTHING: &str = "200 200ok ok success none noerror sok";
    let succeeds = matches!(status, None | Some(200..=299));
    let folded = clean::fold(code);
    status.is_some_and(|status| code == decimal(status.into()))
        || words(NOTHING).any(|nothing| nothing == folded)
        || (succeeds && folded == "0")
}

/// The status that counts: the response's, or one of an error that is told in spite of a success.
pub(crate) fn status(failure: &Failure) -> Option<u16> {
    let told = |path: &str| failure.body.value()?.at(path)?.as_integer().filter(|n| (400..600).contains(n));
    let in_body = || words(STATUS_AT).find_map(told).map(|n| n as u16);
    match failure.status {
        None | Some(200..=299) => header::grpc_status(failure).or_else(in_body).or(failure.status),
        status => status,
    }
}

/// Whether a response tells of an error: by its status, or in spite of a success.
pub(crate) fn tells_error(failure: &Failure) -> bool {
    let tells = |body: &Value| {
        let error = body.at("error").or_else(|| body.at("errors"));
        error.is_some_and(|error| {
            !matches!(error, Value::Bool(false)) && error.as_array().is_none_or(|all| !all.is_empty())
        })
    };
    !matches!(failure.status, Some(200..=299)) || failure.body.value().is_some_and(tells)
}

/// The code at a place that a catalog names: a path in the body, `@xml` or a header field (`@www-authenticate`).
pub(crate) fn code_at(failure: &Failure, place: &str) -> Option<String> {
    let found = match place.strip_prefix("@") {
        None => return as_code(failure.body.value()?.at(place)?),
        Some("xml") => xml::code(&failure.body),
        Some(field) => header::code(failure, field),
    };
    found.map(owned)
}

/// The code that a sentence of the body begins with.
pub(crate) fn sentence_code(body: &Body) -> Option<String> {
    sentences(body).iter().find_map(|sentence| clean::prefixed(sentence))
}

/// The heads of a body's sentences. A page has too many.
pub(crate) fn sentences(body: &Body) -> Vec<&str> {
    /// Longer ones tell a story.
    const LONGEST: usize = 512;
    let mut sentences = Vec::new();
    match body {
        Body::Empty => {}
        Body::Text(text) if text.starts_with('<') => {}
        Body::Text(text) => sentences.push(head(text, LONGEST)),
        Body::Value(value) => {
            for path in words(SENTENCE_AT) {
                let found = value.at(path).map(|found| found.get("0").unwrap_or(found));
                if let Some(text) = found.and_then(Value::as_str) {
                    sentences.push(head(text, LONGEST));
                }
            }
        }
    }
    sentences
}

/// A code as the server wrote it: a whole number, or a string that can be one.
fn as_code(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if clean::is_prefixed(text) => clean::prefixed(text),
        Value::String(text) => leading(text).or_else(|| clean::code(unspaced(text))).map(owned),
        number => number.as_integer().map(decimal).filter(|code| clean::code(code).is_some()),
    }
}

/// An AWS type without its namespace (`com.amazonaws.dynamodb#Throttled`), a WordPress code without its plug-in
/// (`[jwt_auth] incorrect_password`).
fn unspaced(text: &str) -> &str {
    let text = text.strip_prefix("[").and_then(|rest| split_once(rest, b']')).map_or(text, |(_, code)| code);
    match split_once(text, b'#') {
        Some((space, name)) if split_once(space, b'.').is_some() && split_once(space, b':').is_none() => name,
        _ => text,
    }
}

/// The constant that a sentence begins with: `TOO_MANY_ATTEMPTS_TRY_LATER : Too many unsuccessful attempts.`
fn leading(text: &str) -> Option<&str> {
    let (name, rest) = split_while(text, |b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    let parted = (3..=clean::MAX_CODE).contains(&name.len()) && split_once(name, b'_').is_some();
    (parted && matches!(trim_start(rest).bytes().next(), Some(b':' | b'-'))).then_some(name)
}

/// A code where sentences stand: a constant such as `RATE_LIMITED`, `authorization_pending` or `ValidationError`, and
/// neither a sentence nor a phrase such as `Forbidden`; a problem's type.
fn constant(value: &Value, path: &str) -> Option<String> {
    /// A single word is one from here on: `THROTTLED`, and not `ERROR` or `SUCCESS`.
    const WORD: usize = 8;
    let Some(text) = value.as_str() else { return as_code(value).filter(|_| path == TOKEN_AT) };
    let is = |code: &&str| {
        let any = |is: fn(u8) -> bool| code.bytes().any(is);
        let capitals = !any(|b| b.is_ascii_lowercase());
        let parted = any(|b| b == b'_');
        let humps =
            || code.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
        code.len() > 2
            && !any(|b| matches!(b, b' ' | b':' | b'#' | b'+' | b'='))
            && match path {
                "status" => parted && capitals,
                // RFC 6749 section 5.2: also `limit`.
                TOKEN_AT if !any(|b| b.is_ascii_uppercase() || b == b'/') => true,
                TYPE_AT if any(|b| matches!(b, b'/' | b'-')) => true,
                _ => parted || (capitals && code.len() >= WORD) || humps(),
            }
    };
    let address = || if path == TYPE_AT { clean::code(address_end(text)?) } else { None };
    leading(text).or_else(|| clean::code(text).filter(is)).or_else(address).map(owned)
}

/// Where OAuth puts a code (RFC 6749 section 5.2) and others a sentence or the phrase of the status.
const TOKEN_AT: &str = "error";

/// What an address ends with: the name of the problem's type. A section of a specification is none.
fn address_end(text: &str) -> Option<&str> {
    // A query is never looked at: it may hold a secret.
    let (text, _) = split_while(text, |b| b != b'?');
    let path = ["https://", "http://", "urn:"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
    // What is left of a secret is one too.
    let path = Some(path).filter(|path| !is_secret(path))?;
    let path = path.strip_suffix("/").unwrap_or(path);
    let end = path.bytes().rposition(|b| b == b'/' || b == b'#' || b == b':')?;
    let end = &path[end + 1..];
    (!end.starts_with("section")).then_some(end)
}

/// What the server calls this failure.
pub(crate) fn request_id(failure: &Failure) -> Option<&str> {
    let field = |end: &str| failure.headers.ending(end).and_then(clean::id);
    let member = |path: &str| clean::id(failure.body.value()?.at(path)?.as_str()?);
    let found = words(REQUEST_ID_FIELDS).find_map(field).or_else(|| words(REQUEST_ID_AT).find_map(member));
    found.or_else(|| xml::elements(&failure.body, "requestid").find_map(clean::id))
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
            ("https://example.com/errors/error-1015/", Some("error-1015")),
            ("about:blank", None),
            ("https://example.com", None),
            ("card_error", None),
        ];
        for (text, end) in cases {
            assert_eq!(address_end(text), end, "{text}");
        }
    }

    #[test]
    fn a_constant_is_no_phrase() {
        let cases = [
            ("error", "invalid_grant", Some("invalid_grant")),
            ("error", "limit", Some("limit")),
            ("error", "TOO_MANY_ACTIVE_STREAMS", Some("TOO_MANY_ACTIVE_STREAMS")),
            ("error", "Forbidden", None),
            ("error", "Not Found", None),
            ("error", "no", None),
            ("error", "", None),
            ("message", "TOO_MANY_ATTEMPTS_TRY_LATER : Too many attempts", Some("TOO_MANY_ATTEMPTS_TRY_LATER")),
            ("message", "UNAUTHORIZED", Some("UNAUTHORIZED")),
            ("message", "authorization_pending", Some("authorization_pending")),
            ("message", "limit", None),
            ("message", "ERROR", None),
            ("message", "well-known", None),
            ("message", "401 Unauthorized request", None),
            ("message", "Note: this", None),
            ("name", "ValidationError", Some("ValidationError")),
            ("name", "Error", None),
            ("status", "INTERNAL_ERROR", Some("INTERNAL_ERROR")),
            ("status", "FAILED", None),
            ("status", "not_ok", None),
            ("type", "stream-position/not-found", Some("stream-position/not-found")),
            ("type", "about:blank", None),
            ("type", "error", None),
        ];
        for (path, text, code) in cases {
            assert_eq!(constant(&Value::String(text.into()), path).as_deref(), code, "{path}: {text}");
        }
    }
}
