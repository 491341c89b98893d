// TanStack Query (`retry` and `retryDelay` of queries and mutations).

import { attempt, call, get } from "../facts/guard.js";
import { methodOf } from "../facts/method.js";
import { byItself, delayOf, earn, hasKey, judge, least, retryAt } from "./judge.js";
import { now, wait } from "./wait.js";

/** A longer wait is one that viewers see: their button must work meanwhile, which TanStack's own waits do not allow. */
const SHORT_MS = 2000;

export function tanstackRetry(plainly, options) {
  const queries = functions(plainly, options, {});
  const mutations = functions(plainly, options, { method: "POST", mutates: true });
  return { retry: queries.retry, retryDelay: queries.retryDelay, queries, mutations };
}

/** @param known `{ method, mutates, tried }`: what is known of all these calls; `tried`, how often before TanStack began to count */
function functions(plainly, options, known) {
  const client = known.mutates ? undefined : get(options, "client");
  // Both functions are asked for each failure, one right after the other: the second gets the first one's answer.
  let last = {};
  const ask = (by, failureCount, error) => {
    const asked = last;
    last = {};
    if (asked.by !== by && asked.failureCount === failureCount && asked.error === error) return asked;
    const made = {
      attempt: (known.tried || 0) + failureCount + 1,
      method: methodOf(error) || known.method,
      idempotent: hasKey(get(get(error, "config"), "headers")),
    };
    const judged = judge((context) => plainly.explainThrown(error, context), made, options);
    const { notice, context } = judged;
    const again = byItself(notice.retry);
    const delay = delayOf(notice.retry);
    const later = again && client && delay > SHORT_MS;
    const about = { attempt: made.attempt, final: !again, retryAt: retryAt(notice, context), error };
    last = { by, failureCount, error, delay, again: again && !later };
    if (later) Object.assign(about, fetchLater(plainly, options, client, made, judged, error));
    call(get(options, "onNotice"), notice, about);
    return last;
  };
  return {
    retry: (failureCount, error) => ask("retry", failureCount, error).again,
    // TanStack pauses by itself while the device is offline; where its events lie, it looks every `pollMs`.
    retryDelay: (failureCount, error) => ask("retryDelay", failureCount, error).delay,
  };
}

/** TanStack gives up, and what failed is fetched again when it is due, if somebody still looks at it and has not done so. */
function fetchLater(plainly, options, client, made, { notice, context, until }, error) {
  const at = now();
  const fetch = (query) => {
    const { retry, retryDelay } = functions(plainly, options, { tried: made.attempt });
    query.fetch(Object.assign({}, query.options, { retry, retryDelay })).catch(() => undefined);
  };
  const failed = (query) => query.state.error === error && query.state.fetchStatus === "idle" && query.getObserversCount() > 0;
  const waiting = wait(plainly, { retry: notice.retry, context, due: at + delayOf({ delayMs: notice.retry.delayMs }), until }, (how) => {
    const queries = how === "late" ? [] : attempt(() => client.getQueryCache().getAll().filter(failed)) || [];
    queries.forEach((query) => attempt(() => fetch(query)));
    if (queries.length === 0 && made.cost !== undefined) earn(options, made.cost);
  });
  return { retryNow: () => waiting.hurry(at + least(plainly, error, context)), cancel: waiting.stop };
}
