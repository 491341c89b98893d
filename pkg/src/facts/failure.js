// A Failure, as callers describe it → plain facts.

import { get, isObject } from "./guard.js";
import { body, headers, status } from "./http.js";
import { thrown } from "./thrown/index.js";

/** The facts of a Failure. */
export function failure(given, target) {
  if (!isObject(given)) return undefined;
  const facts = { status: status(get(given, "status")), headers: headers(get(given, "headers")), body: body(get(given, "body")) };
  if (facts.status >= 100) return facts;
  const cause = Object.assign({}, thrown(get(given, "cause"), target));
  // The caller says that it was a call: nothing known of it means that no response came.
  delete cause.thrown;
  if (facts.body !== undefined) cause.body = facts.body;
  return cause;
}
