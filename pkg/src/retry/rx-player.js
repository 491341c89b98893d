// RxPlayer (`manifestLoader`, `segmentLoader`, and a key system's `getLicense`). What it loads by itself it repeats without
// asking anybody.

import { attempt, get } from "../facts/guard.js";
import { client } from "./client.js";
import { follow } from "./follow.js";
import { now } from "./wait.js";
import { retryingXhr } from "./xhr.js";

const LICENCE_MS = 10000; // RxPlayer's own time for a try

/** A loader of manifests and segments. */
export function rxPlayerRetry(plainly, options) {
  const request = retryingXhr(plainly, options);
  return (info, { resolve, reject, progress, fallback }) => {
    const { url, timeout, byteRanges, trackType, cmcdPayload } = info;
    // Two parts of a file are two requests, which RxPlayer knows how to join.
    if (!url || get(byteRanges, "length") > 1) return fallback();
    const [range] = byteRanges || [];
    const cmcd = get(cmcdPayload, "value");
    const headers = Object.assign({}, get(cmcdPayload, "type") === "headers" ? cmcd : undefined);
    if (range) headers.Range = `bytes=${range[0]}-${range[1] < Infinity ? range[1] : ""}`;
    let start;
    const init = {
      headers,
      timeout,
      responseType: trackType ? "arraybuffer" : "text",
      onloadstart() { start = now(); }, // how fast the network is, the last try tells
      onprogress({ loaded, total, lengthComputable, target }) {
        if (progress && target.status < 400) progress({ duration: now() - start, size: loaded, totalSize: lengthComputable ? total : undefined });
      },
    };
    const done = (notice, xhr) => {
      // RxPlayer may try the next host, and not this one.
      if (notice) return reject(Object.assign(new Error(notice.message), { canRetry: false, xhr }));
      const data = xhr.response;
      if (data === null || data === undefined) return reject(Object.assign(new Error("no response"), { canRetry: true, xhr }));
      const size = trackType ? data.byteLength : data.length;
      resolve({ data, size, duration: now() - start, url: xhr.responseURL || undefined });
    };
    const address = get(cmcdPayload, "type") === "query" ? queried(url, cmcd) : url;
    return request(address, init, done, { target: trackType ? "segment" : "manifest" }).cancel;
  };
}

function queried(url, pairs) {
  const query = pairs.map(([name, value]) => (value === null ? name : `${name}=${value}`)).join("&");
  return url.indexOf("?") < 0 ? `${url}?${query}` : url.replace("?", `?${query}&`);
}

/** What stands in a key system for `getLicense`: RxPlayer asks once, and the tries and their waits are inside. */
export function rxPlayerLicenceRetry(plainly, getLicense, options) {
  const own = client(plainly, options);
  const limit = get(options, "timeoutMs");
  return {
    getLicense: (message, messageType) => new Promise((resolve, reject) => {
      follow(own, {
        input: messageType,
        idempotent: true, // to ask for a licence twice is to have it once
        context: { target: "licence" },
        send(answered) {
          const timer = setTimeout(() => answered({ error: { name: "TimeoutError" } }), limit > 0 ? limit : LICENCE_MS);
          new Promise((sent) => sent(getLicense(message, messageType))).then((value) => ({ value }), (error) => ({ error, response: get(error, "response") }))
            .then((outcome) => {
              clearTimeout(timer);
              answered(outcome);
            });
        },
        ended(how, last) {
          if (how === "succeeded") return resolve(last.value);
          const error = how === "failed" ? last.error : new Error("canceled");
          attempt(() => { error.noRetry = true; });
          reject(error);
        },
      });
    }),
    getLicenseConfig: { retry: 0, timeout: -1 },
  };
}
