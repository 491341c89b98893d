// The door to the core, whichever build it is: one text in, one text out. `src/wasm.rs` says what they hold.

import { decode, encode } from "./text.js";

/** `ask` over the core's exports. wasm-bindgen gives them their names and says who frees what. */
export function door(core) {
  return (question) => {
    const given = encode(question);
    const at = core.__wbindgen_malloc(given.length, 1);
    new Uint8Array(core.memory.buffer).set(given, at);
    const told = core.__wbindgen_add_to_stack_pointer(-16);
    try {
      core.ask(told, at, given.length); // frees what it was given
      const [start, length] = new Uint32Array(core.memory.buffer, told, 2);
      const answer = decode(new Uint8Array(core.memory.buffer, start, length));
      core.__wbindgen_free(start, length, 1);
      return answer;
    } finally {
      core.__wbindgen_add_to_stack_pointer(16);
    }
  };
}
