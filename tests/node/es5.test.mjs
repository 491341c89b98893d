// What stands in for an old engine's missing parts gives what the parts give.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode as fromBase64 } from "../../pkg/src/core/base64.js";
import { Decoder, Encoder } from "../../pkg/src/es5/text.js";

const encode = (text) => new Encoder().encode(text);
const decode = (bytes) => new Decoder().decode(bytes);

/** The stand-ins, as an engine without the parts gets them. */
async function without() {
  const kept = [Math.clz32, Math.fround, Math.trunc, ArrayBuffer.isView];
  Math.clz32 = Math.fround = Math.trunc = ArrayBuffer.isView = undefined;
  try {
    return await import("../../pkg/src/es5/platform.js");
  } finally {
    [Math.clz32, Math.fround, Math.trunc, ArrayBuffer.isView] = kept;
  }
}

/** Numbers that look random and are the same every time. */
function* numbers(count) {
  for (let n = 0, seed = 0x9e3779b9; n < count; n += 1) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    yield seed >>> 0;
  }
}

test("text becomes UTF-8", () => {
  const units = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfeff, 0xffff];
  const texts = ["", "a", "é", "日本語", "💥", "\ud83d", "\udca5", "\ud83da", "a\ud83d", "\udca5\ud83d", "x".repeat(10_000)];
  for (const a of units) for (const b of units) for (const c of units) texts.push(String.fromCharCode(a, b, c));
  for (const text of texts) assert.deepEqual([...encode(text)], [...new TextEncoder().encode(text)], JSON.stringify(text));
});

test("UTF-8, and what is none, becomes text", () => {
  const native = new TextDecoder("utf-8", { ignoreBOM: true });
  const edges = [0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff];
  const same = (bytes) => assert.equal(decode(bytes), native.decode(bytes), String(bytes));
  for (const a of edges) for (const b of edges) for (const c of edges) for (const d of edges) same(Uint8Array.of(a, b, c, d));
  const text = "aé日💥\ufeff".repeat(5000);
  assert.equal(decode(new TextEncoder().encode(text)), text);
});

test("numbers", async () => {
  const { clz32, fround, trunc } = await without();
  assert.notEqual(clz32, Math.clz32);
  const whole = [0, 1, -1, 0.5, 2 ** 31, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 32, -(2 ** 31)];
  for (let power = 0; power < 33; power += 1) whole.push(2 ** power - 1, 2 ** power + 1);
  for (const value of [...whole, ...numbers(1000)]) assert.equal(clz32(value), Math.clz32(value), String(value));
  for (const value of [0, -0, 0.1, -1.5, 1e300, -7.9, NaN, Infinity]) {
    assert.ok(Object.is(fround(value), Math.fround(value)), String(value));
    assert.equal(trunc(value), Math.trunc(value), String(value));
  }
});

test("objects", async () => {
  const { assign, isView } = await without();
  assert.deepEqual(assign({ a: 1 }, undefined, null, { a: 2, b: 3 }, { b: 4 }), { a: 2, b: 4 });
  for (const value of [new Uint8Array(1), new DataView(new ArrayBuffer(1))]) assert.equal(isView(value), true);
  for (const value of [new ArrayBuffer(1), {}, null, undefined, 7, "", () => 0]) assert.equal(isView(value), false);
});

test("base64", () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from(numbers(length), (value) => value & 255);
    assert.deepEqual(fromBase64(Buffer.from(bytes).toString("base64")), bytes);
  }
});
