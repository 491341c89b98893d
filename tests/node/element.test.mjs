// <plainly-notice> on a server, which has no elements: a page's code that imports it must be able to run there.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const dist = new URL("../../pkg/dist/", import.meta.url);

test("to import it on a server does nothing", async () => {
  assert.equal(typeof HTMLElement, "undefined");
  const before = Object.getOwnPropertyNames(globalThis);
  const module = await import(new URL("element.js", dist));
  assert.deepEqual(Object.keys(module), ["PlainlyNoticeElement"]);
  assert.deepEqual(Object.keys(createRequire(import.meta.url)(new URL("element.cjs", dist).pathname)), ["PlainlyNoticeElement"]);
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

test("it is defined once, by whichever version comes first", async () => {
  const defined = [];
  globalThis.HTMLElement = class {};
  globalThis.customElements = { get: (name) => defined.find(([each]) => each === name)?.[1], define: (...given) => defined.push(given) };
  try {
    const first = await import(new URL("element.js?first", dist));
    await import(new URL("element.js?second", dist));
    assert.deepEqual(defined, [["plainly-notice", first.PlainlyNoticeElement]]);
    assert.ok(first.PlainlyNoticeElement.prototype instanceof globalThis.HTMLElement, "a class of the platform's");
  } finally {
    delete globalThis.HTMLElement;
    delete globalThis.customElements;
  }
});
