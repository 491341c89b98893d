// Node.js: the wasm is read from disk.

import { packs } from "plainly:locales";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { atOnce } from "./core/module.js";
import { from } from "./core/source.js";
import { either, loading } from "./loading.js";

// Asked for when it is needed: a bundler's CommonJS may not know where it is.
const beside = () => new URL("plainly_bg.wasm", import.meta.url);

async function bytes(wasm = beside()) {
  if (typeof wasm === "string" && !/^\w+:\/\//.test(wasm)) return readFile(wasm);
  const address = typeof wasm === "string" ? new URL(wasm) : wasm;
  return address instanceof URL && address.protocol === "file:" ? readFile(address) : address;
}

export { defineAnnouncements, defineCatalog, definePack } from "./define.js";
export { dispatch } from "./dispatch.js";
export { FailedCall } from "./failed-call.js";
export const { load, validate } = loading(packs, (wasm) => either(from(bytes(wasm)), () => import("./js-core.js")),
  () => atOnce(new WebAssembly.Module(readFileSync(beside()))));
