// Node.js: the wasm is read from disk.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { data } from "./data.js";
import { get } from "./guard.js";
import { faults, open } from "./plainly.js";
import { engine, start, startAtOnce } from "./wasm.js";

const beside = new URL("plainly_bg.wasm", import.meta.url);
let ready;
let loaded = false;

export async function load(options) {
  const wasm = get(options, "wasm");
  if (!ready) ready = start(bytes(wasm === undefined ? beside : wasm));
  try {
    await ready;
  } catch (e) {
    ready = undefined; // the next load() tries again
    throw e;
  }
  loaded = true;
  return open(engine, data, options);
}

async function bytes(wasm) {
  if (typeof wasm === "string" && !/^\w+:\/\//.test(wasm)) return readFile(wasm);
  const address = typeof wasm === "string" ? new URL(wasm) : wasm;
  return address instanceof URL && address.protocol === "file:" ? readFile(address) : address;
}

export function validate(given) {
  if (!loaded) startAtOnce(readFileSync(beside));
  loaded = true;
  return faults(engine, data, given);
}
