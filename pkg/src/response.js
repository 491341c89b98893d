// A fetch Response → a Failure, bounded in bytes and time.

import { attempt, get } from "./guard.js";

const MAX_BYTES = 256 * 1024;
const MAX_MS = 5000; // a body that trickles must not keep the viewer waiting

/** Reads a clone. A body that was used, or cannot be read, is no body. Never rejects. */
export async function failureOf(response) {
  const failure = { status: get(response, "status"), headers: get(response, "headers") };
  if (get(response, "bodyUsed") !== true) {
    const clone = attempt(() => response.clone());
    if (clone) failure.body = await within(MAX_MS, read(clone));
  }
  return failure;
}

async function read(clone) {
  try {
    const reader = get(clone.body, "getReader") ? clone.body.getReader() : undefined;
    if (!reader) return (await clone.text()).slice(0, MAX_BYTES);
    const decoder = new TextDecoder();
    let text = "";
    for (let size = 0; size < MAX_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
    reader.cancel().catch(() => undefined);
    return text;
  } catch (e) {
    return undefined;
  }
}

function within(ms, work) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
