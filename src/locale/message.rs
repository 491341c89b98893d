//! Messages, and how they become text. How they are written stands in `syntax.rs`.

use super::pack::Direction;
use super::plural::PluralRules;
use crate::text::decimal;

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
pub(super) enum Part<'s> {
    Text(String),
    Variable(&'s str),
}

pub(super) type Pattern<'s> = Vec<Part<'s>>;

/// A message, read from its source.
#[derive(Debug)]
pub(crate) struct Message<'s> {
    /// What `.match` selects on; empty for a message without `.match`.
    pub(super) selectors: Vec<&'s str>,
    /// Keys and pattern of each variant; one without keys for a message without `.match`.
    pub(super) variants: Vec<(Vec<&'s str>, Pattern<'s>)>,
}

impl<'s> Message<'s> {
    /// The names of all placeholders and selectors, each once.
    pub fn variables(&self) -> Vec<&'s str> {
        let mut names: Vec<&str> = Vec::new();
        let placeholders = self.variants.iter().flat_map(|(_, pattern)| pattern).filter_map(|part| match part {
            Part::Variable(name) => Some(name),
            Part::Text(_) => None,
        });
        for name in self.selectors.iter().chain(placeholders) {
            if !names.contains(name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether a variant of that selector is for that key.
    pub fn has_key(&self, selector: usize, key: &str) -> bool {
        self.variants.iter().any(|(keys, _)| keys.get(selector) == Some(&key))
    }

    /// Whether a variant says nothing.
    pub fn is_blank(&self) -> bool {
        let says = |part: &Part| !matches!(part, Part::Text(text) if text.trim_ascii().is_empty());
        self.variants.iter().any(|(_, pattern)| !pattern.iter().any(says))
    }

    /// Whether it selects on nothing but what the other names as a count: only counts can be selected on.
    pub fn selects_like(&self, other: &Message) -> bool {
        self.selectors.iter().all(|name| other.selectors.contains(name))
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

#[cfg(test)]
mod tests {
    use super::super::syntax::SyntaxFault;
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
