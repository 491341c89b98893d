// One failure on its way through a plug-in: explained and paid for.

import { CONTEXT } from "../facts/context.js";
import { attempt, call, get, pick } from "../facts/guard.js";
import { headers } from "../facts/http.js";
import { now } from "./wait.js";

/** No two tries are closer than these milliseconds, whatever server, app and viewer say. */
export const LEAST_MS = 100;
const MOST_TRIES = 4; // the core's default

/** What a plug-in knows of a call and nobody else does. */
const COUNTED = ["attempt", "maxAttempts", "refreshed", "pollIntervalMs", "expiresInMs"];
/** What it knows and the options' context may know better. */
const GUESSED = ["idempotent", "method", "target", "signedIn"];

/**
 * Explains by `explain(context)`.
 * @param made what the plug-in knows of this call; with its `start` a deadline is that of all tries together
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
    context.deadlineMs = until - time >= LEAST_MS ? until - time : 0;
  }
  return { notice: explain(context), context, until };
}

/** Pays for a retry that is to be made: `made.cost`. Polls and waiting for the connection take nothing from a service in trouble. */
export function pay(made, { notice }, options) {
  const budget = get(options, "budget");
  const pays = budget && notice.retry.kind === "auto" && notice.retry.pollIntervalMs === undefined;
  made.cost = pays ? attempt(() => budget.spend(notice)) : undefined;
}

/** How many tries a call has, by its context. */
export function triesOf(context) {
  const most = get(context, "maxAttempts");
  return most === 0 ? Infinity : most > 0 ? most : MOST_TRIES;
}

/** Whether the call is to be made again without anybody's doing. */
export function byItself({ kind }) {
  return kind === "auto" || kind === "when_online";
}

/** The wait of a retry for who has none of ours: where events lie, it looks every `pollMs`. */
export function delayOf({ delayMs, pollMs }) {
  return Math.max((delayMs || 0) + (pollMs || 0), LEAST_MS);
}

/** The wait from an answer on; after a loss of the connection the rest of it begins when that is back (wait.js). */
export function firstWait({ kind, delayMs }) {
  return kind === "when_online" ? LEAST_MS : Math.max(delayMs || 0, LEAST_MS);
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
