// Any value → plain data within bounds that holds nothing of an app's: no getter, no proxy, no iterator. All that the core
// is given comes from here, so that no code of an app's runs while the core is at work.

import { attempt, get, isArray, put } from "./guard.js";

const MAX_DEPTH = 12; // as the core keeps of a body (src/value.rs)
const MAX_STRING = 2048;
const LARGEST = 1e64; // more digits than a code may have

/**
 * What is kept of one member: so many values, and so many characters of keys and strings.
 * Of a body's long string the head will do; a pack's or catalog's would say something else.
 */
export const ONE = { values: 0, room: MAX_STRING, cut: true }; // text, number or boolean
export const CALL = { values: 1024, room: 256 * 1024, cut: true }; // of a failure: as much as of a body's text
export const CONFIG = { values: 16384, room: 1024 * 1024 }; // of an option: all packs, all catalogs. 57 languages take 650,000

/** What has no place, or cannot be told, is null; a member that is undefined is none. */
export function plain(given, { values, room, cut }) {
  let left = values;

  function copy(value, depth) {
    left -= 1;
    if (depth > MAX_DEPTH) return null;
    switch (typeof value) {
      case "boolean":
        return value;
      case "number":
        return isFinite(value) ? value : null;
      case "string":
        return text(value);
      case "bigint":
        return value < LARGEST && value > -LARGEST ? String(value) : null; // to write a long one takes long
      case "object":
        return value === null || values === 0 || ArrayBuffer.isView(value) ? null : isArray(value) ? elements(value, depth + 1) : members(value, depth + 1);
    }
    return null;
  }

  function text(value) {
    const most = Math.min(room, MAX_STRING);
    if (value.length > most && !cut) return null;
    room -= Math.min(value.length, most);
    return value.slice(0, most);
  }

  function elements(value, depth) {
    const list = [];
    const length = get(value, "length") || 0;
    while (list.length < length && left > 0) put(list, list.length, copy(get(value, list.length), depth));
    return list;
  }

  function members(value, depth) {
    const object = Object.create(null); // "__proto__" is a member like any other
    const keys = attempt(() => (value instanceof String ? [] : Object.keys(value))) || []; // one has a key for each letter
    for (let at = 0; at < keys.length && left > 0 && room > 0; at++) {
      const key = keys[at].slice(0, MAX_STRING);
      room -= key.length;
      const member = get(value, keys[at]);
      if (member !== undefined) object[key] = copy(member, depth);
    }
    return object;
  }

  return copy(given, 0);
}

/** Of an object those members that are there, each with as much of its own, so that none can starve another. */
export function members(holder, names, most) {
  const object = Object.create(null);
  for (const name of names) {
    const value = get(holder, name);
    if (value !== undefined) object[name] = plain(value, most);
  }
  return object;
}
