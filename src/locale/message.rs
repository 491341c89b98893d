//! A subset of Unicode MessageFormat 2 (LDML 48): text, `{$name}`, and `.input {$count :integer} .match $count ...`.

use super::pack::Direction;
use super::plural::PluralRules;
use crate::text::{decimal, span};

/// Characters of one message: five times the longest sentence that fits a television.
pub const MAX_MESSAGE: usize = 2000;
/// Selectors of one `.match`, and variants below it: six plural categories, twice, with room.
const MAX_SELECTORS: usize = 2;
const MAX_VARIANTS: usize = 48;

/// What a placeholder stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Arg<'a> {
    /// A counted number, shown in the language's digits.
    Count(u64),
    /// A code, number or address: left to right in any language, ASCII digits kept.
    Ltr(&'a str),
    /// Words of the same pack.
    Words(&'a str),
}

/// What formatting needs to know of the language.
#[derive(Clone, Copy)]
pub(crate) struct Language<'a> {
    pub direction: Direction,
    pub digits: &'a [char; 10],
    pub plural: &'a PluralRules,
}

#[derive(Debug, PartialEq)]
enum Part<'s> {
    Text(String),
    Variable(&'s str),
}

type Pattern<'s> = Vec<Part<'s>>;

/// A message, read from its source.
#[derive(Debug)]
pub(crate) struct Message<'s> {
    /// What `.match` selects on; empty for a message without `.match`.
    selectors: Vec<&'s str>,
    /// Keys and pattern of each variant; one without keys for a message without `.match`.
    variants: Vec<(Vec<&'s str>, Pattern<'s>)>,
}

/// Where the syntax ends to be ours, as a byte offset, and what was expected there.
#[derive(Debug, PartialEq)]
pub(crate) struct SyntaxFault {
    pub at: usize,
    pub expected: &'static str,
}

impl<'s> Message<'s> {
    pub fn parse(source: &'s str) -> Result<Message<'s>, SyntaxFault> {
        let mut reader = Reader { source, at: 0 };
        if source.chars().count() > MAX_MESSAGE {
            return reader.fault("a shorter message");
        }
        let start = source.trim_start_matches(is_space);
        if !start.starts_with(".") && !start.starts_with("{{") {
            let pattern = reader.pattern(false)?;
            return Ok(Message { selectors: vec![], variants: vec![(vec![], pattern)] });
        }
        reader.message()
    }

    /// The names of all placeholders and selectors, each once.
    pub fn variables(&self) -> Vec<&'s str> {
        let mut names: Vec<&str> = Vec::new();
        let mut note = |name: &'s str| {
            if let Err(at) = names.binary_search(&name) {
                names.insert(at, name);
            }
        };
        self.selectors.iter().for_each(|name| note(name));
        for (_, pattern) in &self.variants {
            for part in pattern {
                if let Part::Variable(name) = part {
                    note(name);
                }
            }
        }
        names
    }

    /// Whether a variant of that selector is for that key.
    pub fn has_key(&self, selector: usize, key: &str) -> bool {
        self.variants.iter().any(|(keys, _)| keys.get(selector) == Some(&key))
    }

    /// How many selectors there are.
    pub fn selectors(&self) -> usize {
        self.selectors.len()
    }

    /// The text; nothing when an argument is missing.
    pub fn format(&self, args: &[(&str, Arg)], language: Language) -> Option<String> {
        let (_, pattern) = self.select(args, language)?;
        let mut text = String::new();
        for part in pattern {
            match part {
                Part::Text(plain) => text.push_str(plain),
                Part::Variable(name) => place(&mut text, value(args, name)?, language),
            }
        }
        Some(text)
    }

    /// The best variant: an exact number before a category before `*`, selectors from left to right.
    fn select(&self, args: &[(&str, Arg)], language: Language) -> Option<&(Vec<&'s str>, Pattern<'s>)> {
        let mut best = None;
        let mut best_rank = u32::MAX;
        'variants: for variant in &self.variants {
            let mut rank = 0;
            for (key, selector) in variant.0.iter().zip(&self.selectors) {
                let Arg::Count(n) = value(args, selector)? else { return None };
                rank = rank * 3
                    + match *key {
                        "*" => 2,
                        key if key == language.plural.category(n).name() => 1,
                        key if is_number(key, n) => 0,
                        _ => continue 'variants,
                    };
            }
            if rank < best_rank {
                (best, best_rank) = (Some(variant), rank);
            }
        }
        best
    }
}

fn is_number(key: &str, n: u64) -> bool {
    !key.is_empty()
        && key.len() < 16
        && key.bytes().all(|b| b.is_ascii_digit())
        && key.bytes().fold(0, |k, b| k * 10 + u64::from(b - b'0')) == n
}

fn value<'a>(args: &[(&str, Arg<'a>)], name: &str) -> Option<Arg<'a>> {
    args.iter().find(|(n, _)| *n == name).map(|(_, arg)| *arg)
}

