// fetch that tries again as told.

import { attempt, get, isObject } from "../facts/guard.js";
import { failureOf } from "../facts/response.js";
import { byItself, hasKey, judge, succeeded } from "./judge.js";
import { now, pause } from "./pause.js";

export function retryingFetch(plainly, options) {
  return async function (input, init) {
    const send = sender(input, init, get(options, "fetch"));
    const signal = get(init, "signal") || get(input, "signal");
    const method = get(init, "method") || get(input, "method") || "GET";
    const idempotent = hasKey(get(init, "headers")) || hasKey(get(input, "headers"));
    const call = { attempt: 1, start: now(), method, idempotent };
    for (;;) {
      let [response, error] = [];
      try {
        response = await send();
      } catch (thrown) {
        // Whoever aborts may give any reason, and wants nothing more.
        if (get(signal, "aborted")) throw thrown;
        error = { thrown };
      }
      if (response && (response.status < 400 || response.ok)) {
        succeeded(call, options);
        return response;
      }
      const failure = error ? undefined : await failureOf(response);
      const explain = (context) => (error ? plainly.explainThrown(error.thrown, context) : plainly.explain(failure, context));
      const { notice, context } = judge(explain, call, options);
      const again = (await refreshed(notice, call, options)) || waits(notice.retry, call);
      if (again) {
        // Nobody reads it: what is still on its way must not hold a connection.
        if (response) attempt(() => Promise.resolve(response.body.cancel()).catch(() => undefined));
        // The next send throws at once what an abort is.
        if (again !== true) await pause(plainly, again, context, signal);
        continue;
      }
      if (error) throw error.thrown;
      return response;
    }
  };
}

/** Sends the same request each time; a body that can be read once is kept for the next. */
function sender(input, init, given) {
  const send = typeof given === "function" ? given : (...call) => fetch(...call);
  const once = isObject(get(init, "body")) && typeof get(init.body, "getReader") === "function";
  if (!once && typeof get(input, "clone") !== "function") return async () => send(input, init);
  let request;
  return async () => {
    request = request || new Request(input, init);
    return send(request.clone());
  };
}

/** What to wait for before the next try; `call` is what is known at it. */
function waits(retry, call) {
  if (!byItself(retry)) return undefined;
  if (retry.attempt !== undefined) call.attempt = retry.attempt;
  if (retry.pollIntervalMs !== undefined) call.pollIntervalMs = retry.pollIntervalMs;
  return retry;
}

/** Whether the app got a new token. */
async function refreshed({ retry }, call, options) {
  const refresh = get(options, "refreshToken");
  if (retry.action !== "refresh_token" || typeof refresh !== "function") return false;
  call.refreshed = true;
  try {
    return (await refresh()) !== false;
  } catch (e) {
    return false;
  }
}
