// A typical failure of a reason, as an app's own code meets it.

import { typical } from "./reasons.js";

/** What `explain` takes: a whole answer, or what was thrown where there is none. */
export function failure(reason, { retryAfter } = {}) {
  const { status, headers, body, cause } = typical(reason);
  if (cause) {
    if (retryAfter !== undefined) throw new TypeError(`plainly/testing: "${reason}" is no answer that could say when to come back`);
    return { cause: thrown(cause) };
  }
  return {
    status,
    headers: Object.assign(body ? { "Content-Type": "application/json" } : {}, headers,
      retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
    body: body ? JSON.stringify(body) : "",
  };
}

/** The same as fetch has it. */
export function response(reason, options) {
  const { status, headers, body, cause } = failure(reason, options);
  if (cause) throw new TypeError(`plainly/testing: no response is "${reason}"; let fetch reject with failure("${reason}").cause`);
  return new Response(body, { status, headers });
}

/** Players throw objects of their own, fetch a TypeError, all others an Error with a name. */
function thrown(described) {
  if (!described.name) return described;
  const error = new (described.name === "TypeError" ? TypeError : Error)(described.message);
  Object.defineProperty(error, "name", { value: described.name, configurable: true, writable: true });
  return error;
}
