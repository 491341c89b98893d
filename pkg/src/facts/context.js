// The Context of a call.

import { attempt, get, pick } from "./guard.js";

export const CONTEXT = ["target", "provider", "method", "idempotent", "attempt", "maxAttempts", "deadlineMs", "refreshed",
  "signedIn", "online", "retryTokens", "pollIntervalMs", "expiresInMs", "spreadMs", "now", "random"];

// Less than nothing left is nothing.
const LEFT = ["deadlineMs", "retryTokens", "expiresInMs"];

/**
 * A Context, with the facts of the moment where the caller gave none.
 * @param online asks the app whether the device has a connection
 */
export function context(given, online) {
  const facts = pick(given, CONTEXT);
  // What `Date.parse` makes of a field that is not there is no moment.
  if (typeof facts.now !== "number" || !isFinite(facts.now)) facts.now = attempt(() => Date.now());
  if (facts.random === undefined) facts.random = attempt(() => Math.random());
  // What is not finite crosses as null, which is not given.
  for (const name of LEFT) if (facts[name] === -Infinity) facts[name] = 0;
  if (facts.maxAttempts === Infinity) facts.maxAttempts = 0; // no limit
  if (typeof facts.online !== "boolean") facts.online = isOnline(online);
  return facts;
}

function isOnline(online) {
  const told = online();
  if (typeof told === "boolean") return told;
  return typeof navigator === "undefined" || get(navigator, "onLine") !== false;
}
