// One failure on its way through a plug-in: explained, paid for and told.

import { call, get, pick } from "../facts/guard.js";
import { headers } from "../facts/http.js";
import { now } from "./pause.js";

/** What a plug-in knows of a call and nobody else does. */
const COUNTED = ["attempt", "refreshed", "pollIntervalMs"];
/** What it knows and the options' context may know better. */
const GUESSED = ["idempotent", "method", "target"];

/**
 * Explains by `explain(context)`; where the answer is to try again, the budget pays and `made.cost` says how much.
 * @param made what the plug-in knows of this call; with its `start` a deadline is that of all tries together
 * @returns `{ notice, context }`
 */
export function judge(explain, made, options) {
  const given = get(options, "context");
  const stated = (typeof given === "function" ? call(given) : given) || {};
  const budget = get(options, "budget");
  const context = Object.assign(pick(made, GUESSED), stated, pick(made, COUNTED));
  if (budget) context.retryTokens = budget.tokens;
  if (made.start !== undefined && stated.deadlineMs !== undefined) {
    context.deadlineMs = Math.max(0, stated.deadlineMs - (now() - made.start));
  }
  const notice = explain(context);
  const { kind, pollIntervalMs } = notice.retry;
  // Polls and waiting for the connection take nothing from a service that is in trouble.
  if (budget && kind === "auto" && pollIntervalMs === undefined) made.cost = budget.spend(notice);
  call(get(options, "onNotice"), notice);
  return { notice, context };
}

/** Whether the call is to be made again without anybody's doing. */
export function byItself({ kind }) {
  return kind === "auto" || kind === "when_online";
}

/** A call that succeeded. */
export function succeeded(made, options) {
  const budget = get(options, "budget");
  if (budget) budget.earn(made && made.cost);
  if (made && made.attempt > 1) call(get(options, "onRecovered"));
}

/** True for header fields with an Idempotency-Key, in any form that a client holds them; else undefined. */
export function hasKey(given) {
  return /^idempotency-key:/im.test(headers(given)) || undefined;
}
