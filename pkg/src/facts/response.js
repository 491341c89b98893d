// A fetch Response → a Failure, bounded in bytes and time.

import { attempt, call, get, isArray, isObject } from "./guard.js";
import { headers as lines } from "./http.js";
import { MOST_WITHIN } from "./thrown/parts.js";

const MAX_BYTES = 256 * 1024;
const MAX_PIECES = 4096; // also of empty ones, which take no bytes
const MAX_MS = 5000; // a body that trickles must not keep the viewer waiting

/** A Response, or the one that an error holds and nobody has read. */
export function responseIn(given, left = MOST_WITHIN) {
  if (!isObject(given) || left === 0) return undefined;
  if (isResponse(given)) return given;
  const inner = get(given, "response");
  return isResponse(inner) && !get(inner, "bodyUsed") ? inner : responseIn(get(given, "cause"), left - 1);
}

const isResponse = (given) => typeof get(given, "clone") === "function" && get(given, "status") !== undefined;

/**
 * Reads a clone. A body that was used, or cannot be read, is no body. What is larger or slower than the bounds is let go,
 * also the rest of the original, unless somebody reads that. Never rejects.
 * @param keep the original is somebody's, whatever comes of the clone
 */
export function failureOf(response, keep) {
  const failure = { status: get(response, "status"), headers: get(response, "headers") };
  const clone = get(response, "bodyUsed") === true ? undefined : attempt(() => response.clone());
  if (!clone) return Promise.resolve(failure);
  return read(clone).then(({ text, whole }) => {
    if (!whole && !keep) drop(response);
    return Object.assign(failure, { body: text });
  }, () => failure);
}

/** Nobody reads it: what is still on its way must not hold a connection. */
function drop(response) {
  call(() => response.body.cancel());
}

/** What of the body comes in time. */
function read(clone) {
  return new Promise((resolve) => {
    let reader;
    let text = "";
    let over = false;
    const finish = (whole) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      // Whoever sends it must not go on sending.
      call(() => reader.cancel());
      resolve({ text, whole });
    };
    const cut = () => finish(false);
    const timer = setTimeout(cut, MAX_MS);
    const whole = (given) => {
      text = typeof given === "string" ? given.slice(0, MAX_BYTES) : "";
      return true;
    };
    const pieces = () => {
      reader = clone.body.getReader();
      const decoder = new TextDecoder();
      let [count, size] = [0, 0];
      const next = () => reader.read().then(({ done, value }) => {
        if (done) return true;
        if (over) return false;
        const piece = value.subarray(0, MAX_BYTES - size);
        size += piece.length;
        text += decoder.decode(piece, { stream: true });
        return ++count < MAX_PIECES && size < MAX_BYTES ? next() : false;
      });
      return next();
    };
    new Promise((resolve) => resolve(get(clone.body, "getReader") ? pieces() : clone.text().then(whole))).then(finish, cut);
  });
}

/** Whether a body is worth a look although the status says that all went well: JSON, and never what streams. */
export function mayHoldError(response) {
  return /(^|\n)content-type:[^\n]*[/+]json\b/i.test(lines(get(response, "headers"))) || refused(get(response, "headers"));
}

const refused = (headers) => /(^|\n)grpc-status: *(?!0 *(\n|$))\S/i.test(lines(headers));

/** Whether facts of a status 2xx say by themselves that the call failed: an error where errors stand, gRPC's status. */
export function tellsError({ headers, body }) {
  const error = get(body, "error");
  const errors = get(body, "errors");
  return isObject(error) || (typeof error === "string" && error !== "") || (isArray(errors) && errors.length > 0) || refused(headers);
}
