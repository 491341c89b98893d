// The wasm inside: one file for bundlers, and for pages that can serve no other. Languages come in `options.packs`.

import binary from "plainly:wasm";
import { decode } from "./base64.js";
import { catalogs, english } from "./first.js";
import { loading } from "./loading.js";
import { startFrom } from "./instance.js";

const data = { english, catalogs, packs: {} };

const begin = () => new Promise((resolve) => resolve(startFrom(decode(binary)))).catch((e) => {
  throw new Error(`plainly: WebAssembly is refused here (${e && e.message}); plainly/js needs none`);
});

export const { load, validate } = loading(data, begin, () => {
  throw new Error("plainly: validate() of plainly/inline needs a load() before it");
});
