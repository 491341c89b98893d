//! English as the package holds it: the list of keys, which comes without them.

use super::pack::LocalePack;
use crate::action::ActionKind;
use crate::reason::{Category, Reason};
use crate::tape::Tape;
use crate::text::{join, words};

impl LocalePack {
    /// English, from a tape of its messages in the order of [`each_english_key`].
    pub(crate) fn english(tape: &mut Tape) -> LocalePack {
        let mut pack = LocalePack::with(&mut |_| tape.text());
        tape.list();
        each_english_key(&mut |key| {
            if let Some(text) = tape.text().filter(|text| !text.is_empty()) {
                pack.messages.push((key, text));
            }
        });
        pack
    }
}

/// Tells the keys of the messages in the order in which the package holds English: the names are in the binary already.
/// `tools/data/names.mjs` writes the messages in this order, an empty one where there is none.
fn each_english_key(tell: &mut dyn FnMut(String)) {
    for (begin, names, end) in [
        ("category.", Category::NAMES, ""),
        ("", Reason::NAMES, ".title  .advice"), // the statement has no end
        ("action.", ActionKind::NAMES, ""),
        ("", OTHER_KEYS, ""),
    ] {
        for name in words(names).filter(|name| !name.is_empty()) {
            for end in words(end) {
                tell(join(&[begin, name, end]));
            }
        }
    }
}

const OTHER_KEYS: &str = "sentence.join code.prefix code.suffix spoken.code countdown.now countdown.seconds \
                          countdown.minutes countdown.hours deferred.title deferred.minutes deferred.hours";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tape::Written;
    use crate::text::owned;

    #[test]
    fn english_is_the_same_without_its_keys() {
        let json = crate::json::parse(include_str!("../../locales/en.json"), crate::json::MAX_CONFIG_NODES);
        let with = LocalePack::of(&json.expect("it is JSON"));
        let mut tape = Written::default();
        for text in ["en", "ltr", &with.digits, with.plural.source()] {
            tape.text(Some(text));
        }
        let mut messages = Vec::new();
        each_english_key(&mut |key| messages.push(owned(with.source([&key, ""]).unwrap_or_default())));
        tape.texts(&messages);
        let without = LocalePack::english(&mut Tape(&tape.0));
        assert_eq!(without.messages.len(), with.messages.len());
        for (key, source) in &with.messages {
            assert_eq!(without.source([key, ""]), Some(source.as_str()), "{key}");
        }
    }
}
