//! A subset of Unicode MessageFormat 2 (LDML 48): text, `{$name}`, and `.input {$count :integer} .match $count ...`.

use super::message::{Message, Part, Pattern};
use crate::text::span;

/// Characters of one message: five times the longest sentence that fits a television.
pub const MAX_MESSAGE: usize = 2000;
/// Selectors of one `.match`, and variants below it: six plural categories, twice, with room.
const MAX_SELECTORS: usize = 2;
const MAX_VARIANTS: usize = 48;

/// Where the syntax ends to be ours, as a byte offset, and what was expected there.
#[derive(Debug, PartialEq)]
pub(crate) struct SyntaxFault {
    pub at: usize,
    pub expected: &'static str,
}

impl<'s> Message<'s> {
    /// Reads a message.
    pub fn parse(source: &'s str) -> Result<Message<'s>, SyntaxFault> {
        let mut reader = Reader { source, at: 0 };
        if source.chars().count() > MAX_MESSAGE {
            return reader.fault("a shorter message");
        }
        reader.spaces();
        let simple = !reader.rest().starts_with(".") && !reader.rest().starts_with("{{");
        reader.at = 0;
        if simple {
            let pattern = reader.pattern(false)?;
            return Ok(Message { selectors: vec![], variants: vec![(vec![], pattern)] });
        }
        reader.message()
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{3000}')
}

struct Reader<'s> {
    source: &'s str,
    at: usize,
}

impl<'s> Reader<'s> {
    fn fault<T>(&self, expected: &'static str) -> Result<T, SyntaxFault> {
        Err(SyntaxFault { at: self.at, expected })
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn spaces(&mut self) -> bool {
        let before = self.at;
        while let Some(space) = self.rest().chars().next().filter(|&c| is_space(c)) {
            self.at += space.len_utf8();
        }
        self.at > before
    }

    fn eat(&mut self, token: &'static str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &'static str) -> Result<(), SyntaxFault> {
        if self.eat(token) {
            Ok(())
        } else {
            self.fault(token)
        }
    }

    fn name(&mut self) -> Result<&'s str, SyntaxFault> {
        let rest = self.rest();
        let (name, _) = span(rest, |b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let starts = rest.bytes().next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_');
        if !starts {
            return self.fault("a name");
        }
        self.at += name.len();
        Ok(name)
    }

    /// `.input {$count :integer}` ... `.match $count` variants, or one quoted pattern.
    fn message(&mut self) -> Result<Message<'s>, SyntaxFault> {
        let mut inputs = Vec::new();
        self.spaces();
        while self.eat(".input") {
            self.spaces();
            self.expect("{")?;
            self.spaces();
            self.expect("$")?;
            let name = self.name()?;
            self.spaces();
            self.expect(":integer")?;
            self.spaces();
            self.expect("}")?;
            if inputs.contains(&name) {
                return self.fault("one declaration of each name");
            }
            inputs.push(name);
            self.spaces();
        }
        let mut message = Message { selectors: vec![], variants: vec![] };
        if self.eat(".match") {
            while self.spaces() && self.eat("$") {
                let name = self.name()?;
                if !inputs.contains(&name) || message.selectors.len() == MAX_SELECTORS {
                    return self.fault("a name that .input declares");
                }
                message.selectors.push(name);
            }
            if message.selectors.is_empty() {
                return self.fault("a name to match on");
            }
            while !self.rest().is_empty() {
                self.variant(&mut message)?;
            }
        } else {
            let pattern = self.quoted()?;
            message.variants.push((vec![], pattern));
            self.spaces();
        }
        if !self.rest().is_empty() {
            return self.fault("the end");
        }
        let catch_all = |(keys, _): &(Vec<&str>, _)| keys.iter().all(|key| *key == "*");
        if !message.variants.iter().any(catch_all) {
            return self.fault("a variant for *");
        }
        Ok(message)
    }

    fn variant(&mut self, message: &mut Message<'s>) -> Result<(), SyntaxFault> {
        let mut keys = Vec::new();
        self.spaces();
        while !self.rest().starts_with("{{") {
            let key = if self.eat("*") { "*" } else { self.key()? };
            keys.push(key);
            if !self.spaces() && !self.rest().starts_with("{{") {
                return self.fault("a space");
            }
        }
        let known = message.variants.iter().any(|(others, _)| *others == keys);
        if keys.len() != message.selectors.len() || known || message.variants.len() == MAX_VARIANTS {
            return self.fault("one key for each name, each variant once");
        }
        let pattern = self.quoted()?;
        message.variants.push((keys, pattern));
        self.spaces();
        Ok(())
    }

    /// A plural category or an exact number.
    fn key(&mut self) -> Result<&'s str, SyntaxFault> {
        let (key, _) = span(self.rest(), |b| b.is_ascii_alphanumeric());
        if key.is_empty() {
            return self.fault("a key");
        }
        self.at += key.len();
        Ok(key)
    }

    fn quoted(&mut self) -> Result<Pattern<'s>, SyntaxFault> {
        self.expect("{{")?;
        let pattern = self.pattern(true)?;
        self.expect("}}")?;
        Ok(pattern)
    }

    fn pattern(&mut self, quoted: bool) -> Result<Pattern<'s>, SyntaxFault> {
        let mut parts = Vec::new();
        let mut text = String::new();
        while let Some(c) = self.rest().chars().next() {
            match c {
                '}' if quoted => break,
                '}' => return self.fault("\\} for a brace"),
                '\\' => {
                    self.at += 1;
                    match self.rest().chars().next() {
                        Some(escaped @ ('\\' | '{' | '}' | '|')) => text.push(escaped),
                        _ => return self.fault("one of \\ { } | after \\"),
                    }
                    self.at += 1;
                }
                '{' => {
                    self.at += 1;
                    self.spaces();
                    self.expect("$")?;
                    let name = self.name()?;
                    self.spaces();
                    self.expect("}")?;
                    if !text.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut text)));
                    }
                    parts.push(Part::Variable(name));
                }
                c => {
                    text.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        Ok(parts)
    }
}
