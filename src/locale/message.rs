//! Messages, and how they become text. How they are written stands in `syntax.rs`.

use super::direction::Direction;
use super::plural::PluralRules;
use super::syntax::{read, Piece, SyntaxFault};
use crate::text::{decimal, number};

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
    pub digits: &'a str,
    pub plural: &'a PluralRules,
}

/// What there is to know of a message without formatting it.
#[derive(Debug, Default)]
pub(crate) struct Message<'s> {
    /// What `.match` selects on; empty for a message without `.match`.
    selectors: Vec<&'s str>,
    /// The keys of all variants, one variant after the other.
    keys: Vec<&'s str>,
    /// The names of all placeholders and selectors, each once.
    pub variables: Vec<&'s str>,
    /// Whether a variant says nothing.
    pub is_blank: bool,
}

impl<'s> Message<'s> {
    /// Reads a message.
    pub fn parse(source: &'s str) -> Result<Message<'s>, SyntaxFault> {
        let mut message = Message::default();
        let mut says = true;
        read(source, &mut |piece| match piece {
            Piece::Selector(name) => {
                message.selectors.push(name);
                message.note(name);
            }
            Piece::Key(key) => message.keys.push(key),
            Piece::Pattern => {
                message.is_blank |= !says;
                says = false;
            }
            Piece::Text(text) => says |= text.bytes().any(|b| !b.is_ascii_whitespace()),
            Piece::Variable(name) => {
                says = true;
                message.note(name);
            }
        })?;
        message.is_blank |= !says;
        Ok(message)
    }

    fn note(&mut self, name: &'s str) {
        if !self.variables.contains(&name) {
            self.variables.push(name);
        }
    }

    /// Whether a variant of that selector is for that key.
    pub fn has_key(&self, selector: usize, key: &str) -> bool {
        self.keys.chunks(self.selectors.len().max(1)).any(|keys| keys[selector] == key)
    }

    /// Whether it selects on nothing but what the other names as a count: only counts can be selected on.
    pub fn selects_like(&self, other: &Message) -> bool {
        self.selectors.iter().all(|name| other.selectors.contains(name))
    }

    /// How many selectors there are.
    pub fn selectors(&self) -> usize {
        self.selectors.len()
    }
}

/// Writes a message's text; nothing when it is none, or an argument is missing.
///
/// The best variant is said: an exact number before a category before `*`, selectors from left to right.
pub(crate) fn format(source: &str, args: &[(&str, Arg)], language: Language, text: &mut String) -> Option<()> {
    let (mut counts, mut whole) = (Vec::new(), true);
    let (mut best, mut rank, mut key_at, mut chosen) = (NO_FIT, 0, 0, false);
    let read = read(source, &mut |piece| match piece {
        Piece::Selector(name) => match value(args, name) {
            Some(Arg::Count(n)) => counts.push(n),
            _ => whole = false,
        },
        Piece::Key(key) => {
            let Some(&n) = counts.get(key_at % counts.len().max(1)) else { return };
            key_at += 1;
            rank = match key {
                _ if rank >= NO_FIT => NO_FIT,
                "*" => rank * 3 + 2,
                key if key == language.plural.category(n).name() => rank * 3 + 1,
                key if number(key) == Some(n) => rank * 3,
                _ => NO_FIT,
            };
        }
        Piece::Pattern => {
            chosen = rank < best;
            if chosen {
                best = rank;
                text.clear();
            }
            rank = 0;
        }
        Piece::Text(plain) if chosen => text.push_str(plain),
        Piece::Variable(name) => match value(args, name) {
            Some(arg) if chosen => place(text, arg, language),
            Some(_) => {}
            None => whole = false,
        },
        Piece::Text(_) => {}
    });
    if read.is_ok() && whole && best < NO_FIT {
        return Some(());
    }
    text.clear();
    None
}

/// The rank of a variant that does not fit.
const NO_FIT: u32 = 1000;

fn value<'a>(args: &[(&str, Arg<'a>)], name: &str) -> Option<Arg<'a>> {
    args.iter().find(|(n, _)| *n == name).map(|(_, arg)| *arg)
}

/// Puts a value in. Marks in a right-to-left message do there what isolates would, which are MessageFormat's default:
/// engines before Chromium 77 show what stands between isolates (U+2066 to U+2069) backwards.
fn place(text: &mut String, arg: Arg, language: Language) {
    // Left-to-right marks (U+200E) hold the value together, right-to-left ones (U+200F) keep it apart from what is next to
    // it. Digits of a count need no holding.
    let (before, after) = match (arg, language.direction) {
        (Arg::Words(_), _) | (_, Direction::Ltr) => ("", ""),
        (Arg::Ltr(_), Direction::Rtl) => ("\u{200f}\u{200e}", "\u{200e}\u{200f}"),
        (Arg::Count(_), Direction::Rtl) => ("\u{200f}", "\u{200f}"),
    };
    text.push_str(before);
    match arg {
        Arg::Words(words) => text.push_str(words),
        Arg::Ltr(plain) => text.push_str(plain),
        Arg::Count(n) => text.push_str(&in_digits(&decimal(i64::try_from(n).unwrap_or(i64::MAX)), language.digits)),
    }
    text.push_str(after);
}

/// What is written with ASCII digits, in others.
pub(crate) fn in_digits(plain: &str, digits: &str) -> String {
    let mut text = String::new();
    for c in plain.chars() {
        let own = c.to_digit(10).and_then(|digit| digits.chars().nth(digit as usize));
        text.push(own.unwrap_or(c));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(source: &str, args: &[(&str, Arg)], direction: Direction) -> Option<String> {
        let plural = PluralRules::new("one: n = 1").expect("a rule set");
        let digits = if direction == Direction::Rtl { "٠١٢٣٤٥٦٧٨٩" } else { "0123456789" };
        assert!(Message::parse(source).is_ok(), "{source}");
        let mut text = String::new();
        super::format(source, args, Language { direction, digits, plural: &plural }, &mut text).map(|()| text)
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
    fn right_to_left_messages_mark_what_is_not_theirs() {
        let code = format("{$code}", &[("code", Arg::Ltr("490"))], Direction::Rtl);
        assert_eq!(code, Some("\u{200f}\u{200e}490\u{200e}\u{200f}".into()));
        assert_eq!(
            format(COUNT, &[("count", Arg::Count(25))], Direction::Rtl),
            Some("\u{200f}٢٥\u{200f} seconds".into())
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
            ("a {b}", 2, "{$name} of MessageFormat 2, not ICU MessageFormat"),
            ("{n, plural, one {a} other {b}}", 0, "{$name} of MessageFormat 2, not ICU MessageFormat"),
            ("a {{b}}", 2, "{$name} of MessageFormat 2, not {{name}} of i18next"),
            ("a {|b|}", 3, "$"),
            ("a {$b", 5, "}"),
            ("a \\n", 3, "one of \\ { } | after \\"),
            ("{{a}} b", 6, "the end; {$name} of MessageFormat 2, not {{name}} of i18next"),
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
