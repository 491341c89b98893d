//! Signs of a limit in what a response says.

use crate::clean::fold;
use crate::envelope;
use crate::failure::Failure;
use crate::reason::Reason;
use crate::text::has_any;

/// The limit that a response names in its code, else in a sentence, whatever its status. Codes of AWS, Google and
/// OpenAI, sentences of GitHub, OpenAI, OpenRouter, Anthropic and Google.
pub(crate) fn named(failure: &Failure, code: Option<&str>) -> Option<Reason> {
    let of_code = code.and_then(|code| limit(&fold(code), true));
    of_code.or_else(|| envelope::sentences(&failure.body).iter().find_map(|text| limit(&fold(text), false)))
}

/// The limit that a folded text names. A quota is a day's, a month's or an account's, and waiting a moment is of no use.
/// A sentence may speak of a limit without having met it, so there it must say that it is over.
fn limit(text: &str, is_code: bool) -> Option<Reason> {
    const RATES: &str = "throttl toomanyrequests requestlimit ratelimit slowdown abusedetection";
    const MET: &str = "toomanyrequests throttled throttling ratelimited abusedetection";
    const LONG: &str = "daily perday daylimit monthly permonth todayslimit limitfortoday";
    let has = |parts: &str| has_any(text, parts);
    let over = has("exceeded reached insufficient outof") || is_code && has("exceed exhausted over");
    let unpaid = has("insufficientbalance insufficientcredit creditbalance")
        || has("usagelimit") && (over || is_code)
        || is_code && has("billing") && has("limit active disabled");
    let quota = has("quota") && over || unpaid || has(LONG) && has("limit") && over;
    if quota && !has("perminute persecond") {
        return Some(Reason::QuotaExceeded);
    }
    let rate = has(if is_code { RATES } else { MET }) || has("ratelimit") && over;
    (quota || rate && !has("invalid")).then_some(Reason::RateLimited)
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
            ("Out of call volume quota. Quota will be replenished in 02:10:00.", false, Some(Reason::QuotaExceeded)),
            (
                "Resource level throttle DAY limit for calls to this resource is reached.",
                false,
                Some(Reason::QuotaExceeded),
            ),
            ("Monthly product cap reached: limit of reads", false, Some(Reason::QuotaExceeded)),
            ("You are being rate limited.", false, Some(Reason::RateLimited)),
            ("The Daily Show is limited to viewers in the US.", false, None),
            ("Subscribe today for unlimited access.", false, None),
            ("BILLING_COUNTRY_MISMATCH", true, None),
            ("billing_address_invalid", true, None),
            ("quota must not exceed 100", false, None),
            ("daily_limit must be a positive integer", false, None),
            ("rate_limit must be an integer", false, None),
            ("Unknown parameter: throttleMs", false, None),
            ("Please do not slow down playback.", false, None),
        ];
        for (text, is_code, reason) in cases {
            assert_eq!(limit(&fold(text), is_code), reason, "{text}");
        }
    }
}
