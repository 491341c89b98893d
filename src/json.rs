//! JSON text → [`Value`], natively. In a browser the JavaScript engine parses, never this crate.

use crate::error::{quoted, Fault};
use crate::value::{head, Value, HEAD, MAX_DEPTH};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::str::FromStr;

/// Values kept of one body. The largest error body seen has some sixty.
pub(crate) const MAX_NODES: usize = 1024;
/// Bytes kept of one string: more than any message or code has.
pub(crate) const MAX_STRING: usize = 2048;
/// Bytes of a text body that are parsed. Beyond it only the head is looked at.
pub(crate) const MAX_TEXT: usize = 256 * 1024;
/// Values kept of a catalog or locale pack: the largest table known has some 420 codes.
pub(crate) const MAX_CONFIG_NODES: usize = 16 * 1024;
/// Bytes of the text of a catalog or locale pack: more than our 57 languages take together (890,000).
const MAX_CONFIG_TEXT: usize = 1024 * 1024;

impl FromStr for Value {
    type Err = Fault;

    /// A catalog or pack of one's own, for [`Options`](crate::Options), from its JSON text.
    ///
    /// ```
    /// use plainly::{Explainer, Options, Value};
    /// let catalog: Value = r#"{"provider":"acme","codes":{"7":{"reason":"not_found"}}}"#.parse()?;
    /// let explainer = Explainer::new(&Options { catalogs: vec![catalog], ..Options::default() });
    /// assert!(explainer.reports().is_empty());
    /// # Ok::<(), plainly::Fault>(())
    /// ```
    fn from_str(json: &str) -> Result<Value, Fault> {
        if json.len() > MAX_CONFIG_TEXT {
            return Err(Fault::new(String::new(), "at most 1 MiB of JSON", quoted(head(json, HEAD)), None));
        }
        parse(json, MAX_CONFIG_NODES).map_err(|error| {
            let place = format!("line {} column {}", error.line(), error.column());
            Fault::new(place, "JSON", quoted(&error.to_string()), None)
        })
    }
}

/// Parses a whole JSON text, keeping at most `nodes` values.
///
/// # Errors
/// What is wrong and where, when it is not JSON.
pub(crate) fn parse(text: &str, mut nodes: usize) -> Result<Value, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Seed { depth: 0, cut: nodes <= MAX_NODES, nodes: &mut nodes }.deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

/// Builds a bounded value while the text is read, so that memory does not depend on what was sent.
struct Seed<'a> {
    depth: usize,
    /// Of a body's long string the head will do; a pack's or catalog's would say something else.
    cut: bool,
    nodes: &'a mut usize,
}

impl Seed<'_> {
    fn deeper(&mut self) -> Seed<'_> {
        Seed { depth: self.depth + 1, cut: self.cut, nodes: self.nodes }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.depth > MAX_DEPTH || *self.nodes == 0 {
            // serde_json skips without recursion, so depth costs nothing here.
            deserializer.deserialize_ignored_any(IgnoredAny)?;
            return Ok(Value::Null);
        }
        *self.nodes -= 1;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, b: bool) -> Result<Value, E> {
        Ok(Value::Bool(b))
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<Value, E> {
        Ok(Value::Number(n as f64))
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Value, E> {
        Ok(Value::Number(n as f64))
    }

    fn visit_f64<E: Error>(self, n: f64) -> Result<Value, E> {
        Ok(Value::Number(n))
    }

    fn visit_str<E: Error>(self, s: &str) -> Result<Value, E> {
        if !self.cut && s.encode_utf16().nth(MAX_STRING).is_some() {
            return Ok(Value::Null);
        }
        Ok(Value::String(if self.cut { head(s, MAX_STRING) } else { s }.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while *self.nodes > 0 {
            match seq.next_element_seed(self.deeper())? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Value, A::Error> {
        let mut members: Vec<(String, Value)> = Vec::new();
        while *self.nodes > 0 {
            let Some(key) = map.next_key::<String>()? else {
                return Ok(Value::Object(members));
            };
            let value = map.next_value_seed(self.deeper())?;
            let key = String::from(head(&key, MAX_STRING));
            // As JavaScript does: of equal keys the last one counts, at the place of the first.
            match members.iter_mut().find(|(k, _)| *k == key) {
                Some(member) => member.1 = value,
                None => members.push((key, value)),
            }
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deep_body_is_cut_not_refused() {
        let deep = format!("{{\"error\":{{\"code\":490}},\"x\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let value = parse(&deep, MAX_NODES).expect("it is JSON");
        assert_eq!(value.at("error.code").and_then(Value::as_integer), Some(490));
    }

    #[test]
    fn a_wide_body_is_cut() {
        let wide = format!("[{}1]", "1,".repeat(100_000));
        let value = parse(&wide, MAX_NODES).expect("it is JSON");
        assert!(value.as_array().expect("an array").len() < MAX_NODES);
    }

    #[test]
    fn a_pack_or_catalog_has_a_length() {
        let of = |length: usize| format!("[{}\"\"]", " ".repeat(length - 4)).parse::<Value>();
        assert!(of(MAX_CONFIG_TEXT).is_ok());
        assert_eq!(
            of(MAX_CONFIG_TEXT + 1).map_err(|fault| fault.expected().into()),
            Err(String::from("at most 1 MiB of JSON"))
        );
    }

    #[test]
    fn the_last_of_equal_keys_counts() {
        let value = parse(r#"{"code":1,"code":2}"#, MAX_NODES).expect("it is JSON");
        assert_eq!(value.get("code").and_then(Value::as_integer), Some(2));
    }

    #[test]
    fn what_is_no_json_is_an_error() {
        for text in ["", "{\"error\":{\"code\":490", "<html></html>", "490 x", "{} {}"] {
            assert!(parse(text, MAX_NODES).is_err(), "{text}");
        }
    }
}
