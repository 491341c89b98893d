// TanStack Query (`retry` and `retryDelay` of queries and mutations).

import { byItself, judge } from "./judge.js";

export function tanstackRetry(plainly, options) {
  // Both functions are asked for each failure, one right after the other: the second gets the first one's answer.
  let last = {};
  const ask = (by, failureCount, error) => {
    const asked = last;
    last = {};
    if (asked.by !== by && asked.failureCount === failureCount && asked.error === error) return asked.notice;
    const call = { attempt: failureCount + 1 };
    const { notice } = judge((context) => plainly.explainThrown(error, context), call, options);
    last = { by, failureCount, error, notice };
    return notice;
  };
  return {
    retry(failureCount, error) {
      return byItself(ask("retry", failureCount, error).retry);
    },
    // TanStack pauses by itself while the device is offline; where its events lie, it looks every `pollMs`.
    retryDelay(failureCount, error) {
      const { delayMs, pollMs } = ask("retryDelay", failureCount, error).retry;
      return (delayMs || 0) + (pollMs || 0);
    },
  };
}
