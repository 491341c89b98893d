//! The bounded value a body is read into.

use crate::text::{number, split_first};
use std::str::Bytes;

/// Nesting that is kept; what lies deeper reads as [`Value::Null`]. Real error bodies nest at most six deep.
#[cfg(any(feature = "builtin", all(feature = "npm", target_arch = "wasm32")))]
pub const MAX_DEPTH: usize = 12;
/// Bytes looked at when a text is too long, or is no JSON.
pub const HEAD: usize = 4096;

/// JSON's data model. What was read from text, or came from JavaScript, is cut to bounds already.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, and everything that JSON cannot say.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, never NaN or infinite.
    Number(f64),
    /// A string, cut to its bound.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, in the order of its source; the first of equal keys is the one that counts.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Takes the member `key` out of an object, or the element of that index out of an array.
    pub(crate) fn take(&mut self, key: &str) -> Value {
        let member = match self {
            Value::Object(members) => members.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v),
            Value::Array(items) => index(key).and_then(|at| items.get_mut(at)),
            _ => None,
        };
        member.map(std::mem::take).unwrap_or_default()
    }

    /// The elements, if it is an array.
    pub(crate) fn into_array(self) -> Vec<Value> {
        match self {
            Value::Array(items) => items,
            _ => Vec::new(),
        }
    }

    /// The strings of an array, or the one string that is given instead of it.
    pub(crate) fn strings(&self) -> Vec<String> {
        let mut strings = Vec::new();
        for item in self.as_array().unwrap_or(std::slice::from_ref(self)) {
            if let Value::String(text) = item {
                strings.push(text.clone());
            }
        }
        strings
    }

    /// The member `key` of an object, or the element of that index of an array.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(members) => members.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            Value::Array(items) => items.get(index(key)?),
            _ => None,
        }
    }

    /// The member, or null.
    pub(crate) fn member(&self, key: &str) -> &Value {
        self.get(key).unwrap_or(&Value::Null)
    }

    /// The value at a dotted path, as `error.code`. Names of members are the same in any letter case and with any
    /// separator. A key that is no index is looked for in each element of an array, and the first that has something there
    /// counts: `errors.code` is `errors.0.code`, `errors.1.code`, ... What does not stand there may be wrapped in `data`.
    pub fn at(&self, path: &str) -> Option<&Value> {
        self.below(path).or_else(|| self.wrapped()?.below(path))
    }

    fn below(&self, path: &str) -> Option<&Value> {
        let (key, rest) = split_first(path, b'.');
        let found = match self {
            Value::Array(items) if index(key).is_none() => return items.iter().find_map(|item| item.at(path)),
            Value::Object(_) => self.named(key),
            other => other.get(key),
        };
        let found = found.filter(|value| !matches!(value, Value::Null))?;
        if rest.is_empty() {
            Some(found)
        } else {
            found.below(rest)
        }
    }

    /// The member of that name, in any of its forms.
    fn named(&self, name: &str) -> Option<&Value> {
        self.as_object()?.iter().find(|(known, _)| is_same_name(known, name)).map(|(_, value)| value)
    }

    /// What a wrapper holds. Beside errors `data` is what a query has found.
    fn wrapped(&self) -> Option<&Value> {
        self.named("data").filter(|_| self.named("errors").is_none())
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(s) => Some(s),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Number(n) => Some(*n),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if it is an object.
    pub fn as_object(&self) -> Option<&[(String, Value)]> {
        match self {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// A whole number that JavaScript can hold exactly.
    pub fn as_integer(&self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_991.0; // 2^53 - 1
        let n = self.as_f64()?;
        (n.abs() <= EXACT && (n as i64) as f64 == n).then_some(n as i64)
    }

    /// What JSON calls it, for a fault's sentence.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }
}

/// Whether two names are the same but for letter case and separators: `errorCode`, `error_code`, `ErrorCode`. What begins
/// with a separator is another name: AWS' `__type` is no `type`.
pub(crate) fn is_same_name(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.bytes(), b.bytes());
    let mut same = a.next().map(|b| b.to_ascii_lowercase()) == b.next().map(|b| b.to_ascii_lowercase());
    let letter = |bytes: &mut Bytes| bytes.find(|b| !is_separator(*b)).map(|b| b.to_ascii_lowercase());
    while same {
        let next = letter(&mut a);
        same = next == letter(&mut b);
        if next.is_none() {
            break;
        }
    }
    same
}

/// A name as all its forms are.
pub(crate) fn fold_name(name: &str) -> String {
    let mut folded = String::new();
    for c in name.chars() {
        if folded.is_empty() || !(c.is_ascii() && is_separator(c as u8)) {
            folded.push(c.to_ascii_lowercase());
        }
    }
    folded
}

fn is_separator(b: u8) -> bool {
    matches!(b, b'_' | b'-' | b' ')
}

fn index(key: &str) -> Option<usize> {
    number(key).filter(|_| key.len() <= 4).map(|n| n as usize)
}

/// Cuts a string to at most `max` bytes, at a character's end.
pub(crate) fn head(text: &str, max: usize) -> &str {
    let mut end = max.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_objects_and_arrays_by_path() {
        let value = Value::Object(vec![(
            "error".into(),
            Value::Array(vec![Value::Object(vec![("code".into(), Value::Number(490.0))])]),
        )]);
        assert_eq!(value.at("error.0.code").and_then(Value::as_integer), Some(490));
        assert_eq!(value.at("error.1.code"), None);
        assert_eq!(value.at("error.code").and_then(Value::as_integer), Some(490));
        assert_eq!(value.at("error.type"), None);
        assert_eq!(value.at("error.00000.code"), None);
    }

    #[test]
    fn an_integer_is_exact_or_none() {
        assert_eq!(Value::Number(1.5).as_integer(), None);
        assert_eq!(Value::Number(1e300).as_integer(), None);
        assert_eq!(Value::Number(-3.0).as_integer(), Some(-3));
    }
}
