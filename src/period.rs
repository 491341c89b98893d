//! When something holds.

/// A time with a beginning, an end, or both. Milliseconds since the Unix epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub from: Option<i64>,
    /// The first moment that is no part of it.
    pub until: Option<i64>,
}

impl Period {
    /// Whether a moment is in it.
    pub fn holds(&self, now: i64) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_holds_from_its_first_moment_to_its_last() {
        let period = Period { from: Some(10), until: Some(20) };
        assert!(period.holds(10) && period.holds(19));
        assert!(!period.holds(9) && !period.holds(20));
        assert!(Period { from: None, ..period }.holds(i64::MIN));
        assert!(Period { until: None, ..period }.holds(i64::MAX));
    }
}
