// The core without WebAssembly, for who needs it.

import begun from "plainly:core";
import { core, engine } from "./core/engine.js";

export const start = () => engine("js", () => {
  const made = begun();
  return core(made, made.exports);
});
