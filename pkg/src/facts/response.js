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

/**
 * Whether a body is worth a look although the status says that all went well: JSON, and never what streams.
 * @param untyped also where nobody says what it is
 */
export function mayHoldError(response, untyped) {
  const fields = lines(get(response, "headers"));
  const [, type] = /(?:^|\n)content-type:([^\n]*)/i.exec(fields) || [];
  return (type === undefined ? untyped === true : /[/+]json *(;|$)/i.test(type) && !/stream\+json/i.test(type)) || refused(fields);
}

const refused = (fields) => /(^|\n)grpc-status: *(?!0 *(\n|$))\S/i.test(fields);

/** Values that say of an error that there is none. */
const NONE = /^(0|ok|none|null|no|false|success)?$/i;
const isNone = (value) => value === undefined || value === null || value === false || (!isObject(value) && NONE.test(String(value)));

/**
 * Whether facts of a status 2xx say by themselves that the call failed: an error where errors stand, gRPC's status. What
 * comes with data of GraphQL's has been done in part.
 * @param headers as lines
 */
export function tellsError({ headers, body }) {
  const [error, errors, data] = ["error", "errors", "data"].map((name) => get(body, name));
  const partly = isObject(data) && Object.keys(data).some((name) => get(data, name) !== null);
  return isError(error) || (isArray(errors) && errors.some(isError) && !partly) || refused(headers);
}

function isError(error) {
  if (isArray(error)) return error.some(isError);
  if (!isObject(error)) return error !== true && typeof error !== "number" && !isNone(error);
  return ["code", "message", "type", "reason", "error", "errorType", "extensions", "description", "messageId"].some((name) => !isNone(get(error, name)));
}

/** Whether a code in a body may be one of an error's: a bare `code` beside no words is data, as a channel's. */
export function mayBeCode(body) {
  if (!isObject(body) || isArray(body)) return false;
  return get(body, "code") === undefined || ["message", "msg", "error", "errors", "detail", "description", "reason"].some((name) => typeof get(body, name) === "string");
}
