// What the oldest engines lack, V8 of Chrome 38 and WebKit 538. tools/build/es5.mjs puts these in the place of
// `Object.assign`, `Math.clz32` and so on, in the builds for old engines alone: no global changes.

export { Decoder, Encoder } from "./text.js";

export function assign(to) {
  for (let at = 1; at < arguments.length; at++) {
    const source = arguments[at];
    if (source !== undefined && source !== null) Object.keys(source).forEach((key) => { to[key] = source[key]; });
  }
  return to;
}

// Under other names, for their own are taken.
const [buffer, math] = [ArrayBuffer, Math];

export const isView = buffer.isView || ((value) => Object(value) === value && value.buffer instanceof ArrayBuffer);

export const clz32 = math.clz32 || ((value) => {
  const bits = value >>> 0;
  return bits === 0 ? 32 : 31 - math.floor(math.log(bits + 0.5) / math.LN2);
});

export const fround = math.fround || ((value) => new Float32Array([value])[0]);

export const trunc = math.trunc || ((value) => (value < 0 ? math.ceil(value) : math.floor(value)));

export function fill(list, value) {
  for (let at = 0; at < list.length; at++) list[at] = value;
  return list;
}
