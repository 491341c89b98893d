//! CLDR's cardinal plural rules for whole numbers, read from the text that a pack carries.
//!
//! The syntax is that of Unicode TR35 part 3, section "Plural rules syntax", without samples and with the
//! operands that differ between whole numbers: `n`, and `i` for the same. A rule set is one line:
//! `one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14; many: n != 0`. What matches none is `other`.

use crate::named::named;

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
pub struct PluralRules(String);

impl PluralRules {
    /// Checks a rule set. The empty one makes everything `other`.
    pub fn new(text: &str) -> Option<PluralRules> {
        /// The longest of CLDR has 151 bytes.
        const LONGEST: usize = 512;
        (text.len() <= LONGEST && categories(text, 0).is_some()).then(|| PluralRules(text.into()))
    }

    /// The category of a whole number.
    pub fn category(&self, n: u64) -> PluralCategory {
        let found = categories(&self.0, n).and_then(|list| list.into_iter().find(|(_, holds)| *holds));
        found.map_or(PluralCategory::Other, |(category, _)| category)
    }

    /// The categories that the language has, `other` included.
    pub fn all(&self) -> Vec<PluralCategory> {
        let mut all: Vec<_> = categories(&self.0, 0).unwrap_or_default().into_iter().map(|(c, _)| c).collect();
        all.push(PluralCategory::Other);
        all
    }
}

/// Every category of the rule set and whether the number is in it; nothing when the text is no rule set.
fn categories(text: &str, n: u64) -> Option<Vec<(PluralCategory, bool)>> {
    let mut found = Vec::new();
    for rule in text.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (name, condition) = rule.split_once(':')?;
        let category = PluralCategory::from_name(name.trim())?;
        if category == PluralCategory::Other {
            return None;
        }
        let mut holds = false;
        for all in condition.split(" or ") {
            let mut every = true;
            for relation in all.split(" and ") {
                every &= relates(relation.trim(), n)?;
            }
            holds |= every;
        }
        found.push((category, holds));
    }
    Some(found)
}

/// `n % 10 = 2..4,9`
fn relates(relation: &str, n: u64) -> Option<bool> {
    let (left, right, wanted) = match relation.split_once("!=") {
        Some((left, right)) => (left, right, false),
        None => relation.split_once('=').map(|(left, right)| (left, right, true))?,
    };
    let (operand, modulus) = match left.split_once('%') {
        Some((operand, modulus)) => (operand, Some(number(modulus)?)),
        None => (left, None),
    };
    if !matches!(operand.trim(), "n" | "i") || modulus == Some(0) {
        return None;
    }
    let value = modulus.map_or(n, |m| n % m);
    let mut within = false;
    for range in right.split(',') {
        let (low, high) = range.split_once("..").unwrap_or((range, range));
        within |= (number(low)?..=number(high)?).contains(&value);
    }
    Some(within == wanted)
}

fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |n, b| n * 10 + u64::from(b - b'0')))
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
        for bad in ["one", "one: x = 1", "one: n", "uno: n = 1", "other: n = 1", "one: n % 0 = 1", "one: n = 1..", "one: n = -1"] {
            assert!(PluralRules::new(bad).is_none(), "{bad}");
        }
    }
}
