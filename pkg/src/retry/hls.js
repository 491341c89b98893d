// hls.js (a RetryConfig for its load policies).

import { call, get } from "../facts/guard.js";
import { byItself, delayOf, judge, pay, retryAt, triesOf } from "./judge.js";

export function hlsRetry(plainly, options) {
  const stated = get(options, "context");
  return {
    // Until the core's first answer stands here.
    maxNumRetry: triesOf(typeof stated === "function" ? call(stated) : stated) - 1,
    retryDelayMs: 1000,
    maxRetryDelayMs: 1000,
    backoff: "linear", // hls.js' word for a delay that stays as it is
    shouldRetry(policy, retryCount, isTimeout, response) {
      const failure = isTimeout ? { cause: { name: "TimeoutError" } } : { status: get(response, "code"), body: get(response, "data") };
      const made = { attempt: retryCount + 1, target: "segment" };
      const judged = judge((context) => plainly.explain(failure, context), made, options);
      const { notice, context } = judged;
      const { retry } = notice;
      const again = byItself(retry);
      if (again) pay(made, judged, options);
      call(get(options, "onNotice"), notice, { attempt: retryCount + 1, final: !again, retryAt: retryAt(notice, context), input: get(response, "url"), response });
      // hls.js looks here right afterwards: for the delay, and whether to try again even so where a stream has no other
      // level. For the connection it waits by itself.
      policy.maxNumRetry = again ? retryCount + 1 : 0;
      if (again) policy.retryDelayMs = policy.maxRetryDelayMs = delayOf({ delayMs: retry.delayMs });
      return again;
    },
  };
}
