// The method of a call that failed, from whatever holds it.

import { get } from "./guard.js";
import { MOST_WITHIN } from "./thrown/parts.js";

/** A FailedCall and a Request; axios; ky; ofetch and got; superagent. */
const PLACES = [[], ["config"], ["request"], ["options"], ["response", "req"]];

export function methodOf(error, left = MOST_WITHIN) {
  if (error === undefined || error === null || left === 0) return undefined;
  for (const place of PLACES) {
    const method = get(place.reduce(get, error), "method");
    if (typeof method === "string" && /^[a-z]{1,16}$/i.test(method)) return method;
  }
  return methodOf(get(error, "cause"), left - 1);
}
