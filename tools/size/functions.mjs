// The functions of a wasm with names, and how many bytes each takes (WebAssembly core specification, binary format).

const [CUSTOM, IMPORT, CODE, DATA] = [0, 2, 10, 11];
const FUNCTION_NAMES = 1;

/** `{ code, data, names }`: bytes of the two sections, and of each function `[name, bytes]`. */
export function functions(bytes) {
  let at = 8; // after magic and version
  const whole = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[(at += 1) - 1];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = whole();
    return new TextDecoder().decode(bytes.subarray(at, (at += length)));
  };
  const sizes = [];
  let imported = 0; // functions that are numbered before our own
  const names = [];
  const sections = {};
  while (at < bytes.length) {
    const id = bytes[(at += 1) - 1];
    const length = whole();
    const end = at + length;
    sections[id] = length;
    if (id === IMPORT) imported = whole(); // functions alone: wasm-bindgen imports nothing else
    if (id === CODE) {
      for (let left = whole(); left > 0; left -= 1) {
        const size = whole();
        sizes.push(size);
        at += size;
      }
    }
    if (id === CUSTOM && text() === "name") {
      while (at < end) {
        const kind = bytes[(at += 1) - 1];
        const size = whole();
        const next = at + size;
        if (kind === FUNCTION_NAMES) for (let left = whole(); left > 0; left -= 1) names[whole()] = text();
        at = next;
      }
    }
    at = end;
  }
  return { code: sections[CODE], data: sections[DATA], names: sizes.map((size, index) => [clean(names[imported + index] || ""), size]) };
}

/** Without the hashes of crates. */
const clean = (name) => name.replace(/\[[0-9a-f]{8,}\]/g, "");
