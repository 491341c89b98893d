// The memory of the wasm that a package loads later. Import it before the package.

const instantiate = WebAssembly.instantiate;
const Instance = WebAssembly.Instance;
let memory;

const note = (instance) => { memory = instance.exports.memory || memory; };

WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  note(made.instance || made);
  return made;
};
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, given) {
    const made = new target(...given);
    note(made);
    return made;
  },
});

/** Bytes of the wasm's memory. */
export const memoryBytes = () => memory.buffer.byteLength;
