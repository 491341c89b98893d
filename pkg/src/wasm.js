// Starts the core, from wherever its wasm comes.

import * as glue from "plainly:glue";
import { get } from "./guard.js";

export const engine = { build: "wasm", ask: glue.ask };
const imports = { "./plainly_bg.js": glue };

/** Starts from an address, a Request, a Response, bytes, a module, or a promise of one of these. */
export async function start(source) {
  let given = await source;
  if (!(given instanceof ArrayBuffer || ArrayBuffer.isView(given) || given instanceof WebAssembly.Module)) {
    if (!get(given, "arrayBuffer") || !get(given, "headers")) given = await fetch(given);
    if (!given.ok) throw new Error(`plainly: no wasm, status ${given.status}`);
    // Only with its own media type is it compiled while it comes.
    if (WebAssembly.instantiateStreaming && /^application\/wasm$/i.test(given.headers.get("content-type"))) {
      return use((await WebAssembly.instantiateStreaming(given, imports)).instance);
    }
    given = await given.arrayBuffer();
  }
  const made = await WebAssembly.instantiate(given, imports);
  use(made.instance || made);
}

/** Starts at once from bytes; for where that blocks nobody. */
export function startAtOnce(bytes) {
  use(new WebAssembly.Instance(new WebAssembly.Module(bytes), imports));
}

let used = false;

/** The first counts: the glue remembers its memory, and what was opened lives in it. */
function use({ exports }) {
  if (!exports.ask) throw new Error("plainly: another wasm");
  if (!used) glue.__wbg_set_wasm(exports);
  used = true;
}
