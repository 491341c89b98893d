//! Signs of a limit in what a response says.

use crate::clean::fold;
use crate::envelope;
use crate::failure::Failure;
use crate::reason::Reason;
use crate::text::find_ignoring_case;

/// The limit that a response names in its code, else in a sentence, whatever its status. Codes of AWS, Google and
/// OpenAI, sentences of GitHub, OpenAI, OpenRouter, Anthropic and Google.
pub(crate) fn named(failure: &Failure, code: Option<&str>) -> Option<Reason> {
    let of_code = code.and_then(|code| limit(&fold(code), true));
    of_code.or_else(|| envelope::sentences(&failure.body).into_iter().find_map(|text| limit(&fold(text), false)))
}

/// The limit that a folded text names. A quota is a day's or an account's, and waiting a moment is of no use.
fn limit(text: &str, is_code: bool) -> Option<Reason> {
    const RATES: &[&str] = &["throttl", "toomanyrequests", "requestlimit", "ratelimit", "slowdown", "abusedetection"];
    const UNPAID: &[&str] = &["usagelimit", "insufficientbalance", "insufficientcredit", "creditbalance"];
    let has = |part: &str| find_ignoring_case(text, part).is_some();
    let any = |parts: &[&str]| parts.iter().any(|part| has(part));
    let over = || any(&["exceed", "reached", "insufficient"]) || is_code && any(&["exhausted", "over"]);
    let day = || any(&["daily", "perday", "today"]) && has("limit");
    let quota = has("quota") && over() || any(UNPAID) || is_code && has("billing") || day();
    if quota && !any(&["perminute", "persecond"]) {
        return Some(Reason::QuotaExceeded);
    }
    (quota || any(RATES)).then_some(Reason::RateLimited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_is_no_rate() {
        let cases = [
            ("userRateLimitExceeded", true, Some(Reason::RateLimited)),
            ("ThrottlingException", true, Some(Reason::RateLimited)),
            ("dailyLimitExceeded", true, Some(Reason::QuotaExceeded)),
            ("insufficient_quota", true, Some(Reason::QuotaExceeded)),
            ("usage_limit_reached", true, Some(Reason::QuotaExceeded)),
            ("OverQuota", true, Some(Reason::QuotaExceeded)),
            ("QUOTA_EXHAUSTED", true, Some(Reason::QuotaExceeded)),
            ("quota", true, None),
            ("usageLimits", true, Some(Reason::QuotaExceeded)),
            ("You have exceeded a secondary rate limit. Please wait a few minutes.", false, Some(Reason::RateLimited)),
            ("You exceeded your current quota, please check your plan.", false, Some(Reason::QuotaExceeded)),
            ("Rate limit exceeded: free-models-per-day.", false, Some(Reason::QuotaExceeded)),
            ("Quota exceeded for quota metric 'Queries', limit 'Queries per minute'", false, Some(Reason::RateLimited)),
            ("Resource has been exhausted (e.g. check quota).", false, None),
            ("You have reached the limit of devices.", false, None),
            ("deviceLimitReached", true, None),
            ("billing_hard_limit_reached", true, Some(Reason::QuotaExceeded)),
            ("Your credit balance is too low to access the API.", false, Some(Reason::QuotaExceeded)),
            ("Please update your billing details.", false, None),
            ("RequestLimitExceeded", true, Some(Reason::RateLimited)),
            ("You have triggered an abuse detection mechanism.", false, Some(Reason::RateLimited)),
            ("insufficient_permissions", true, None),
        ];
        for (text, is_code, reason) in cases {
            assert_eq!(limit(&fold(text), is_code), reason, "{text}");
        }
    }
}
