// fetch that tries again as told.

import { get } from "../facts/guard.js";
import { reasonOf, stoppable } from "./abort.js";
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
      const signal = get(init, "signal") || get(input, "signal");
      const sent = stoppable(signal);
      const { request, once, headers } = again(input, sent.signal ? Object.assign({}, init, { signal: sent.signal }) : init);
      const method = get(init, "method") || get(input, "method") || "GET";
      follow(own, {
        input,
        signal,
        method,
        once,
        context,
        idempotent: hasKey(headers) || hasKey(get(input, "headers")),
        send(answered, may) {
          let response;
          new Promise((made) => made(request()))
            .then((args) => {
              if (may()) return transport(...args);
              throw Object.assign(new Error("no time is left"), { name: "TimeoutError" });
            })
            .then((came) => plainly.throwIfFailed((response = came), { method }))
            .then((value) => answered({ value }), (error) => answered({ error, response }));
        },
        ended(how, last) {
          if (how === "canceled") {
            const reason = reasonOf(signal);
            reject(reason);
            sent.stop(reason);
          } else if ("value" in last) resolve(last.value);
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
