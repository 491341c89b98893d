// Types of `plainly/js`: without WebAssembly, at once.

export type * from "./index.js";
export { defineAnnouncements, defineCatalog, definePack, dispatch, FailedCall } from "./index.js";
import type { Catalog, Fault, LocalePack, Options, Plainly, PlainlyAtOnce } from "./index.js";

/** Opens an explainer at once. Languages other than English come in `options.packs`; `options.wasm` is not looked at. */
export function create(options?: Options): PlainlyAtOnce;

/** The same with a Promise around it and in its `with`, so that code for `plainly` runs here too. */
export function load(options?: Options): Promise<Plainly>;

/** Every fault of a locale pack or catalog, with its place; empty when there is none. */
export function validate(data: LocalePack | Catalog | Options): Fault[];
