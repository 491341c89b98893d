// Web pages: the wasm is fetched, from beside this file unless `options.wasm` says otherwise.

import { packs } from "plainly:locales";
import { from } from "./core/source.js";
import { either, loading } from "./loading.js";

// Before Chromium 84 a whole module is compiled before any of it runs: there the core as JavaScript starts sooner.
const late = typeof FinalizationRegistry === "undefined";

// A plain script of a bundler's may not know where it is: then this rejects.
const wasm = async (given) => from(given === undefined ? new URL("plainly_bg.wasm", import.meta.url) : given);
const js = () => import("./js-core.js");

export { defineAnnouncements, defineCatalog, definePack } from "./define.js";
export { dispatch } from "./dispatch.js";
export { FailedCall } from "./failed-call.js";
export const { load, validate } = loading(packs, (given) => (late && given === undefined
  ? js().then(({ start }) => start()).catch(() => wasm())
  : either(wasm(given), js)));
