// A fetch Response → a Failure, bounded in bytes and time.

import { attempt, get } from "./guard.js";

const MAX_BYTES = 256 * 1024;
const MAX_PIECES = 4096; // also of empty ones, which take no bytes
const MAX_MS = 5000; // a body that trickles must not keep the viewer waiting

/** Reads a clone. A body that was used, or cannot be read, is no body. Never rejects. */
export function failureOf(response) {
  const failure = { status: get(response, "status"), headers: get(response, "headers") };
  const clone = get(response, "bodyUsed") === true ? undefined : attempt(() => response.clone());
  if (!clone) return Promise.resolve(failure);
  return read(clone).then((body) => Object.assign(failure, { body }), () => failure);
}

/** What of the body comes in time. */
function read(clone) {
  return new Promise((resolve) => {
    let reader;
    let text = "";
    let over = false;
    const finish = () => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      // Whoever sends it must not go on sending.
      attempt(() => Promise.resolve(reader.cancel()).catch(() => undefined));
      resolve(text);
    };
    const timer = setTimeout(finish, MAX_MS);
    const whole = (given) => {
      text = typeof given === "string" ? given.slice(0, MAX_BYTES) : "";
    };
    const pieces = () => {
      reader = clone.body.getReader();
      const decoder = new TextDecoder();
      let [count, size] = [0, 0];
      const next = () => reader.read().then(({ done, value }) => {
        if (done || over) return;
        const piece = value.subarray(0, MAX_BYTES - size);
        size += piece.length;
        text += decoder.decode(piece, { stream: true });
        if (++count < MAX_PIECES && size < MAX_BYTES) return next();
      });
      return next();
    };
    new Promise((resolve) => resolve(get(clone.body, "getReader") ? pieces() : clone.text().then(whole))).then(finish, finish);
  });
}
