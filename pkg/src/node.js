// Node.js: the wasm is read from disk.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { data } from "./data.js";
import { loading } from "./loading.js";
import { start, startAtOnce } from "./wasm.js";

const beside = new URL("plainly_bg.wasm", import.meta.url);

const begin = (wasm) => start(bytes(wasm === undefined ? beside : wasm))
  .catch((e) => import("./js-core.js").catch(() => { throw e; }));

async function bytes(wasm) {
  if (typeof wasm === "string" && !/^\w+:\/\//.test(wasm)) return readFile(wasm);
  const address = typeof wasm === "string" ? new URL(wasm) : wasm;
  return address instanceof URL && address.protocol === "file:" ? readFile(address) : address;
}

export const { load, validate } = loading(data, begin, () => startAtOnce(readFileSync(beside)));
