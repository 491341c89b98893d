// axios (two response interceptors).

import { attempt, get, isObject } from "../facts/guard.js";
import { stoppable } from "./abort.js";
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
    const sent = stoppable(get(config, "signal"));
    const next = Object.assign({}, config, { transformRequest: [(data) => data], [KEY]: true });
    if (sent.signal) next.signal = sent.signal;
    const handle = follow(own, {
      input: config,
      signal: get(config, "signal"),
      method: get(config, "method"),
      idempotent: hasKey(get(config, "headers")),
      once: readOnce(get(config, "data")),
      context: get(config, "plainly"),
      first,
      token: get(get(config, "headers"), "Authorization"),
      release: (last) => get(get(last, "response"), "data").destroy(), // of a stream
      send(answered) {
        renew(axios, next);
        axios.request(next).then((value) => {
          const error = isObject(value) ? hidden(value) : undefined;
          answered(error ? { error, response: value } : { value });
        }, (error) => answered({ error, response: get(error, "response") }));
      },
      ended(how, last) {
        if (how === "canceled") {
          reject(canceled(config));
          sent.stop();
        } else if ("value" in last) resolve(last.value);
        else reject(last.error);
      },
    });
    const token = get(get(config, "cancelToken"), "promise");
    if (token) token.then(handle.cancel, () => undefined);
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

/** A token in the defaults stands in the config of the first try; what is there now is what the next one needs. */
function renew(axios, config) {
  const token = get(get(get(get(axios, "defaults"), "headers"), "common"), "Authorization");
  if (token !== undefined) attempt(() => { config.headers.Authorization = token; });
}

/** As axios tells it. */
function canceled(config) {
  return Object.assign(new Error("canceled"), { name: "CanceledError", code: "ERR_CANCELED", __CANCEL__: true, config });
}
