// One failure on its way through a plug-in: explained and paid for.

import { CONTEXT } from "../facts/context.js";
import { attempt, call, get, pick } from "../facts/guard.js";
import { headers } from "../facts/http.js";
import { now } from "./wait.js";

/** No two tries are closer than these milliseconds, whatever server, app and viewer say. */
export const LEAST_MS = 100;
export const MOST_TRIES = 4; // the core's default

/** What a plug-in knows of a call and nobody else does. */
const COUNTED = ["attempt", "refreshed", "pollIntervalMs", "expiresInMs"];
/** What it knows and the options' context may know better. */
const GUESSED = ["idempotent", "method", "target", "signedIn"];

/**
 * Explains by `explain(context)`; where the answer is to try again, the budget pays and `made.cost` says how much.
 * @param made what the plug-in knows of this call; with its `start` a deadline is that of all tries together; `sent`: the last
 * @param own what the caller says of this call alone
 * @returns `{ notice, context, until }`: `until` is when the call's own time is over, by `now()`
 */
export function judge(explain, made, options, own) {
  const given = get(options, "context");
  const context = pick(made, GUESSED);
  for (const stated of [typeof given === "function" ? call(given) : given, own]) Object.assign(context, pick(stated, CONTEXT));
  Object.assign(context, pick(made, COUNTED));
  if (context.now === undefined) context.now = attempt(() => Date.now());
  const budget = get(options, "budget");
  const tokens = get(budget, "tokens");
  if (tokens !== undefined) context.retryTokens = tokens;
  const time = now();
  let until = Infinity;
  if (typeof context.deadlineMs === "number" && context.deadlineMs === context.deadlineMs) {
    until = (made.start === undefined ? time : made.start) + context.deadlineMs;
    const least = made.sent === undefined ? LEAST_MS : made.sent + LEAST_MS - time;
    context.deadlineMs = until - time >= least ? Math.max(0, until - time) : 0;
  }
  const notice = explain(context);
  // Polls and waiting for the connection take nothing from a service that is in trouble.
  const pays = budget && notice.retry.kind === "auto" && notice.retry.pollIntervalMs === undefined;
  made.cost = pays ? attempt(() => budget.spend(notice)) : undefined;
  return { notice, context, until };
}

/** Whether the call is to be made again without anybody's doing. */
export function byItself({ kind }) {
  return kind === "auto" || kind === "when_online";
}

/** The wait of a retry for who has none of ours: where events lie, it looks every `pollMs`. */
export function delayOf({ delayMs, pollMs }) {
  return Math.max((delayMs || 0) + (pollMs || 0), LEAST_MS);
}

/** When the next try is due, or may be made, by the clock of `Date.now()`; undefined where nobody can say. */
export function retryAt({ retry: { kind, delayMs } }, context) {
  return delayMs === undefined || kind === "when_online" ? undefined : context.now + delayMs;
}

/** The wait that the server asked for, without our jitter: before it is over nobody may send, however much a viewer wants it. */
export function least(plainly, error, context) {
  return Math.max(plainly.explainThrown(error, Object.assign({}, context, { random: 0 })).retry.delayMs || 0, LEAST_MS);
}

/** Gives back what a retry cost that succeeded or was never made; a call that needed none earns something. */
export function earn(options, cost) {
  const budget = get(options, "budget");
  if (budget) attempt(() => budget.earn(cost));
}

/** True for header fields with an Idempotency-Key, in any form that a client holds them; else undefined. */
export function hasKey(given) {
  return /^idempotency-key:/im.test(headers(given)) || undefined;
}
