//! Bodies and headers → what a problem is made of.

use crate::clean;
use crate::failure::{Body, Failure};
use crate::text::decimal;
use crate::value::Value;

/// Where APIs put a code, most telling first.
const CODE_AT: &[&str] = &["error.code", "code", "error_code", "errorCode", "error.error_code", "error.errorCode"];

/// Where APIs put a sentence that may begin with its code.
const SENTENCE_AT: &[&str] = &["error.message", "message", "error", "error_description", "detail"];

/// Header fields that name a failure, most telling first.
const REQUEST_ID_FIELDS: &[&str] =
    &["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amz-request-id", "x-trace-id", "cf-ray"];

/// Members that name a failure.
const REQUEST_ID_AT: &[&str] =
    &["requestId", "request_id", "error.requestId", "error.request_id", "traceId", "trace_id", "correlationId"];

/// The code of a body of no provider in particular.
pub(crate) fn code(body: &Body) -> Option<String> {
    let at_place = body.value().and_then(|value| code_at(value, CODE_AT.iter().copied()));
    at_place.or_else(|| sentence_code(body))
}

/// The code that a sentence of the body begins with.
pub(crate) fn sentence_code(body: &Body) -> Option<String> {
    let found = match body {
        Body::Value(value) => SENTENCE_AT.iter().find_map(|path| clean::prefixed(value.at(path)?.as_str()?)),
        Body::Text(text) => clean::prefixed(text),
        Body::Empty => None,
    };
    found.map(String::from)
}

/// The first code at one of the paths.
pub(crate) fn code_at<'a>(value: &Value, paths: impl Iterator<Item = &'a str>) -> Option<String> {
    paths.filter_map(|path| as_code(value.at(path)?)).next()
}

/// A code as the server wrote it: a whole number, or a string that can be one.
fn as_code(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if clean::is_prefixed(text) => clean::prefixed(text).map(String::from),
        Value::String(text) => clean::code(text),
        number => number.as_integer().map(decimal),
    }
}

/// What the server calls this failure.
pub(crate) fn request_id(failure: &Failure) -> Option<String> {
    let fields = REQUEST_ID_FIELDS.iter().filter_map(|name| failure.headers.get(name));
    let members = REQUEST_ID_AT.iter().filter_map(|path| failure.body.value()?.at(path)?.as_str());
    fields.chain(members).filter_map(clean::id).next()
}
