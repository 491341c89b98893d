// Status, header fields and body in any form in which front ends hold them → one form, within bounds.

import { attempt, get, isArray, isObject, put } from "./guard.js";

const MAX_TEXT = 256 * 1024; // longer text is not parsed
const HEAD = 4096; // of text that is no JSON
const MAX_FIELDS = 128; // as the core keeps them (src/failure.rs), with names and values of so many characters
const MAX_NAME = 64;
const MAX_VALUE = 1024;
const MAX_LOOKED_AT = 1024; // what is read may come last
const MAX_BLOCK = 256 * 1024;
const MAX_LINES = 64 * 1024;
// The names of the fields that are read, which come first, and with longer values.
const SOUGHT = /^(date|age)$|retry|limit|authenticate|error|-id$|requestid|trace(id|parent)|cf-ray|grpc-/i;
const MAX_SOUGHT = 16 * 1024;

/** A status may come as a string. */
export function status(given) {
  if (typeof given === "string") return /^\s*\d{1,3}\s*$/.test(given) ? Number(given) : undefined;
  return typeof given === "number" ? given : undefined;
}

/** Text is JSON when it parses, whatever the content type claims; the JavaScript engine parses it. */
export function body(given) {
  let text = given;
  if (isObject(given)) {
    const bytes = attempt(() => view(given));
    if (!bytes) return typeof get(given, "getReader") === "function" ? undefined : given;
    text = attempt(() => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)) || "";
  }
  if (typeof text !== "string") return text;
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1); // a byte order mark
  if (text.length <= MAX_TEXT) {
    const parsed = attempt(() => ({ json: JSON.parse(text) }));
    if (parsed) return parsed.json;
  }
  return text.slice(0, MAX_TEXT).replace(/^\s+/, "").slice(0, HEAD);
}

/** The head of a buffer or typed array, of this realm or of another. */
function view(given) {
  const isBuffer = /ArrayBuffer\]$/.test(Object.prototype.toString.call(given));
  if (!isBuffer && !ArrayBuffer.isView(given)) return undefined;
  const { buffer, byteOffset, byteLength } = isBuffer ? new DataView(given) : given;
  return new Uint8Array(buffer, byteOffset, Math.min(byteLength, MAX_TEXT));
}

/** Header fields in any form, as lines of text: the form of HTTP itself, and of XMLHttpRequest's getAllResponseHeaders(). */
export function headers(given) {
  const [sought, others] = [[], []];
  let left = MAX_LOOKED_AT;
  const add = (name, value) => {
    const list = isArray(value) ? value : [value];
    for (let at = 0; at < get(list, "length") && left > 0; at++, left--) {
      const item = get(list, at);
      const text = typeof item === "number" ? String(item) : item;
      if (typeof name !== "string" || typeof text !== "string" || name.length > MAX_NAME) continue;
      const isSought = SOUGHT.test(name.trim());
      const lines = isSought ? sought : others;
      const line = `${name}:${text.trim().slice(0, isSought ? MAX_SOUGHT : MAX_VALUE)}`;
      if (lines.length < MAX_FIELDS) put(lines, lines.length, line.replace(/[\r\n]/g, " "));
    }
  };
  const addPair = (pair) => add(get(pair, 0), get(pair, 1));
  attempt(() => {
    if (typeof given === "string") {
      for (const line of given.slice(0, MAX_BLOCK).split(/[\r\n]+/)) {
        const at = line.indexOf(":");
        if (at > 0) add(line.slice(0, at), line.slice(at + 1));
      }
    } else if (!isObject(given)) {
      return;
    } else if (typeof Symbol === "function" && typeof get(given, Symbol.iterator) === "function") {
      const pairs = given[Symbol.iterator]();
      for (let steps = MAX_LOOKED_AT, step; steps > 0 && !(step = pairs.next()).done; steps--) addPair(step.value);
    } else if (typeof get(given, "forEach") === "function") {
      // Headers of a polyfill; Angular's tell the name first, and a list of values.
      let steps = MAX_LOOKED_AT;
      given.forEach((value, name) => {
        if (--steps < 0) throw steps; // the only way out of a forEach
        if (isArray(name)) add(value, name);
        else if (isArray(value) && typeof name === "number") addPair(value); // pairs where there is no Symbol
        else add(name, value);
      });
    } else {
      for (const name of Object.keys(given).slice(0, MAX_LOOKED_AT)) {
        const value = get(given, name);
        if (value !== undefined && value !== null) add(name, value);
      }
    }
  });
  return sought.concat(others).slice(0, MAX_FIELDS).join("\n").slice(0, MAX_LINES);
}
