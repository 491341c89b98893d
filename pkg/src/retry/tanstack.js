// TanStack Query (`retry` and `retryDelay` of queries and mutations).

import { attempt, call, get } from "../facts/guard.js";
import { methodOf } from "../facts/method.js";
import { byItself, delayOf, earn, firstWait, hasKey, judge, least, pay, retryAt } from "./judge.js";
import { now, wait } from "./wait.js";

/** A longer wait is one that viewers see: their button must work meanwhile, which TanStack's own waits do not allow. */
const SHORT_MS = 2000;

export function tanstackRetry(plainly, options) {
  const queries = functions(plainly, options, {});
  const mutations = functions(plainly, options, { mutates: true });
  return { retry: queries.retry, retryDelay: queries.retryDelay, queries, mutations };
}

/** @param known `{ mutates, tried }`: what is known of all these calls; `tried`, how often before TanStack began to count */
function functions(plainly, options, known) {
  const client = known.mutates ? undefined : get(options, "client");
  // Both functions are asked for each failure, one right after the other: the second gets the first one's answer.
  let last = {};
  const judged = (by, failureCount, error) => {
    const before = last;
    last = {};
    if (before.by && before.by !== by && before.failureCount === failureCount && before.error === error) return before;
    // A mutation is all that its function does: one call of it says nothing of the others.
    const made = known.mutates ? { method: "POST" } : { method: methodOf(error), idempotent: hasKey(get(get(error, "config"), "headers")) };
    made.attempt = (known.tried || 0) + failureCount + 1;
    last = Object.assign({ by, failureCount, error, made }, judge((context) => plainly.explainThrown(error, context), made, options));
    return last;
  };
  return {
    retry(failureCount, error) {
      const found = judged("retry", failureCount, error);
      const { notice, context, made } = found;
      const again = byItself(notice.retry);
      const later = again && client && delayOf(notice.retry) > SHORT_MS;
      if (again) pay(made, found, options);
      const about = { attempt: made.attempt, final: !again, retryAt: retryAt(notice, context), error };
      if (later) Object.assign(about, fetchLater(plainly, options, client, found));
      call(get(options, "onNotice"), notice, about);
      return again && !later;
    },
    // TanStack pauses by itself while the device is offline; where its events lie, it looks every `pollMs`.
    retryDelay: (failureCount, error) => delayOf(judged("retryDelay", failureCount, error).notice.retry),
  };
}

/** TanStack gives up, and what failed is fetched again when it is due, if somebody still looks at it and has not done so. */
function fetchLater(plainly, options, client, { notice, context, until, error, made }) {
  const at = now();
  const fetch = (query) => {
    const given = query.options;
    const { retry, retryDelay } = functions(plainly, options, { tried: made.attempt });
    // What others fetch afterwards counts from the first again.
    const restore = () => { if (query.options.retry === retry) query.setOptions(given); };
    query.fetch(Object.assign({}, given, { retry, retryDelay })).then(restore, restore);
  };
  const failed = (query) => query.state.error === error && query.state.fetchStatus === "idle" && query.getObserversCount() > 0;
  const waiting = wait(plainly, { retry: notice.retry, context, due: at + firstWait(notice.retry), until }, (how) => {
    const queries = how === "late" ? [] : attempt(() => client.getQueryCache().getAll().filter(failed)) || [];
    queries.forEach((query) => attempt(() => fetch(query)));
    if (queries.length === 0 && made.cost !== undefined) earn(options, made.cost);
  });
  return {
    retryNow() {
      const wanted = least(plainly, error, context);
      waiting.hurry(at + wanted);
      return context.now + wanted;
    },
    cancel: waiting.stop,
  };
}
