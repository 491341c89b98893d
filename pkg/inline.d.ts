// Types of `plainly/inline`: the wasm inside the file, for bundlers and pages that can serve no other.

export type * from "./index.js";
export { defineAnnouncements, defineCatalog, definePack, dispatch, FailedCall } from "./index.js";
import type { Catalog, Fault, LocalePack, Options, Plainly } from "./index.js";

/**
 * Opens an explainer. Languages other than English come in `options.packs`; `options.wasm` is not looked at.
 *
 * Rejects where WebAssembly is missing or refused; `plainly/js` needs none.
 */
export function load(options?: Options): Promise<Plainly>;

/** Every fault of a locale pack or catalog. Throws before the first `load()` is done. */
export function validate(data: LocalePack | Catalog | Options): Fault[];