/// Puts a value in, isolated as MessageFormat's default bidi strategy says: what runs the other way, or runs
/// left to right in a right-to-left message, is wrapped in its isolate.
fn place(text: &mut String, arg: Arg, language: Language) {
    const LRI: char = '\u{2066}';
    const RLI: char = '\u{2067}';
    const PDI: char = '\u{2069}';
    let isolate = match (arg, language.direction) {
        (Arg::Words(_), _) | (_, Direction::Ltr) => None,
        (Arg::Ltr(_), Direction::Rtl) => Some(LRI),
        (Arg::Count(_), Direction::Rtl) => Some(RLI),
    };
    text.extend(isolate);
    match arg {
        Arg::Words(words) => text.push_str(words),
        Arg::Ltr(plain) => text.push_str(plain),
        Arg::Count(n) => push_count(text, n, language.digits),
    }
    text.extend(isolate.map(|_| PDI));
}

fn push_count(text: &mut String, n: u64, digits: &[char; 10]) {
    for digit in decimal(i64::try_from(n).unwrap_or(i64::MAX)).bytes() {
        text.push(digits[usize::from(digit - b'0')]);
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
        let rest = self.rest();
        let spaces = rest.len() - rest.trim_start_matches(is_space).len();
        self.at += spaces;
        spaces > 0
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

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: [char; 10] = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'];
    const LATIN: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    fn format(source: &str, args: &[(&str, Arg)], direction: Direction) -> Option<String> {
        let plural = PluralRules::new("one: n = 1").expect("a rule set");
        let digits = if direction == Direction::Rtl { &ARABIC } else { &LATIN };
        Message::parse(source).expect(source).format(args, Language { direction, digits, plural: &plural })
    }

    const COUNT: &str =
        ".input {$count :integer} .match $count 0 {{now}} one {{{$count} second}} * {{{$count} seconds}}";

    #[test]
    fn a_simple_message_is_its_text() {
        assert_eq!(
            format("It\\{s\\} \\\\ {$code}.", &[("code", Arg::Ltr("490"))], Direction::Ltr),
            Some("It{s} \\ 490.".into())
        );
        assert_eq!(format("", &[], Direction::Ltr), Some(String::new()));
    }

    #[test]
    fn an_exact_number_wins_over_a_category_over_the_rest() {
        let of = |n| format(COUNT, &[("count", Arg::Count(n))], Direction::Ltr);
        assert_eq!(of(0).as_deref(), Some("now"));
        assert_eq!(of(1).as_deref(), Some("1 second"));
        assert_eq!(of(1200).as_deref(), Some("1200 seconds"));
    }

    #[test]
    fn two_selectors_rank_from_left_to_right() {
        let source = ".input {$a :integer} .input {$b :integer} .match $a $b * * {{rest}} one * {{a}} * one {{b}}";
        let of = |a, b| format(source, &[("a", Arg::Count(a)), ("b", Arg::Count(b))], Direction::Ltr);
        assert_eq!(of(1, 1).as_deref(), Some("a"));
        assert_eq!(of(2, 1).as_deref(), Some("b"));
        assert_eq!(of(2, 2).as_deref(), Some("rest"));
    }

    #[test]
    fn right_to_left_messages_isolate_what_is_not_theirs() {
        assert_eq!(format("{$code}", &[("code", Arg::Ltr("490"))], Direction::Rtl), Some("\u{2066}490\u{2069}".into()));
        assert_eq!(
            format(COUNT, &[("count", Arg::Count(25))], Direction::Rtl),
            Some("\u{2067}٢٥\u{2069} seconds".into())
        );
        assert_eq!(format("{$words}", &[("words", Arg::Words("م"))], Direction::Rtl), Some("م".into()));
    }

    #[test]
    fn a_missing_argument_is_no_text() {
        assert_eq!(format("{$code}", &[], Direction::Ltr), None);
        assert_eq!(format(COUNT, &[], Direction::Ltr), None);
    }

    #[test]
    fn what_is_no_message_is_refused_with_its_place() {
        let cases = [
            ("a } b", 2, "\\} for a brace"),
            ("a {b}", 3, "$"),
            ("a {$b", 5, "}"),
            ("a \\n", 3, "one of \\ { } | after \\"),
            ("{{a}} b", 6, "the end"),
            (".match $a one {{x}} * {{y}}", 9, "a name that .input declares"),
            (".input {$a :integer} .match $a one {{x}}", 40, "a variant for *"),
            (".input {$a :number} {{x}}", 11, ":integer"),
            (".local $a = {1} {{x}}", 0, "{{"),
            (
                ".input {$a :integer} .match $a one {{x}} one {{y}} * {{z}}",
                45,
                "one key for each name, each variant once",
            ),
        ];
        for (source, at, expected) in cases {
            assert_eq!(Message::parse(source).expect_err(source), SyntaxFault { at, expected }, "{source}");
        }
    }

    #[test]
    fn hostile_messages_are_refused_quickly() {
        for source in ["{".repeat(9000), "\\".repeat(7999), format!(".input {}", "{".repeat(7000)), "*".repeat(5000)] {
            let _ = Message::parse(&source);
        }
    }
}
