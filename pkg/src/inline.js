// The wasm inside: one file for bundlers, and for pages that can serve no other. Languages come in `options.packs`.

import binary from "plainly:wasm";
import { decode } from "./core/base64.js";
import { over } from "./core/module.js";
import { loading } from "./loading.js";

const begin = () => new Promise((resolve) => resolve(WebAssembly.compile(decode(binary)))).then(over).catch((e) => {
  throw new Error(`plainly: WebAssembly is refused here (${e && e.message}); plainly/js needs none`);
});

export { defineAnnouncements, defineCatalog, definePack } from "./define.js";
export { dispatch } from "./dispatch.js";
export { FailedCall } from "./failed-call.js";
export const { load, validate } = loading({}, begin);
