// Web pages: the wasm is fetched, from beside this file unless `options.wasm` says otherwise.

import init, { ask, Core } from "plainly:wasm";
import { data } from "./data.js";
import { get } from "./guard.js";
import { faults, open } from "./plainly.js";

const engine = { build: "wasm", ask, Core };
let ready;
let loaded = false;

export async function load(options) {
  const wasm = get(options, "wasm");
  if (!ready) ready = init(wasm === undefined ? undefined : { module_or_path: wasm });
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
