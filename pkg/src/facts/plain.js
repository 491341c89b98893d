// Any value → plain data within bounds that holds nothing of an app's: no getter, no proxy, no iterator. All that the core
// is given comes from here, so that no code of an app's runs while the core is at work.

import { attempt, get, isArray } from "./guard.js";

const MAX_DEPTH = 12; // as the core keeps of a body (src/value.rs)
const MAX_STRING = 2048;
const LARGEST = 1e64; // more digits than a code may have

/** Values kept of each member of a failure or context, and of each option: all packs, all catalogs, ... */
export const CALL = 1024;
export const CONFIG = 16384;

/** @param most how many values are kept; what has no place, or cannot be told, is null */
export function plain(value, most) {
  return typeof value === "object" && value !== null ? copied(value, most) : scalar(value, most);
}

function scalar(value, most) {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return isFinite(value) ? value : null;
    case "string":
      // Of a body's long string the head will do; a pack's or catalog's would say something else.
      return value.length <= MAX_STRING ? value : most === CONFIG ? null : value.slice(0, MAX_STRING);
    case "bigint":
      return value < LARGEST && value > -LARGEST ? String(value) : null; // to write a long one takes long
  }
  return null;
}

function copied(value, most) {
  let left = most;

  function copy(value, depth) {
    left -= 1;
    if (depth > MAX_DEPTH) return null;
    if (typeof value !== "object" || value === null) return scalar(value, most);
    if (ArrayBuffer.isView(value)) return null;
    return isArray(value) ? elements(value, depth + 1) : members(value, depth + 1);
  }

  function elements(value, depth) {
    const list = [];
    const length = get(value, "length") || 0;
    while (list.length < length && left > 0) list.push(copy(get(value, list.length), depth));
    return list;
  }

  function members(value, depth) {
    const object = Object.create(null); // "__proto__" is a member like any other
    const keys = attempt(() => Object.keys(value)) || [];
    for (let at = 0; at < keys.length && left > 0; at++) object[keys[at].slice(0, MAX_STRING)] = copy(get(value, keys[at]), depth);
    return object;
  }

  return copy(value, 0);
}

/** Of an object those members that are there, each with `most` of its own, so that none can starve another. */
export function members(holder, names, most) {
  const object = Object.create(null);
  for (const name of names) {
    // What others put on Object.prototype is no fact of this call.
    const value = has(holder, name) ? get(holder, name) : undefined;
    if (value !== undefined) object[name] = plain(value, most);
  }
  return object;
}

const has = (holder, name) => Object.prototype.hasOwnProperty.call(holder, name);
