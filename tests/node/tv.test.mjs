// plainly/tv: one plain script, in a context that has only what the oldest televisions have.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { ES5 } from "../../tools/build/es5.mjs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { OLD, television } from "./television.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const read = (file) => readFileSync(new URL(file, dist), "utf8");
const every = (folder) => readdirSync(new URL(`tv/${folder}/`, dist)).map((file) => read(`tv/${folder}/${file}`));
const [main, german, stripe] = ["tv.js", "tv/locales/de.js", "tv/catalogs/stripe.js"].map(read);
const BLOCKED = { status: 401, body: '{"error":{"code":490}}' };

const speaks = `JSON.stringify(plainly.create({ locales: "de", catalogs: [plainly.catalogs.stripe] }).explain(${JSON.stringify(BLOCKED)}))`;

const orders = {
  "packs before the main script": [german, stripe, main],
  "packs after it": [main, german, stripe],
  "around it": [german, main, stripe],
};
for (const [name, scripts] of Object.entries(orders)) {
  test(`as scripts of a page, ${name}`, () => {
    const run = television();
    scripts.forEach((script) => run(script));
    assert.equal(JSON.parse(run(speaks)).locale, "de");
  });
  test(`joined into one function, ${name}`, () => {
    const run = television();
    const notice = run("(function () {", ...scripts, `return ${speaks}; })()`);
    assert.equal(JSON.parse(notice).locale, "de");
    assert.equal(run("typeof plainly"), "undefined");
  });
  test(`joined in strict mode, ${name}`, () => {
    assert.equal(JSON.parse(television()('(function () { "use strict";', ...scripts, `return ${speaks}; })()`)).locale, "de");
  });
}

test("a pack that comes later is found by with()", () => {
  const run = television();
  run(main, 'var first = plainly.create({ locales: "de" });');
  assert.equal(run("first.locale"), "en");
  run(german);
  assert.equal(run('first.with({}).locale'), "de");
});

test("packs of the options and of scripts are both spoken", () => {
  const run = television();
  run(main, german);
  const own = '{ locale: "fr", direction: "ltr", digits: "0123456789", plural: "", messages: {} }';
  assert.equal(run(`plainly.create({ locales: ["xx", "de"], packs: [${own}] }).locale`), "de");
});

test("the only global is plainly, and nothing of the engine's changes", () => {
  const look = `JSON.stringify([Object.getOwnPropertyNames(this).filter(function (n) { return n !== "plainly"; }).sort()].concat(
    ["Object", "Function", "Array", "String", "Number", "Math", "JSON", "RegExp", "Date", "Error", "ArrayBuffer", "Uint8Array", "Int8Array", "DataView"].map(function (name) {
      var it = this[name]; return [name, Object.getOwnPropertyNames(it), it.prototype ? Object.getOwnPropertyNames(it.prototype) : []];
    }, this)))`;
  const run = television(OLD);
  const before = run(look);
  run(main, german, stripe);
  run(speaks);
  assert.equal(run(look), before);
});

test("every case where there is only what WebKit 538 has", async () => {
  await import("../../tools/engines/suite.mjs");
  const run = television(OLD);
  run(...every("locales"), main, ...every("catalogs"), readFileSync(new URL("../../build/engines/suite.js", import.meta.url), "utf8"));
  const { passed, failed } = JSON.parse(run("JSON.stringify(suite.run(plainly))"));
  assert.deepEqual(failed, []);
  assert.ok(passed > 800, String(passed));
});

test("header fields as pairs, bytes and text beyond ASCII where there is only what WebKit 538 has", () => {
  const run = television(OLD);
  run(main);
  const explain = (failure) => JSON.parse(run(`JSON.stringify(plainly.create({ locales: "en" }).explain(${failure}, { random: 0, now: 0 }))`));
  assert.equal(explain('{ status: 503, headers: [["Retry-After", "7"], ["X-Request-Id", "abc-123"]] }').retry.delayMs, 7000);
  assert.equal(explain('{ status: 503, headers: "Retry-After: 7\\r\\n" }').retry.delayMs, 7000);
  const bytes = [...new TextEncoder().encode('{"note":"é日💥","error":{"code":490}}')];
  assert.equal(explain(`{ status: 401, body: new Uint8Array([${bytes}]) }`).code, "490");
  assert.equal(explain(`{ status: 401, body: new Uint8Array([${bytes}]).buffer }`).code, "490");
});

test("the scripts are ASCII, for nobody may say how they are encoded", () => {
  for (const text of [main, ...every("locales"), ...every("catalogs")]) assert.ok(!/[^\0-\x7f]/.test(text), text.slice(0, 60));
});

for (const [engine, before] of [["today's", ""], ["the oldest", OLD]]) {
  test(`plainly.retry calls over XMLHttpRequest, in ${engine} engine`, async () => {
    const { text } = (await build({ entryPoints: [fileURLToPath(new URL("../engines/retries.js", import.meta.url))], bundle: true, write: false, format: "iife", globalName: "tests", platform: "neutral", logLevel: "error", ...ES5 })).outputFiles[0];
    const context = createContext({ setTimeout, clearTimeout }, { codeGeneration: { strings: false, wasm: false } });
    runInContext(before, context);
    runInContext(main, context);
    runInContext(text, context);
    const faults = await new Promise((told) => runInContext("(function (told) { tests.retries(plainly, this, told); })", context).call(context, told));
    assert.deepEqual([...faults], []);
  });
}
