//! Parameters: what a provider's body says that an operator's words may hold. A closed list, typed and bounded.

use crate::clean;
use crate::error::Wanted;
use crate::locale::message::Arg;
use crate::text::owned;
use crate::value::Value;
use serde::Serialize;

/// Counted things, as `{$limit} devices`; a number to call; what the server calls something; when what an operator announced ends,
/// which no body says.
const NAMES: &[&str] = &["limit", "used", "left", "seconds", "minutes", "hours", "days", "phone", "reference", UNTIL];

/// What a fault's sentence says.
pub(crate) const A_NAME: Wanted = Wanted {
    what: "a parameter: limit, used, left, seconds, minutes, hours, days, phone, reference or until",
    names: NAMES,
};

/// Whether it is the name of one.
pub(crate) fn is_name(name: &str) -> bool {
    NAMES.contains(&name)
}

/// When what an operator announced ends: no body says it.
pub(crate) const UNTIL: &str = "until";

/// A parameter's value: a count up to a million, or a short text of the characters that codes have.
pub(crate) fn value(value: &Value) -> Option<Arg<'_>> {
    match value {
        Value::String(text) => clean::code(text).map(Arg::Ltr),
        number => number.as_integer().filter(|n| (0..=1_000_000).contains(n)).map(|n| Arg::Count(n as u64)),
    }
}

/// What a notice's words hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A count, up to a million.
    Count(u32),
    /// A short text of a code's characters.
    Text(String),
}

impl From<Arg<'_>> for Param {
    fn from(arg: Arg) -> Param {
        match arg {
            Arg::Count(count) => Param::Count(count as u32),
            Arg::Ltr(text) | Arg::Words(text) => Param::Text(owned(text)),
        }
    }
}

impl<'a> From<&'a Param> for Arg<'a> {
    fn from(param: &'a Param) -> Arg<'a> {
        match param {
            Param::Count(count) => Arg::Count((*count).into()),
            Param::Text(text) => Arg::Ltr(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_a_count_or_can_be_quoted() {
        let is = |given: Value| value(&given).is_some();
        let text = |text: &str| Value::String(text.into());
        assert!(is(Value::Number(5.0)) && is(Value::Number(0.0)) && is(text("5")) && is(text("+49 30 123-45")));
        let padded = text("\n\t AB-1 \r\n");
        assert!(matches!(super::value(&padded), Some(Arg::Ltr("AB-1"))));
        for bad in [Value::Number(-1.0), Value::Number(1.5), Value::Number(1e7), Value::Null, Value::Bool(true)] {
            assert!(!is(bad.clone()), "{bad:?}");
        }
        for bad in ["", "call <b>me</b>", "a\u{202e}7", "two\nlines", "session=abc123", &"9".repeat(65)] {
            assert!(!is(text(bad)), "{bad}");
        }
        assert!(is_name("limit") && !is_name("code"));
    }
}
