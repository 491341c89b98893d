// load() and validate() over an engine that comes later.

import { get } from "./facts/guard.js";
import { faults, open } from "./plainly.js";

/** After so many milliseconds without the wasm the core as JavaScript is on its way too; whichever comes first is used. */
const PATIENCE = 3000;

/**
 * @param begin promises an engine; is given `options.wasm`, and asked again after it failed
 * @param atOnce gives an engine to a validate() that comes first, where one can be had
 */
export function loading(packs, begin, atOnce) {
  let coming;
  let engine;

  function load(options) {
    const mine = (coming = coming || begin(get(options, "wasm")));
    return mine.then((made) => open((engine = made), packs, options), (e) => {
      if (coming === mine) coming = undefined; // the next load() tries again
      throw e;
    });
  }

  function validate(given) {
    if (!engine && !atOnce) throw new Error("plainly: validate() needs a load() before it");
    return faults((engine = engine || atOnce()), given);
  }

  return { load, validate };
}

/** Where there is no WebAssembly, it is refused or does not come, the same core comes as JavaScript. */
export function either(wasm, js) {
  return new Promise((resolve, reject) => {
    let other;
    const instead = () => (other = other || new Promise((resolve) => resolve(js())).then(({ start }) => start()));
    const timer = setTimeout(() => instead().then(resolve, () => undefined), PATIENCE);
    wasm.then(resolve, (e) => instead().then(resolve, () => reject(e))).then(() => clearTimeout(timer));
  });
}
