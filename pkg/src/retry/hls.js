// hls.js (a RetryConfig for its load policies).

import { get } from "../facts/guard.js";
import { byItself, judge } from "./judge.js";

const MOST_TRIES = 4; // the core's default, until its first answer stands in the policy

export function hlsRetry(plainly, options) {
  const most = get(get(options, "context"), "maxAttempts");
  return {
    maxNumRetry: (most === 0 ? Infinity : most || MOST_TRIES) - 1,
    retryDelayMs: 1000,
    maxRetryDelayMs: 1000,
    backoff: "linear", // hls.js' word for a delay that stays as it is
    shouldRetry(policy, retryCount, isTimeout, response) {
      const failure = isTimeout ? { cause: { name: "TimeoutError" } } : { status: get(response, "code"), body: get(response, "data") };
      const call = { attempt: retryCount + 1, target: "segment" };
      const { notice: { retry } } = judge((context) => plainly.explain(failure, context), call, options);
      const again = byItself(retry);
      // hls.js looks here right afterwards: for the delay, and whether to try again even so where a stream has no other
      // level. For the connection it waits by itself.
      policy.maxNumRetry = again ? retryCount + 1 : 0;
      if (again) policy.retryDelayMs = policy.maxRetryDelayMs = retry.delayMs;
      return again;
    },
  };
}
