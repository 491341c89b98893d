//! A subset of Unicode MessageFormat 2 (LDML 48): text, `{$name}`, and `.input {$count :integer} .match $count ...`.

use crate::text::split_while;

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

/// A message is told piece by piece, in the order of its source.
pub(super) enum Piece<'s> {
    /// `.match` selects on this name.
    Selector(&'s str),
    /// A key of the variant whose pattern comes next.
    Key(&'s str),
    /// A pattern begins.
    Pattern,
    /// Text of the pattern, without escapes.
    Text(&'s str),
    /// A placeholder.
    Variable(&'s str),
}

/// Reads a message.
pub(super) fn read<'s>(source: &'s str, tell: &mut dyn FnMut(Piece<'s>)) -> Result<(), SyntaxFault> {
    let mut reader = Reader { source, at: 0, expected: "", tell };
    match reader.all() {
        Some(()) => Ok(()),
        None => Err(SyntaxFault { at: reader.at, expected: reader.expected }),
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{3000}')
}

struct Reader<'s, 't> {
    source: &'s str,
    at: usize,
    /// What was expected where reading ended.
    expected: &'static str,
    tell: &'t mut dyn FnMut(Piece<'s>),
}

impl<'s> Reader<'s, '_> {
    fn fault<T>(&mut self, expected: &'static str) -> Option<T> {
        self.expected = expected;
        None
    }

    fn all(&mut self) -> Option<()> {
        if self.source.len() > MAX_MESSAGE && self.source.chars().count() > MAX_MESSAGE {
            return self.fault("a shorter message");
        }
        self.spaces();
        let simple = !self.rest().starts_with(".") && !self.rest().starts_with("{{");
        self.at = 0;
        if simple {
            self.pattern(false)
        } else {
            self.message()
        }
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

    fn expect(&mut self, token: &'static str) -> Option<()> {
        if self.eat(token) {
            Some(())
        } else {
            self.fault(token)
        }
    }

    fn name(&mut self) -> Option<&'s str> {
        let rest = self.rest();
        let (name, _) = split_while(rest, |b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let starts = rest.bytes().next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_');
        if !starts {
            return self.fault("a name");
        }
        self.at += name.len();
        Some(name)
    }

    /// `.input {$count :integer}` ... `.match $count` variants, or one quoted pattern.
    fn message(&mut self) -> Option<()> {
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
        if self.eat(".match") {
            let mut selectors = 0;
            while self.spaces() && self.eat("$") {
                let name = self.name()?;
                if !inputs.contains(&name) || selectors == MAX_SELECTORS {
                    return self.fault("a name that .input declares");
                }
                selectors += 1;
                (self.tell)(Piece::Selector(name));
            }
            if selectors == 0 {
                return self.fault("a name to match on");
            }
            self.variants(selectors)?;
        } else {
            self.quoted()?;
            self.spaces();
        }
        if !self.rest().is_empty() {
            return self.fault("the end; {$name} of MessageFormat 2, not {{name}} of i18next");
        }
        Some(())
    }

    fn variants(&mut self, selectors: usize) -> Option<()> {
        // Those of one variant after those of the other.
        let mut keys = Vec::new();
        self.spaces();
        while !self.rest().is_empty() {
            let known = keys.len();
            while !self.rest().starts_with("{{") {
                let key = if self.eat("*") { "*" } else { self.key()? };
                keys.push(key);
                (self.tell)(Piece::Key(key));
                if !self.spaces() && !self.rest().starts_with("{{") {
                    return self.fault("a space");
                }
            }
            let (others, own) = keys.split_at(known);
            let again = others.chunks(selectors).any(|other| other == own);
            if own.len() != selectors || again || known == selectors * MAX_VARIANTS {
                return self.fault("one key for each name, each variant once");
            }
            self.quoted()?;
            self.spaces();
        }
        if !keys.chunks(selectors).any(|keys| keys.iter().all(|key| *key == "*")) {
            return self.fault("a variant for *");
        }
        Some(())
    }

    /// A plural category or an exact number.
    fn key(&mut self) -> Option<&'s str> {
        let (key, _) = split_while(self.rest(), |b| b.is_ascii_alphanumeric());
        if key.is_empty() {
            return self.fault("a key");
        }
        self.at += key.len();
        Some(key)
    }

    fn quoted(&mut self) -> Option<()> {
        self.expect("{{")?;
        self.pattern(true)?;
        self.expect("}}")
    }

    fn pattern(&mut self, quoted: bool) -> Option<()> {
        (self.tell)(Piece::Pattern);
        loop {
            let (text, _) = split_while(self.rest(), |b| !matches!(b, b'{' | b'}' | b'\\'));
            if !text.is_empty() {
                self.at += text.len();
                (self.tell)(Piece::Text(text));
            }
            match self.rest().bytes().next() {
                None => return Some(()),
                Some(b'}') if quoted => return Some(()),
                Some(b'}') => return self.fault("\\} for a brace"),
                Some(b'\\') => {
                    self.at += 1;
                    let Some(escaped @ ("\\" | "{" | "}" | "|")) = self.rest().get(..1) else {
                        return self.fault("one of \\ { } | after \\");
                    };
                    self.at += 1;
                    (self.tell)(Piece::Text(escaped));
                }
                _ => {
                    let brace = self.at;
                    self.at += 1;
                    self.spaces();
                    let foreign = match self.rest().bytes().next() {
                        Some(b'{') => "{$name} of MessageFormat 2, not {{name}} of i18next",
                        Some(b) if b.is_ascii_alphanumeric() => "{$name} of MessageFormat 2, not ICU MessageFormat",
                        _ => "",
                    };
                    if !foreign.is_empty() {
                        self.at = brace;
                        return self.fault(foreign);
                    }
                    self.expect("$")?;
                    let name = self.name()?;
                    self.spaces();
                    if self.rest().starts_with([':', ',']) {
                        return self.fault("} without a format: values are written as the language does");
                    }
                    self.expect("}")?;
                    (self.tell)(Piece::Variable(name));
                }
            }
        }
    }
}
