// load() and validate() over an engine that comes later.

import { get } from "./facts/guard.js";
import { open } from "./plainly.js";

/**
 * @param begin promises an engine; is given `options.wasm`, and asked again after it failed
 * @param prepare promises the part that prepares, where an engine has none
 * @param atOnce gives that part or throws, for a validate() that comes first
 */
export function loading(data, begin, prepare, atOnce) {
  let coming;
  let preparing;

  const part = () => prepare().then((loaded) => (preparing = loaded));

  function load(options) {
    // It comes beside the wasm; whoever needs it then asks again, and is told what became of it.
    if (get(options, "packs") || get(options, "catalogs")) part().catch(() => undefined);
    // An object of our own, also where the engine is a module.
    if (!coming) coming = begin(get(options, "wasm")).then((engine) => Object.assign({}, engine, !engine.wanted && { part }));
    const mine = coming;
    return mine.then((engine) => {
      if (!engine.part) preparing = engine;
      return open(engine, data, options);
    }, (e) => {
      if (coming === mine) coming = undefined; // the next load() tries again
      throw e;
    });
  }

  const validate = (given) => (preparing || atOnce()).faults(data, given);

  return { load, validate };
}
