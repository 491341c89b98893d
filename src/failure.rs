//! The facts of one failed call.

use crate::reason::Reason;
use crate::text::owned;
use crate::value::{head, Value, HEAD};

/// Header fields that are kept. Servers send some thirty.
const MAX_FIELDS: usize = 128;
/// Characters of a field value that are kept; the fields that are read are far shorter.
const MAX_FIELD_VALUE: usize = 1024;

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
        let text = head(text.strip_prefix("\u{feff}").unwrap_or(text).trim_ascii_start(), HEAD);
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
    /// Adds a field. Past the bound it is dropped.
    pub fn push(&mut self, name: &str, value: &str) {
        if self.0.len() < MAX_FIELDS && name.len() <= 64 {
            self.0.push((name.trim_ascii().to_ascii_lowercase(), owned(head(value.trim_ascii(), MAX_FIELD_VALUE))));
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
}
