// The core as WebAssembly, over a compiled module.

import glue from "plainly:glue";
import { core, engine } from "./engine.js";

const importing = (own) => ({ "./plainly_bg.js": own }); // as the module names its glue

function now(module) {
  const own = glue();
  return core(own, new WebAssembly.Instance(module, importing(own)).exports);
}

function soon(module) {
  const own = glue();
  return WebAssembly.instantiate(module, importing(own)).then((instance) => core(own, instance.exports));
}

/** The engine, where the page may wait. */
export function atOnce(module) {
  return engine("wasm", () => now(module));
}

/** Promises the engine. Chromium 64 to 108 make no instance of more than 4 kB while the page waits. */
export function over(module) {
  return soon(module).then((first) => {
    const english = new first.Explainer(null, null);
    if (english.locale !== "en") throw new Error("plainly: this is no core"); // any wasm may be given
    english.free();
    return engine("wasm", () => now(module), () => soon(module), first);
  });
}
