// Any value → one string and one list of numbers, within bounds. `src/tape.rs` reads it and says how it is laid out.

import { attempt, get, isArray } from "./guard.js";

const MAX_DEPTH = 14; // two more than the core keeps of a body, for the array around it
const MAX_STRING = 2048;

const NULL = 0, FALSE = 1, TRUE = 2, NUMBER = 3, STRING = 4, ARRAY = 5, OBJECT = 6;

/** Nodes kept of each member of a failure or context, and of each of the packs, catalogs and options. */
export const CALL = 1024;
export const CONFIG = 16384;

/**
 * The first `levels` are ours: what stands in them has `nodes` of its own, so that one value cannot starve another.
 */
export function write(value, nodes, levels) {
  const shape = [];
  const texts = [];
  let left = nodes;

  function string(text) {
    const cut = whole(text.length > MAX_STRING ? text.slice(0, MAX_STRING) : text);
    texts.push(cut);
    shape.push(cut.length);
  }

  function members(kind, count, depth, each) {
    shape.push(kind, 0);
    const at = shape.length - 1;
    let written = 0;
    while (written < count && left > 0) {
      each(written);
      written += 1;
      if (depth < levels) left = nodes;
    }
    shape[at] = written;
  }

  function put(value, depth) {
    left -= 1;
    switch (depth > MAX_DEPTH ? "undefined" : typeof value) {
      case "boolean":
        shape.push(value ? TRUE : FALSE);
        return;
      case "number":
        if (isFinite(value)) shape.push(NUMBER, value);
        else shape.push(NULL);
        return;
      case "string":
        // Of a body's long string the head will do; a pack's or catalog's would say something else.
        if (nodes === CONFIG && value.length > MAX_STRING) break;
        shape.push(STRING);
        string(value);
        return;
      case "bigint":
        shape.push(STRING);
        string(String(value));
        return;
      case "object":
        if (value === null) break;
        if (isArray(value)) {
          members(ARRAY, get(value, "length") || 0, depth, (at) => put(get(value, at), depth + 1));
        } else if (ArrayBuffer.isView(value)) {
          break;
        } else {
          const keys = attempt(() => Object.keys(value)) || [];
          members(OBJECT, keys.length, depth, (at) => {
            string(keys[at]);
            put(get(value, keys[at]), depth + 1);
          });
        }
        return;
    }
    shape.push(NULL);
  }

  put(value, 0);
  return { text: texts.join(""), shape: new Float64Array(shape) };
}

/** A half of a surrogate pair at an end would join with the next string's. */
function whole(text) {
  const isHalf = (at, from) => (text.charCodeAt(at) & 0xfc00) === from;
  if (isHalf(0, 0xdc00)) text = "\ufffd" + text.slice(1);
  if (isHalf(text.length - 1, 0xd800)) text = text.slice(0, -1) + "\ufffd";
  return text;
}
