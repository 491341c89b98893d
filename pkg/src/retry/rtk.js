// RTK Query (a base query around another). Its own `retry()` hands nobody the header fields of a response, and so not what
// the server asked; this one stands in its place.

import { get } from "../facts/guard.js";
import { readOnce } from "./body.js";
import { client } from "./client.js";
import { follow } from "./follow.js";
import { hasKey } from "./judge.js";

export function rtkRetry(plainly, baseQuery, options) {
  const own = client(plainly, options);
  return (args, api, extraOptions) => new Promise((resolve, reject) => {
    const method = get(args, "method") || (get(api, "type") === "mutation" ? "POST" : undefined);
    follow(own, {
      input: args,
      signal: get(api, "signal"),
      method,
      idempotent: hasKey(get(args, "headers")),
      once: readOnce(get(args, "body")),
      context: get(extraOptions, "plainly"),
      send(answered) {
        new Promise((sent) => sent(baseQuery(args, api, extraOptions))).then((result) => {
          const error = get(result, "error");
          const response = get(get(result, "meta"), "response");
          answered(error ? { error: failureOf(error, response), response, result } : { value: result });
        }, (error) => answered({ error }));
      },
      ended(how, last) {
        if (how === "canceled") resolve({ error: { status: "CUSTOM_ERROR", error: "Aborted" } }); // as RTK tells it
        else if ("value" in last) resolve(last.value);
        else if (last.result) resolve(last.result);
        else reject(last.error);
      },
    });
  });
}

/** RTK's serializable errors, with the header fields that they lack. */
function failureOf(error, response) {
  const status = get(error, "status");
  if (status === "FETCH_ERROR") return { name: "TypeError", message: get(error, "error") };
  if (status === "TIMEOUT_ERROR") return { name: "TimeoutError" };
  const known = status === "PARSING_ERROR" ? get(error, "originalStatus") : status;
  return typeof known === "number" ? { status: known, headers: get(response, "headers"), data: get(error, "data") } : error;
}
