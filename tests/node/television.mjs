// The engine of an old television, as far as a context of V8 can be one.

import { createContext, runInContext } from "node:vm";

/** What WebKit 538 has of what V8 has: `delete` for each thing that came later. */
export const OLD = `
  ["Promise", "Map", "Set", "WeakMap", "WeakSet", "Symbol", "Proxy", "Reflect", "BigInt", "WebAssembly", "Intl", "FinalizationRegistry", "WeakRef", "globalThis"]
    .forEach(function (name) { delete this[name]; }, this);
  ["assign", "is", "entries", "values", "fromEntries", "getOwnPropertyDescriptors", "setPrototypeOf"].forEach(function (name) { delete Object[name]; });
  ["clz32", "fround", "trunc", "sign", "log2", "log10", "cbrt", "hypot"].forEach(function (name) { delete Math[name]; });
  ["isInteger", "isSafeInteger", "isFinite", "isNaN", "EPSILON", "MAX_SAFE_INTEGER", "parseFloat"].forEach(function (name) { delete Number[name]; });
  ["from", "of"].forEach(function (name) { delete Array[name]; });
  ["fill", "find", "findIndex", "findLast", "includes", "flat", "flatMap", "entries", "keys", "values", "copyWithin", "at"]
    .forEach(function (name) { delete Array.prototype[name]; });
  ["includes", "startsWith", "endsWith", "repeat", "padStart", "padEnd", "normalize", "codePointAt", "matchAll", "replaceAll", "at", "trimStart", "trimEnd"]
    .forEach(function (name) { delete String.prototype[name]; });
  ["fromCodePoint", "raw"].forEach(function (name) { delete String[name]; });
  var typed = Object.getPrototypeOf(Int8Array.prototype);
  Object.getOwnPropertyNames(typed).forEach(function (name) {
    if (["constructor", "set", "subarray", "length", "buffer", "byteLength", "byteOffset"].indexOf(name) < 0) delete typed[name];
  });
  delete Object.getPrototypeOf(Int8Array).from;
  delete ArrayBuffer.isView;
`;

/** A context without eval and WebAssembly, as `default-src 'self'` leaves it; vm gives it no TextDecoder. */
export function television(before = "") {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(before, context);
  return (...scripts) => runInContext(scripts.join("\n"), context);
}
