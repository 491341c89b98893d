// Without WebAssembly, at once. Languages come in `options.packs`.

import { start } from "./js-core.js";
import * as plainly from "./plainly.js";

const engine = start();

export { defineAnnouncements, defineCatalog, definePack } from "./define.js";
export { dispatch } from "./dispatch.js";
export { FailedCall } from "./failed-call.js";

export function create(options) {
  return plainly.create(engine, {}, options);
}

/** The same with a Promise around it, so that code for `plainly` runs here too. */
export function load(options) {
  return plainly.open(engine, {}, options);
}

export function validate(given) {
  return plainly.faults(engine, given);
}
