// Starts the core, from wherever its wasm comes.

import { get } from "./facts/guard.js";
import { over, startFrom } from "./instance.js";

/** The engine from an address, a Request, a Response, bytes, a module, or a promise of one of these. */
export async function start(source) {
  let given = await source;
  if (!(given instanceof ArrayBuffer || ArrayBuffer.isView(given) || given instanceof WebAssembly.Module)) {
    if (!get(given, "arrayBuffer") || !get(given, "headers")) given = await fetch(given);
    if (!given.ok) throw new Error(`plainly: no wasm, status ${given.status}`);
    // Only with its own media type is it compiled while it comes.
    if (WebAssembly.instantiateStreaming && /^application\/wasm$/i.test(given.headers.get("content-type"))) {
      return over((await WebAssembly.instantiateStreaming(given)).instance);
    }
    given = await given.arrayBuffer();
  }
  return startFrom(given);
}
