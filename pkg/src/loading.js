// load() and validate() over an engine that comes later.

import { get } from "./guard.js";
import { faults, open } from "./plainly.js";

/**
 * @param begin promises an engine; is given `options.wasm`, and asked again after it failed
 * @param atOnce gives an engine or throws, for a validate() that comes first
 */
export function loading(data, begin, atOnce) {
  let coming;
  let engine;

  function load(options) {
    if (!coming) coming = begin(get(options, "wasm"));
    const mine = coming;
    return mine.then((started) => {
      engine = started;
      return open(engine, data, options);
    }, (e) => {
      if (coming === mine) coming = undefined; // the next load() tries again
      throw e;
    });
  }

  function validate(given) {
    if (!engine) engine = atOnce();
    return faults(engine, data, given);
  }

  return { load, validate };
}
