//! What a client may spend on retries.

use super::rule::{Backoff, Rule};
use crate::reason::Reason;

/// Tokens that a retry costs, as in AWS' retry behaviour 2.1.
pub(super) const COST: f64 = 14.0;
/// The same where the service has too much to do: the retry comes later and finds it willing more often.
pub(super) const COST_OF_THROTTLING: f64 = 5.0;
/// What a call that needed no retry earns.
const GAIN: f64 = 1.0;
/// AWS' SDKs begin with 500, which is 35 retries for each of a million televisions. Three are enough for one.
const CAPACITY: f64 = 42.0;

/// What an app may spend on retries, shared by its calls for the API, licences and manifests: spent by retries, earned
/// by success, never more than its capacity and never less than nothing.
///
/// ```
/// use plainly::{Context, Explainer, Failure, Retry, RetryBudget};
///
/// let mut budget = RetryBudget::default();
/// let mut retries = 0;
/// loop {
///     let mut context = Context::new(1_795_176_000_000, 0.5);
///     context.retry_tokens = Some(budget.tokens());
///     let notice = Explainer::builtin().explain(&Failure::response(503), &context);
///     if notice.retry == Retry::Never {
///         break;
///     }
///     budget.spend(notice.reason);
///     retries += 1;
/// }
/// assert_eq!(retries, 3);
/// ```
#[derive(Clone, Debug)]
pub struct RetryBudget {
    capacity: f64,
    tokens: f64,
}

impl RetryBudget {
    /// A full budget of so many tokens; what is no number above zero is none.
    pub fn new(capacity: f64) -> RetryBudget {
        let capacity = capacity.max(0.0);
        RetryBudget { capacity, tokens: capacity }
    }

    /// What is left, for [`Context::retry_tokens`](crate::Context::retry_tokens).
    pub fn tokens(&self) -> f64 {
        self.tokens
    }

    /// Pays for a retry after a failure of this reason, and says what it cost.
    pub fn spend(&mut self, reason: Reason) -> f64 {
        let throttled = matches!(reason.row().retry, Rule::Auto { backoff: Backoff::Throttling, .. } | Rule::WhenTold);
        let cost = if throttled { COST_OF_THROTTLING } else { COST };
        self.tokens = (self.tokens - cost).max(0.0);
        cost
    }

    /// A call succeeded: after a last retry that cost so much, or at once.
    pub fn earn(&mut self, cost: Option<f64>) {
        self.tokens = (self.tokens + cost.unwrap_or(GAIN).max(0.0)).min(self.capacity);
    }
}

impl Default for RetryBudget {
    /// 42 tokens: three retries, or eight where the service throttles.
    fn default() -> RetryBudget {
        RetryBudget::new(CAPACITY)
    }
}

#[cfg(test)]
mod tests {
    use super::RetryBudget;
    use crate::reason::Reason;

    #[test]
    fn it_is_spent_and_earned_within_its_bounds() {
        let mut budget = RetryBudget::default();
        assert_eq!(budget.spend(Reason::ServerError), 14.0);
        assert_eq!(budget.spend(Reason::RateLimited), 5.0);
        assert_eq!(budget.tokens(), 23.0);
        budget.earn(None);
        budget.earn(Some(14.0));
        assert_eq!(budget.tokens(), 38.0);
        budget.earn(Some(f64::INFINITY));
        assert_eq!(budget.tokens(), 42.0);
        budget.earn(Some(f64::NAN));
        budget.earn(Some(-7.0));
        assert_eq!(budget.tokens(), 42.0);
        for capacity in [0.0, -1.0, f64::NAN] {
            let mut none = RetryBudget::new(capacity);
            none.spend(Reason::Timeout);
            assert_eq!(none.tokens(), 0.0);
        }
    }
}
