// The wasm inside: one file for bundlers, and for pages that can serve no other. Languages come in `options.packs`.

import binary from "plainly:wasm";
import { decode } from "./base64.js";
import { base } from "./first.js";
import { loading } from "./loading.js";
import { startFrom } from "./instance.js";
import { preparing } from "./preparing.js";

const data = { base, packs: {} };

const begin = () => new Promise((resolve) => resolve(startFrom(decode(binary)))).then(
  (engine) => Object.assign(engine, preparing(engine.ask)),
  (e) => { throw new Error(`plainly: WebAssembly is refused here (${e && e.message}); plainly/js needs none`); });

export const { load, validate } = loading(data, begin, () => Promise.reject(), () => {
  throw new Error("plainly: validate() of plainly/inline needs a load() before it");
});
