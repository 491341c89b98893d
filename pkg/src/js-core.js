// The whole core without WebAssembly. `tools/build/build.sh` writes plainly:core.

import { __wbindgen_add_to_stack_pointer, __wbindgen_free, __wbindgen_malloc, ask as answer, memory } from "plainly:core";
import { door } from "./door.js";
import { preparing } from "./preparing.js";

export const build = "js";
export const ask = door({ __wbindgen_add_to_stack_pointer, __wbindgen_free, __wbindgen_malloc, ask: answer, memory });
export const { wanted, prepared, faults } = preparing(ask);
