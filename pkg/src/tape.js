// Any value → one string, within bounds. `src/tape.rs` reads it and says how it is laid out.

import { attempt, get, isArray } from "./facts/guard.js";

const char = String.fromCharCode;
const MAX_DEPTH = 12; // as the core keeps of a body (src/value.rs)
const MAX_STRING = 2048;

const NULL = "0", FALSE = "1", TRUE = "2", NUMBER = "3", STRING = "4", ARRAY = "5", OBJECT = "6", SMALL = "7";
const SURROGATES = 0xd800 - 32;

/** A length, count or small number: a character below the surrogates and above those that no source may hold. */
const small = (number) => char(number + 32);

/** Nodes kept of each member of a failure or context, and of all packs, of all catalogs and of each option. */
export const CALL = 1024;
export const CONFIG = 16384;

/** @param nodes how many are kept of the value */
export function write(value, nodes) {
  const tape = [];
  let left = nodes;

  function string(text) {
    const cut = whole(text.length > MAX_STRING ? text.slice(0, MAX_STRING) : text);
    tape.push(small(cut.length), cut);
  }

  function members(kind, count, each) {
    tape.push(kind, "");
    const at = tape.length - 1;
    let written = 0;
    while (written < count && left > 0 && written < CONFIG) {
      each(written);
      written += 1;
    }
    tape[at] = small(written);
  }

  function put(value, depth) {
    left -= 1;
    switch (depth > MAX_DEPTH ? "undefined" : typeof value) {
      case "boolean":
        tape.push(value ? TRUE : FALSE);
        return;
      case "number":
        if (value >= 0 && value < SURROGATES && value % 1 === 0) tape.push(SMALL, small(value));
        else if (isFinite(value)) tape.push(NUMBER, bytes(value));
        else tape.push(NULL);
        return;
      case "string":
        // Of a body's long string the head will do; a pack's or catalog's would say something else.
        if (nodes === CONFIG && value.length > MAX_STRING) break;
        tape.push(STRING);
        string(value);
        return;
      case "bigint":
        tape.push(STRING);
        string(String(value));
        return;
      case "object":
        if (value === null) break;
        if (isArray(value)) {
          members(ARRAY, get(value, "length") || 0, (at) => put(get(value, at), depth + 1));
        } else if (ArrayBuffer.isView(value)) {
          break;
        } else {
          const keys = attempt(() => Object.keys(value)) || [];
          members(OBJECT, keys.length, (at) => {
            string(keys[at]);
            put(get(value, keys[at]), depth + 1);
          });
        }
        return;
    }
    tape.push(NULL);
  }

  put(value, 0);
  return tape.join("");
}

/** Members without their names, each with `nodes` of its own, so that none can starve another. */
export function all(holder, names, nodes) {
  return names.map((name) => write(get(holder, name), nodes)).join("");
}

/** A number's eight bytes, the lowest first, each as a character. */
function bytes(number) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number, true);
  return char.apply(null, new Uint8Array(view.buffer));
}

/** A half of a surrogate pair at an end would join with the next string's. */
function whole(text) {
  const isHalf = (at, from) => (text.charCodeAt(at) & 0xfc00) === from;
  if (isHalf(0, 0xdc00)) text = "\ufffd" + text.slice(1);
  if (isHalf(text.length - 1, 0xd800)) text = text.slice(0, -1) + "\ufffd";
  return text;
}
