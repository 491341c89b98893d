//! CLDR's cardinal plural rules for whole numbers, read from the text that a pack carries.
//!
//! The syntax is that of Unicode TR35 part 3, section "Plural rules syntax", without samples and with the
//! operands that differ between whole numbers: `n`, and `i` for the same. A rule set is one line:
//! `one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14; many: n != 0`. What matches none is `other`.

use crate::named::named;
use crate::text::{number, owned, split, split_once, trim, Text};
use std::str::SplitAsciiWhitespace;

named! {
    /// CLDR's plural categories.
    PluralCategory {
        /// Nothing.
        Zero = "zero",
        /// Singular.
        One = "one",
        /// Dual.
        Two = "two",
        /// A few.
        Few = "few",
        /// Many.
        Many = "many",
        /// All else.
        Other = "other",
    }
}

/// A language's rules, checked.
#[derive(Clone, Debug, Default)]
pub struct PluralRules(pub(crate) Text);

impl PluralRules {
    /// Checks a rule set. The empty one makes everything `other`.
    pub fn new(text: &str) -> Option<PluralRules> {
        /// The longest of CLDR has 151 bytes.
        const LONGEST: usize = 512;
        (text.len() <= LONGEST && each(text, 0, &mut |_, _| {}).is_some())
            .then(|| PluralRules(Text::Owned(owned(text))))
    }

    /// The category of a whole number.
    pub fn category(&self, n: u64) -> PluralCategory {
        let mut found = PluralCategory::Other;
        each(&self.0, n, &mut |category, holds| {
            if holds && found == PluralCategory::Other {
                found = category;
            }
        });
        found
    }

    /// Whether the language has that category.
    pub fn has(&self, wanted: PluralCategory) -> bool {
        let mut found = wanted == PluralCategory::Other;
        each(&self.0, 0, &mut |category, _| found |= category == wanted);
        found
    }
}

/// Tells every category of the rule set and whether the number is in it; nothing when the text is no rule set.
fn each(text: &str, n: u64, tell: &mut dyn FnMut(PluralCategory, bool)) -> Option<()> {
    for rule in split(text, |b| b == b';').filter(|rule| !trim(rule).is_empty()) {
        let (name, condition) = split_once(rule, b':')?;
        let category = PluralCategory::from_name(trim(name))?;
        if category == PluralCategory::Other {
            return None;
        }
        let mut words = condition.split_ascii_whitespace();
        let (mut any, mut all) = (false, true);
        loop {
            all &= relation(&mut words, n)?;
            match words.next() {
                Some("and") => {}
                Some("or") => {
                    any |= all;
                    all = true;
                }
                Some(_) => return None,
                None => break,
            }
        }
        tell(category, any | all);
    }
    Some(())
}

/// `n % 10 = 2..4,9`
fn relation(words: &mut SplitAsciiWhitespace, n: u64) -> Option<bool> {
    if !matches!(words.next()?, "n" | "i") {
        return None;
    }
    let (mut value, mut sign) = (n, words.next()?);
    if sign == "%" {
        value = n.checked_rem(number(words.next()?)?)?;
        sign = words.next()?;
    }
    let mut within = false;
    for range in split(words.next()?, |b| b == b',') {
        let (low, high) = match split_once(range, b'.') {
            Some((low, high)) => (low, high.strip_prefix('.')?),
            None => (range, range),
        };
        within |= (number(low)?..=number(high)?).contains(&value);
    }
    match sign {
        "=" => Some(within),
        "!=" => Some(!within),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PluralCategory::{Few, Many, One, Other, Two, Zero};

    fn of(rules: &str, numbers: &[u64]) -> Vec<PluralCategory> {
        let rules = PluralRules::new(rules).expect("a rule set");
        numbers.iter().map(|&n| rules.category(n)).collect()
    }

    #[test]
    fn arabic_has_six() {
        let rules = "zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99";
        assert_eq!(of(rules, &[0, 1, 2, 3, 11, 100, 103]), [Zero, One, Two, Few, Many, Other, Few]);
    }

    #[test]
    fn russian_looks_at_the_last_digits() {
        let rules = "one: i % 10 = 1 and i % 100 != 11; few: i % 10 = 2..4 and i % 100 != 12..14; \
                     many: i % 10 = 0 or i % 10 = 5..9 or i % 100 = 11..14";
        assert_eq!(of(rules, &[1, 2, 5, 11, 21, 22, 112]), [One, Few, Many, Many, One, Few, Many]);
    }

    #[test]
    fn no_rules_make_everything_other() {
        assert_eq!(of("", &[0, 1, 2]), [Other, Other, Other]);
    }

    #[test]
    fn what_is_no_rule_set_is_refused() {
        for bad in [
            "one", "one: x = 1", "one: n", "uno: n = 1", "other: n = 1", "one: n % 0 = 1", "one: n = 1..",
            "one: n = -1",
        ] {
            assert!(PluralRules::new(bad).is_none(), "{bad}");
        }
    }
}
