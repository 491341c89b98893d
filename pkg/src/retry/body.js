// What is sent at each try: the same request, as long as it can be made again.

import { attempt, get, isObject } from "../facts/guard.js";

/**
 * `{ request, once, headers }`: `request()` gives the arguments of `fetch` for the next try, or a promise of them; `once` says
 * that what is to be sent can be read once.
 */
export function again(input, given) {
  const init = headed(given);
  const [body, headers] = [get(init, "body"), get(init, "headers")];
  if (typeof body === "function") {
    const request = () => Promise.resolve(body()).then((made) => [input, Object.assign({}, init, { body: made })]);
    return { request, once: false, headers };
  }
  const whole = isObject(body) && typeof get(body, "getReader") === "function";
  if (!whole && typeof get(input, "clone") !== "function") return { request: () => [input, init], once: readOnce(body), headers };
  // A stream of the platform's is kept for the next try.
  let kept;
  const request = () => {
    kept = kept || new Request(input, init);
    return [kept.clone()];
  };
  return { request, once: readOnce(whole ? undefined : body), headers };
}

/** Whether a body is used up when it was sent: a stream of Node.js, a generator. */
export function readOnce(body) {
  if (!isObject(body)) return false;
  if (["pipe", "next", "getReader"].some((name) => typeof get(body, name) === "function")) return true;
  return typeof Symbol === "function" && typeof get(body, Symbol.asyncIterator) === "function";
}

/** Header fields that are an iterator are read here, once for all who look. */
function headed(init) {
  const fields = get(init, "headers");
  if (typeof get(fields, "next") !== "function") return init;
  const headers = attempt(() => {
    const list = [];
    for (let step = fields.next(); !step.done; step = fields.next()) list.push(step.value);
    return list;
  });
  return Object.assign({}, init, { headers: headers || [] });
}
