// Web pages: the wasm is fetched, from beside this file unless `options.wasm` says otherwise.

import { packs } from "plainly:locales";
import { from } from "./core/source.js";
import { either, loading } from "./loading.js";

// A plain script of a bundler's may not know where it is: then this rejects.
const wasm = async (given) => from(given === undefined ? new URL("plainly_bg.wasm", import.meta.url) : given);

export const { load, validate } = loading(packs, (given) => either(wasm(given), () => import("./js-core.js")));
