// Apollo Client (`delay` and `attempts` of a RetryLink).

import { call, get, isArray } from "../facts/guard.js";
import { ask } from "./ask.js";
import { delayOf, hasKey } from "./judge.js";

export function apolloRetry(plainly, options) {
  // Apollo asks whether, and a moment later, in which other operations may fail, when.
  const asked = new WeakMap();
  const answer = (count, operation, error) => {
    const before = asked.get(operation);
    if (before && before.count === count && before.error === error) return before;
    const made = Object.assign({ attempt: count }, safety(operation));
    const { again, notice } = ask(plainly, options, made, error, operation);
    const given = { count, error, again, delay: delayOf(notice.retry) };
    asked.set(operation, given);
    return given;
  };
  return {
    attempts: (count, operation, error) => answer(count, operation, error).again,
    // Apollo's waits know no connection: where it is gone they look every `pollMs`.
    delay: (count, operation, error) => answer(count, operation, error).delay,
  };
}

/** Whether an operation may be sent twice: all are sent by POST, but only mutations change something. */
function safety(operation) {
  const definitions = get(get(operation, "query"), "definitions");
  const mutates = (isArray(definitions) ? definitions : []).some((one) => get(one, "operation") === "mutation");
  if (!mutates) return { idempotent: true };
  return { method: "POST", idempotent: hasKey(get(call(() => operation.getContext()), "headers")) };
}
