//! The facts of one failed call.

use crate::reason::Reason;
use crate::text::{has_any, owned, split, trim, trim_start};
use crate::value::{head, Value, HEAD};

/// Header fields that are kept. Servers send some thirty.
const MAX_FIELDS: usize = 128;
/// Bytes of a field's value that are kept.
const MAX_FIELD_VALUE: usize = 1024;
/// The same where the field is read: half a list of limits would hide the longest wait. Node.js takes as much for a
/// whole header.
const MAX_SOUGHT_VALUE: usize = 16 * 1024;
/// What stands in the names of the fields that are read, beside `Date` and `Age`; `pkg/src/facts/http.js` has the same.
const SOUGHT: &str = "retry limit authenticate error -id requestid traceid traceparent cf-ray grpc-";

/// One failed call, as the caller holds it.
///
/// ```
/// use plainly::Failure;
/// let failure = Failure::response(401)
///     .header("Content-Type", "application/json")
///     .text(r#"{"error":{"code":490}}"#);
/// assert_eq!(failure.status, Some(401));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Failure {
    /// The status code (RFC 9110 section 15); nothing when no response arrived.
    pub status: Option<u16>,
    /// The response's header fields.
    pub headers: Headers,
    /// The response's body.
    pub body: Body,
    /// Why no response arrived, or what a player says that went wrong.
    pub cause: Option<Reason>,
    /// What a player calls it; quoted where no response says more.
    pub code: Option<String>,
    /// A player goes on by itself: nothing is shown.
    pub recoverable: bool,
}

impl Failure {
    /// A response with that status.
    pub fn response(status: u16) -> Failure {
        Failure { status: Some(status), ..Failure::default() }
    }

    /// No response, and why: `offline`, `timeout`, `connection_failed`, `insecure_connection`, `request_blocked` or
    /// `canceled`.
    pub fn no_response(cause: Reason) -> Failure {
        Failure { cause: Some(cause), ..Failure::default() }
    }

    /// Whether a response came, as far as can be told.
    pub(crate) fn is_answered(&self) -> bool {
        self.status.is_some() || !matches!(self.body, Body::Empty)
    }

    /// Adds a header field.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Failure {
        self.headers.push(name, value);
        self
    }

    /// Sets the body's text. It is JSON when it parses, whatever the content type claims.
    #[cfg(feature = "builtin")]
    #[must_use]
    pub fn text(mut self, text: &str) -> Failure {
        use crate::json::{parse, MAX_NODES, MAX_TEXT};
        let text = text.strip_prefix("\u{feff}").unwrap_or(text);
        let json = (text.len() <= MAX_TEXT).then(|| parse(text, MAX_NODES).ok()).flatten();
        self.body = match json {
            Some(Value::String(s)) => Body::text(&s),
            Some(value) => Body::Value(value),
            None => Body::text(text),
        };
        self
    }
}

/// A response's body, freed from its encoding.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Body {
    /// Nothing was sent, or nothing could be read.
    #[default]
    Empty,
    /// What is no JSON: the head of its text.
    Text(String),
    /// JSON.
    Value(Value),
}

impl Body {
    /// The head of a text that is no JSON.
    pub fn text(text: &str) -> Body {
        let text = head(trim_start(text.strip_prefix("\u{feff}").unwrap_or(text)), HEAD);
        if text.is_empty() {
            Body::Empty
        } else {
            Body::Text(owned(text))
        }
    }

    /// The JSON, if it is that.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Body::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// Header fields (RFC 9110 section 5); names compare without case.
#[derive(Clone, Debug, Default)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// Adds a field. Past the bound it is dropped; what is read has as much room again.
    pub fn push(&mut self, name: &str, value: &str) {
        let name = trim(name).to_ascii_lowercase();
        let (fields, most) =
            if is_sought(&name) { (2 * MAX_FIELDS, MAX_SOUGHT_VALUE) } else { (MAX_FIELDS, MAX_FIELD_VALUE) };
        if self.0.len() < fields && name.len() <= 64 {
            self.0.push((name, owned(head(trim(value), most))));
        }
    }

    /// The value of the first field of that name, given in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The value of the first field whose name ends so, given in lower case.
    pub(crate) fn ending(&self, end: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name.ends_with(end)).map(|(_, value)| value.as_str())
    }

    /// The values of all fields of that name, given in lower case.
    pub fn all<'n, 'a: 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + 'n {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// What stands between commas in the fields that are read, with the names in lower case: several fields of one name are
    /// one list (RFC 9110 section 5.3). A date comes without its weekday.
    pub(crate) fn parts(&self) -> Vec<(&str, &str)> {
        /// Of one field. Nobody lists more.
        const MOST: usize = 32;
        /// Of all.
        const MOST_IN_ALL: usize = 1024;
        let mut parts = Vec::new();
        for (name, value) in self.0.iter().filter(|(name, _)| is_sought(name)) {
            for part in split(value, |b| b == b',').take(MOST_IN_ALL.saturating_sub(parts.len()).min(MOST)) {
                parts.push((name.as_str(), trim(part)));
            }
        }
        parts
    }
}

/// Names and values of fields, as [`Headers::parts`] lists them.
pub(crate) type Parts<'a> = [(&'a str, &'a str)];

fn is_sought(name: &str) -> bool {
    name == "date" || name == "age" || has_any(name, SOUGHT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_kept() {
        let mut headers = Headers::default();
        for _ in 0..200 {
            headers.push("Set-Cookie", &"x".repeat(2000));
        }
        headers.push("Retry-After", &(" ".repeat(3000) + "3600"));
        headers.push("X-Other", "dropped");
        headers.push("RateLimit", &(r#""a";r=5;t=1, "#.repeat(100) + r#""b";r=0;t=3000"#));
        assert_eq!(headers.get("set-cookie").map(str::len), Some(MAX_FIELD_VALUE));
        assert_eq!(headers.get("retry-after"), Some("3600"));
        assert_eq!(headers.get("x-other"), None);
        assert!(headers.get("ratelimit").is_some_and(|value| value.ends_with("t=3000")));
        for _ in 0..200 {
            headers.push("Retry-After", &"1".repeat(100_000));
        }
        assert_eq!(headers.0.len(), 2 * MAX_FIELDS);
        assert!(headers.all("retry-after").all(|value| value.len() <= MAX_SOUGHT_VALUE));
    }

    #[test]
    fn fields_of_one_name_are_one_list() {
        let mut headers = Headers::default();
        headers.push("Retry-After", "1, 3600");
        headers.push("retry-after", "Fri, 20 Nov 2026 12:00:00 GMT");
        headers.push("Set-Cookie", "a, b");
        let values = ["1", "3600", "Fri", "20 Nov 2026 12:00:00 GMT"];
        assert_eq!(headers.parts(), values.map(|value| ("retry-after", value)));
        for _ in 0..100 {
            headers.push("Retry-After", &", 1".repeat(100));
        }
        assert_eq!(headers.parts().len(), 1024);
    }
}
