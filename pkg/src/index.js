// Web pages: the wasm is fetched, from beside this file unless `options.wasm` says otherwise.

import { data } from "./data.js";
import { loading } from "./loading.js";
import { start } from "./wasm.js";

// A plain script of a bundler's may not know where it is: then this rejects.
const compiled = async (wasm) => start(wasm === undefined ? new URL("plainly_bg.wasm", import.meta.url) : wasm);

// Where there is no WebAssembly, or the page's policy refuses it, the same core comes as JavaScript.
const begin = (wasm) => compiled(wasm).catch((e) => import("./js-core.js").catch(() => { throw e; }));

export const { load, validate } = loading(data, begin, () => import("./prepare.js"), () => {
  throw new Error("plainly: validate() in a page needs a load() with packs or catalogs before it");
});
