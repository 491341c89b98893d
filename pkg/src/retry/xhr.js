// XMLHttpRequest that tries again as told, for engines without fetch or without promises.

import { attempt, call, get } from "../facts/guard.js";
import { client, forEach } from "./client.js";
import { follow } from "./follow.js";
import { hasKey } from "./judge.js";

export function retryingXhr(plainly, options) {
  const own = client(plainly, options);

  function request(url, init, done, context) {
    const method = get(init, "method") || "GET";
    const sent = get(init, "headers") || {};
    const body = get(init, "body");
    let xhr;
    return follow(own, {
      input: url,
      method,
      signal: get(init, "signal"),
      idempotent: hasKey(sent),
      context,
      send(answered) {
        const ended = (event) => answered(outcome(plainly, xhr, event, method));
        try {
          xhr = new XMLHttpRequest();
          ["load", "error", "timeout", "abort"].forEach((type) => { xhr[`on${type}`] = ended; });
          xhr.open(method, url, true);
          ["timeout", "responseType", "withCredentials", "onloadstart", "onprogress"].forEach((name) => { if (get(init, name) !== undefined) xhr[name] = init[name]; });
          const fields = headersOf(options, sent);
          Object.keys(fields).forEach((name) => xhr.setRequestHeader(name, fields[name]));
          xhr.send(typeof body === "function" ? body() : body === undefined ? null : body);
        } catch (error) {
          answered({ error });
        }
      },
      ended(how, last) {
        if (how === "canceled") attempt(() => xhr.abort());
        const failed = how === "canceled" ? { name: "AbortError" } : last.error;
        call(done, failed ? plainly.explainThrown(failed) : undefined, how === "canceled" ? undefined : last.value || last.response);
      },
    });
  }

  request.retryNow = () => forEach(own, "retryNow");
  request.cancel = () => forEach(own, "cancel");
  return request;
}

/** The fields of this try: what the app adds to each, as the access token, is asked for anew. */
function headersOf(options, sent) {
  return Object.assign({}, sent, call(get(options, "headers")));
}

function outcome(plainly, xhr, event, method) {
  if (get(event, "type") !== "load") return { error: event, response: xhr };
  const type = get(xhr, "responseType");
  const text = type === "" || type === "text" || type === undefined;
  // The bytes of a success hold no error that could be read: they are a segment of a film.
  const body = type === "arraybuffer" && xhr.status < 300 ? undefined : attempt(() => (text ? xhr.responseText : xhr.response));
  // From disk there is no status.
  const failed = xhr.status === 0 ? undefined : plainly.failedCall({ status: xhr.status, headers: attempt(() => xhr.getAllResponseHeaders()), body, method });
  return failed ? { error: failed, response: xhr } : { value: xhr };
}
