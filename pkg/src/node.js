// Node.js: the wasm is read from disk.

import { readFile } from "node:fs/promises";
import { data } from "./data.js";
import { loading } from "./loading.js";
import * as prepare from "./prepare.js";
import { start } from "./wasm.js";

// Asked for when it is needed: a bundler's CommonJS may not know where it is.
const beside = () => new URL("plainly_bg.wasm", import.meta.url);

const begin = (wasm) => start(bytes(wasm))
  .catch((e) => import("./js-core.js").catch(() => { throw e; }));

async function bytes(wasm = beside()) {
  if (typeof wasm === "string" && !/^\w+:\/\//.test(wasm)) return readFile(wasm);
  const address = typeof wasm === "string" ? new URL(wasm) : wasm;
  return address instanceof URL && address.protocol === "file:" ? readFile(address) : address;
}

export const { load, validate } = loading(data, begin, async () => prepare, () => prepare);
