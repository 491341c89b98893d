// The engine over an instance of the wasm.

import { door } from "./door.js";

export function over({ exports }) {
  if (!exports.ask) throw new Error("plainly: another wasm");
  return { build: "wasm", ask: door(exports) };
}

/** Promises the engine from bytes or a module; never compiles while the page waits. */
export function startFrom(given) {
  return WebAssembly.instantiate(given).then((made) => over(made.instance || made));
}
