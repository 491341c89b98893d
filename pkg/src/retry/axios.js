// axios (two response interceptors).

import { get } from "../facts/guard.js";
import { byItself, hasKey, judge, succeeded } from "./judge.js";
import { now, pause } from "./pause.js";

const KEY = "plainlyRetry"; // what a request's config keeps from try to try

export function axiosRetry(plainly, axios, options) {
  const fulfilled = (response) => {
    succeeded(get(get(response, "config"), KEY), options);
    return response;
  };
  const rejected = async (error) => {
    const config = get(error, "config");
    const call = Object.assign({ attempt: 1, start: now() }, get(config, KEY));
    call.method = get(config, "method");
    call.idempotent = hasKey(get(config, "headers"));
    const { notice: { retry }, context } = judge((context) => plainly.explainThrown(error, context), call, options);
    if (!config || !byItself(retry)) throw error;
    const { attempt = call.attempt, pollIntervalMs } = retry;
    await pause(plainly, retry, context, get(config, "signal"));
    // The data was turned into what is sent at the first try.
    const again = { transformRequest: [(data) => data] };
    again[KEY] = { attempt, pollIntervalMs, start: call.start, cost: call.cost };
    // axios itself throws where the signal aborted.
    return axios.request(Object.assign({}, config, again));
  };
  return [fulfilled, rejected];
}
