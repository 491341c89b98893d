// The core without WebAssembly, for who needs it.

import begun from "plainly:core";
import { core, engine } from "./core/engine.js";

const begin = () => {
  const made = begun();
  return core(made, made.exports);
};

export const start = () => engine("js", begin(), begin);
