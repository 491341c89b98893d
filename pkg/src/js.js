// Without WebAssembly, at once. Languages come in `options.packs`.

import { base } from "./first.js";
import * as plainly from "./plainly.js";
import * as engine from "./js-core.js";

const data = { base, packs: {} };

export function create(options) {
  return plainly.create(engine, data, options);
}

/** The same with a Promise around it, so that code for `plainly` runs here too. */
export function load(options) {
  return new Promise((resolve) => resolve(plainly.open(engine, data, options)));
}

export function validate(given) {
  return engine.faults(data, given);
}
