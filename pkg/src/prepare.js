// The part of the core that prepares, as JavaScript, so that there is one wasm. `tools/build/build.sh` writes plainly:preparing.

import { __wbindgen_add_to_stack_pointer, __wbindgen_free, __wbindgen_malloc, ask as answer, memory } from "plainly:preparing";
import { door } from "./door.js";
import { preparing } from "./preparing.js";

export const ask = door({ __wbindgen_add_to_stack_pointer, __wbindgen_free, __wbindgen_malloc, ask: answer, memory });
export const { wanted, prepared, faults } = preparing(ask);
