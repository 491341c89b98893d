// A fetch Response → a Failure, bounded in bytes and time.

import { attempt, call, get, isArray, isObject, joined, match } from "./guard.js";
import { headers as lines } from "./http.js";
import { ONE, plain } from "./plain.js";
import { MOST_WITHIN, text as head } from "./thrown/parts.js";

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
  const failure = joined({ status: get(response, "status"), headers: get(response, "headers") });
  const clone = get(response, "bodyUsed") === true ? undefined : attempt(() => response.clone());
  if (!clone) return Promise.resolve(failure);
  return read(clone).then(({ text, whole }) => {
    // Nobody reads it: what is still on its way must not hold a connection.
    if (!whole && !keep) call(() => response.body.cancel());
    return Object.assign(failure, { body: text });
  }, () => failure);
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
      text = head(given, MAX_BYTES);
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

/**
 * Whether a body is worth a look although the status says that all went well: JSON, and never what streams.
 * @param untyped also where nobody says what it is
 */
export function mayHoldError(response, untyped) {
  const fields = lines(get(response, "headers"));
  const type = match(/(?:^|\n)content-type:([^\n]*)/i, fields, 1);
  return (type === undefined ? untyped === true : /[/+]json *(;|$)/i.test(type) && !/stream\+json/i.test(type)) || refused(fields);
}

const refused = (fields) => /(^|\n)grpc-status: *(?!0 *(\n|$))\S/i.test(fields);

/** Values that say of an error that there is none. */
const NONE = /^(0+|200|ok|e_ok|none|null|nil|undefined|no([ _]errors?)?|false|success|n\/a|-)?$/i;
const isNone = (value) => !isObject(value) && NONE.test(String(plain(value, ONE)));

/**
 * Whether facts of a status 2xx say by themselves that the call failed: an error where errors stand, gRPC's status. What
 * comes with data of GraphQL's has been done in part.
 * @param headers as lines
 */
export function tellsError({ headers, body }) {
  const [error, errors, data] = ["error", "errors", "data"].map((name) => get(body, name));
  const partly = isObject(data) && Object.keys(data).some((name) => get(data, name) !== null);
  return isError(error, MOST_WITHIN) || (isArray(errors) && isError(errors, MOST_WITHIN) && !partly) || refused(headers);
}

const MOST_ERRORS = 32; // that are looked at of a list
const MEMBERS = ["code", "message", "type", "reason", "error", "errorType", "extensions", "description", "messageId"];

function isError(error, left) {
  if (left === 0) return false;
  if (isArray(error)) {
    for (let at = 0; at < MOST_ERRORS && at < get(error, "length"); at++) if (isError(get(error, at), left - 1)) return true;
    return false;
  }
  if (!isObject(error)) return error !== true && typeof error !== "number" && !isNone(error);
  // What has a code that says no error has none, whatever else it says.
  const code = get(error, "code");
  return (code === undefined || code === null || !isNone(code)) && MEMBERS.some((name) => !isNone(get(error, name)));
}

/** Whether a code in a body may be one of an error's: a bare `code` beside no words is data, as a channel's. */
export function mayBeCode(body) {
  if (!isObject(body) || isArray(body)) return false;
  return get(body, "code") === undefined || ["message", "msg", "error", "errors", "detail", "description", "reason"].some((name) => typeof get(body, name) === "string");
}
