// Node.js: the wasm is read from disk.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import init, { Core, initSync, negotiate, validate as check } from "plainly:wasm";
import { data } from "./data.js";
import { get } from "./guard.js";
import { faults, open } from "./plainly.js";

const engine = { build: "wasm", Core, negotiate, validate: check };
const beside = new URL("plainly_bg.wasm", import.meta.url);
let ready;

export async function load(options) {
  const wasm = get(options, "wasm");
  if (!ready) ready = bytes(wasm === undefined ? beside : wasm).then((source) => init({ module_or_path: source }));
  try {
    await ready;
  } catch (e) {
    ready = undefined; // the next load() tries again
    throw e;
  }
  return open(engine, data, options);
}

async function bytes(wasm) {
  const isFile = wasm instanceof URL ? wasm.protocol === "file:" : typeof wasm === "string" && !/^https?:/.test(wasm);
  return isFile ? readFile(wasm) : wasm;
}

export function validate(given) {
  // Returns at once when it is there already.
  initSync({ module: readFileSync(beside) });
  return faults(engine, data, given);
}
