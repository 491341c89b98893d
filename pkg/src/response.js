// A fetch Response → a Failure, bounded in bytes and time.

import { attempt, get } from "./guard.js";

const MAX_BYTES = 256 * 1024;
const MAX_PIECES = 4096; // also of empty ones, which take no bytes
const MAX_MS = 5000; // a body that trickles must not keep the viewer waiting

/** Reads a clone. A body that was used, or cannot be read, is no body. Never rejects. */
export async function failureOf(response) {
  const failure = { status: get(response, "status"), headers: get(response, "headers") };
  if (get(response, "bodyUsed") !== true) {
    const clone = attempt(() => response.clone());
    if (clone) failure.body = await read(clone);
  }
  return failure;
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
    const pieces = async () => {
      const stream = clone.body;
      if (!get(stream, "getReader")) {
        const whole = await clone.text();
        text = typeof whole === "string" ? whole.slice(0, MAX_BYTES) : "";
        return;
      }
      reader = stream.getReader();
      const decoder = new TextDecoder();
      let size = 0;
      for (let count = 0; count < MAX_PIECES && size < MAX_BYTES && !over; count++) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.byteLength;
        text += decoder.decode(value, { stream: true });
      }
    };
    pieces().then(finish, finish);
  });
}
