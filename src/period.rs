//! When something holds.

use crate::error::{Faults, Wanted};
use crate::retry::instant;
use crate::value::Value;

/// A time with a beginning, an end, or both. Milliseconds since the Unix epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub from: Option<i64>,
    /// The first moment that is no part of it.
    pub until: Option<i64>,
}

impl Period {
    /// The period that an entry states in `from` and `until`; nothing where it states none. Who calls it sees by the faults
    /// whether what is stated is wrong.
    pub fn read(entry: &Value, faults: &mut Faults) -> Option<Period> {
        const AN_INSTANT: Wanted = Wanted::of("an instant with its zone, as 2026-12-01T06:00:00+01:00");
        let mut read = |key| faults.optional(entry, key, &AN_INSTANT, |value| instant(value.as_str()?));
        let period = Period { from: read("from"), until: read("until") };
        if let (Some(from), Some(until)) = (period.from, period.until) {
            if until <= from {
                faults.push_at("until", &Wanted::of("an instant after that of from"), entry.member("until"));
            }
        }
        (period.from.is_some() || period.until.is_some()).then_some(period)
    }

    /// Whether a moment is in it.
    pub fn holds(&self, now: i64) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(from: &str, until: &str) -> (Option<Period>, Vec<String>) {
        let member = |key: &str, text: &str| (key.into(), Value::String(text.into()));
        let mut members = vec![member("from", from), member("until", until)];
        members.retain(|(_, value)| value.as_str() != Some(""));
        let mut faults = Faults::default();
        let period = Period::read(&Value::Object(members), &mut faults);
        (period, faults.list.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_period_holds_from_its_first_moment_to_its_last() {
        let (period, faults) = read("2026-12-01T01:00:00+01:00", "2026-12-01T06:00:00Z");
        let period = period.expect("there is one");
        assert!(faults.is_empty());
        let now = |hour: i64| 1_796_083_200_000 + hour * 3_600_000; // 2026-12-01
        assert!(period.holds(now(0)) && period.holds(now(6) - 1));
        assert!(!period.holds(now(0) - 1) && !period.holds(now(6)));
        assert!(read("", "2026-12-01T06:00:00Z").0.is_some_and(|open| open.holds(i64::MIN)));
        assert!(read("2026-12-01T06:00:00Z", "").0.is_some_and(|open| open.holds(i64::MAX)));
        assert_eq!(read("", "").0, None);
    }

    #[test]
    fn what_is_no_instant_says_so() {
        for bad in ["6:00", "2026-12-01", "2026-12-01T06:00:00", "2026-13-01T06:00:00Z", "tomorrow"] {
            let (_, faults) = read("", bad);
            let expected =
                format!("until: expected an instant with its zone, as 2026-12-01T06:00:00+01:00, found \"{bad}\"");
            assert_eq!(faults, [expected]);
        }
        let (_, faults) = read("2026-12-01T06:00:00Z", "2026-12-01T06:00:00+00:00");
        assert_eq!(faults, ["until: expected an instant after that of from, found \"2026-12-01T06:00:00+00:00\""]);
    }
}
