// Node.js: the wasm is read from disk.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import init, { ask, Core, initSync } from "plainly:wasm";
import { data } from "./data.js";
import { get } from "./guard.js";
import { faults, open } from "./plainly.js";

const engine = { build: "wasm", ask, Core };
const beside = new URL("plainly_bg.wasm", import.meta.url);
let ready;
let compiled;

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
  if (typeof wasm === "string" && !/^\w+:\/\//.test(wasm)) return readFile(wasm);
  const address = typeof wasm === "string" ? new URL(wasm) : wasm;
  return address instanceof URL && address.protocol === "file:" ? readFile(address) : address;
}

export function validate(given) {
  // Changes nothing where load() was first.
  if (!compiled) compiled = initSync({ module: readFileSync(beside) });
  return faults(engine, data, given);
}
