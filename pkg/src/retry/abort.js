// What ends a call, and how that is told.

import { attempt, get } from "../facts/guard.js";

/** `{ signal, stop(reason) }`: a signal for what is sent that ends it as the caller's does, or when `stop` is called. */
export function stoppable(signal) {
  const own = typeof AbortController === "function" ? new AbortController() : undefined;
  const stop = (reason) => own && own.abort(reason);
  if (!signal || !own) return { signal: signal || get(own, "signal"), stop };
  // Before Chromium 116 two signals cannot be joined; the caller's is then the one that must be heard.
  return { signal: attempt(() => AbortSignal.any([signal, own.signal])) || signal, stop };
}

/** Why a call ended that was aborted, or canceled by `cancel()`. */
export function reasonOf(signal) {
  const reason = get(signal, "aborted") ? get(signal, "reason") : undefined;
  if (reason !== undefined) return reason;
  // As a platform's own fetch tells it.
  const message = "The call was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return Object.assign(new Error(message), { name: "AbortError" });
}
