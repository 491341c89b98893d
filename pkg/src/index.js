// Web pages: the wasm is fetched, from beside this file unless `options.wasm` says otherwise.

import { data } from "./data.js";
import { get } from "./guard.js";
import { faults, open } from "./plainly.js";
import { engine, start } from "./wasm.js";

let ready;
let loaded = false;

export async function load(options) {
  const wasm = get(options, "wasm");
  if (!ready) ready = start(wasm === undefined ? new URL("plainly_bg.wasm", import.meta.url) : wasm);
  try {
    await ready;
  } catch (e) {
    ready = undefined; // the next load() tries again
    throw e;
  }
  loaded = true;
  return open(engine, data, options);
}

export function validate(given) {
  if (!loaded) throw new Error("plainly: validate() in a page needs a load() before it; in Node.js it needs nothing");
  return faults(engine, data, given);
}
