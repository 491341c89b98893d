// axios (two response interceptors).

import { get, isObject } from "../facts/guard.js";
import { readOnce } from "./body.js";
import { client } from "./client.js";
import { follow } from "./follow.js";
import { earn, hasKey } from "./judge.js";

const KEY = "plainlyRetry"; // marks, in its config, a try that is followed already

export function axiosRetry(plainly, axios, options) {
  const own = client(plainly, options);

  /** The FailedCall that a success is in truth. */
  const hidden = (response) => {
    const { status, headers, data } = response;
    return status < 300 ? plainly.failedCall({ status, headers, body: data, method: get(get(response, "config"), "method") }) : undefined;
  };

  const again = (config, first) => new Promise((resolve, reject) => {
    // The data was turned into what is sent at the first try.
    const next = Object.assign({}, config, { transformRequest: [(data) => data], [KEY]: true });
    follow(own, {
      input: config,
      signal: get(config, "signal"),
      method: get(config, "method"),
      idempotent: hasKey(get(config, "headers")),
      once: readOnce(get(config, "data")),
      context: get(config, "plainly"),
      first,
      token: get(get(config, "headers"), "Authorization"),
      send(answered) {
        axios.request(next).then((value) => {
          const error = isObject(value) ? hidden(value) : undefined;
          answered(error ? { error, response: value } : { value });
        }, (error) => answered({ error, response: get(error, "response") }));
      },
      ended(how, last) {
        if (how === "canceled") reject(canceled(config));
        else if ("value" in last) resolve(last.value);
        else reject(last.error);
      },
    });
  });

  const fulfilled = (response) => {
    const config = get(response, "config");
    if (get(config, KEY)) return response;
    const error = hidden(response);
    if (error) return again(config, { error, response });
    own.signedIn = undefined;
    earn(options);
    return response;
  };
  const rejected = (error) => {
    const config = get(error, "config");
    if (!config || get(config, KEY)) return Promise.reject(error);
    return again(config, { error, response: get(error, "response") });
  };
  return [fulfilled, rejected];
}

/** As axios tells it. */
function canceled(config) {
  return Object.assign(new Error("canceled"), { name: "CanceledError", code: "ERR_CANCELED", __CANCEL__: true, config });
}
