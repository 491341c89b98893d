// fetch that tries again as told.

import { get } from "../facts/guard.js";
import { again } from "./body.js";
import { client, forEach } from "./client.js";
import { follow } from "./follow.js";
import { hasKey } from "./judge.js";

export function retryingFetch(plainly, options) {
  const own = client(plainly, options);
  const given = get(options, "fetch");
  const transport = typeof given === "function" ? given : (...request) => fetch(...request);

  function call(input, init, context) {
    return new Promise((resolve, reject) => {
      const { request, once, headers } = again(input, init);
      const signal = get(init, "signal") || get(input, "signal");
      const method = get(init, "method") || get(input, "method") || "GET";
      follow(own, {
        input,
        signal,
        method,
        once,
        context,
        idempotent: hasKey(headers) || hasKey(get(input, "headers")),
        send(answered) {
          let response;
          new Promise((sent) => sent(request()))
            .then((args) => transport(...args))
            .then((came) => plainly.throwIfFailed((response = came), { method }))
            .then((value) => answered({ value }), (error) => answered({ error, response }));
        },
        ended(how, last) {
          if (how === "canceled") reject(get(signal, "aborted") ? reasonOf(signal) : aborted());
          else if ("value" in last) resolve(last.value);
          else if (last.response) resolve(last.response);
          else reject(last.error);
        },
      });
    });
  }

  call.retryNow = () => forEach(own, "retryNow");
  call.cancel = () => forEach(own, "cancel");
  return call;
}

function reasonOf(signal) {
  const reason = get(signal, "reason");
  return reason === undefined ? aborted() : reason;
}

/** As a platform's own fetch tells it. */
function aborted() {
  const message = "The call was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return Object.assign(new Error(message), { name: "AbortError" });
}
