// The module, from wherever its wasm comes.

import { get } from "../facts/guard.js";
import { over } from "./module.js";

/** The engine from an address, a Request, a Response, bytes, a module, or a promise of one of these. */
export async function from(source) {
  let given = await source;
  if (given instanceof WebAssembly.Module) return over(given);
  if (!(given instanceof ArrayBuffer || ArrayBuffer.isView(given))) {
    if (!get(given, "arrayBuffer") || !get(given, "headers")) given = await fetch(given);
    if (!given.ok) throw new Error(`plainly: no wasm, status ${given.status}`);
    // Only with its own media type is it compiled while it comes.
    if (WebAssembly.compileStreaming && /^application\/wasm$/i.test(given.headers.get("content-type"))) {
      return over(await WebAssembly.compileStreaming(given));
    }
    given = await given.arrayBuffer();
  }
  return over(await WebAssembly.compile(given));
}
