// One failure on its way through a plug-in: explained, paid for and told.

import { attempt, get } from "../guard.js";
import { pick } from "../facts.js";

const CALL = ["attempt", "refreshed", "pollIntervalMs", "idempotent", "method", "deadlineMs", "target"];

/**
 * Explains by `explain(context)`; where the answer is to try again, the budget pays and `call.cost` says how much.
 * @param call what the plug-in knows of this call; the options' context comes before its `idempotent` and `target`
 */
export function judge(explain, call, options) {
  const given = get(options, "context");
  const stated = (typeof given === "function" ? attempt(given) : given) || {};
  const budget = get(options, "budget");
  const context = Object.assign(pick(call, CALL), stated, pick(call, ["attempt", "refreshed", "pollIntervalMs", "deadlineMs"]));
  if (budget) context.retryTokens = budget.tokens;
  const notice = explain(context);
  const { kind, pollIntervalMs } = notice.retry;
  // Polls and waiting for the connection take nothing from a service that is in trouble.
  if (budget && kind === "auto" && pollIntervalMs === undefined) call.cost = budget.spend(notice);
  return notice;
}

/** Tells what became of a call; what the listener throws is its own business. */
export function tell(options, name, told) {
  const listener = get(options, name);
  if (typeof listener === "function") attempt(() => listener(told));
}

/** A call that succeeded. */
export function succeeded(call, options) {
  const budget = get(options, "budget");
  if (budget) budget.earn(call && call.cost);
  if (call && call.attempt > 1) tell(options, "onRecovered");
}

/** Whether header fields, in the form that a client holds them, have an Idempotency-Key. */
export function hasKey(headers) {
  const read = get(headers, "get");
  if (typeof read === "function") return Boolean(attempt(() => headers.get("idempotency-key")));
  return Object.keys(headers || {}).some((name) => name.toLowerCase() === "idempotency-key") || undefined;
}
