// A Failure, as callers describe it → plain facts.

import { get, isObject, joined } from "./guard.js";
import { body, headers, status } from "./http.js";
import { thrown } from "./thrown/index.js";

/** The facts of a Failure. */
export function failure(given, target, wrappers) {
  if (!isObject(given)) return undefined;
  const facts = { status: status(get(given, "status")), headers: headers(get(given, "headers")), body: body(get(given, "body")) };
  if (facts.status >= 100) return facts;
  const cause = joined(thrown(get(given, "cause"), target, wrappers));
  // The caller says that it was a call: nothing known of it means that no response came. A program's own mistake is none.
  if (get(cause.cause, "name") !== "") delete cause.thrown;
  if (cause.cause) delete cause.body; // nor a code
  if (facts.body !== undefined) cause.body = facts.body;
  return cause;
}
