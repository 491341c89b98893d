// plainly/js: at once, without WebAssembly. What it says is held by the cases; this is how it is opened.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import german from "../../pkg/dist/locales/de.js";
import { create, load, validate } from "../../pkg/dist/js.js";
import { incomplete } from "../compare.js";
import { ANYTHING, HEADERS } from "../hostile.js";

const BLOCKED = { status: 401, headers: { "x-request-id": "abc-123" }, body: '{"error":{"code":490}}' };
const required = createRequire(import.meta.url)("../../pkg/dist/js.cjs");

for (const [name, module] of Object.entries({ "as a module": { create, load, validate }, required })) {
  test(`at once, ${name}`, async () => {
    const plainly = module.create({ locales: "en", support: { phone: "112" } });
    assert.equal(plainly.build, "js");
    assert.equal(plainly.explain(BLOCKED).actions[0].phone, "112");
    const other = plainly.with({ locales: "de-AT", packs: [german] });
    assert.deepEqual([other.locale, other.explain(BLOCKED).locale, other.explain(BLOCKED).actions[0].phone], ["de", "de", "112"]);
    assert.equal(plainly.explain(BLOCKED).locale, "en");
    assert.equal((await plainly.explainResponse(new Response(BLOCKED.body, { status: 401 }))).code, "490");
    assert.equal(plainly.countdown(5000), "Trying again in 5 seconds");
  });
  test(`load() and its with() promise, as those of plainly do, ${name}`, async () => {
    const loaded = module.load({ locales: "en" });
    assert.ok(loaded instanceof Promise);
    const more = (await loaded).with({ locales: "de", packs: [german] });
    assert.ok(more instanceof Promise);
    assert.equal((await more).locale, "de");
  });
  test(`validate, ${name}`, () => {
    assert.deepEqual(module.validate(german), []);
    assert.equal(module.validate({ provider: "acme", codes: { 7: { reason: "nope" } } })[0].place, "codes.7.reason");
  });
}

test("a language without its pack leaves English", () => {
  assert.equal(create({ locales: ["ja", "en"] }).locale, "en");
  assert.equal(create({ locales: ["ja", "de"], packs: [german] }).locale, "de");
});

test("anything at all gives a whole notice", () => {
  const plainly = create({ locales: "en" });
  for (const [name, make] of ANYTHING) {
    const value = make();
    for (const notice of [plainly.explain(value, value), plainly.explainThrown(value), plainly.explain({ status: 401, headers: value, body: value, cause: value })]) {
      assert.deepEqual(incomplete(notice), [], name);
    }
    assert.deepEqual(incomplete(create(value).explain(BLOCKED)), [], name);
    assert.ok(validate(value).length > 0, name);
  }
  for (const [name, make] of HEADERS) {
    if (name === "an endless forEach") continue; // tests/node/hostile.test.mjs ends it from outside
    assert.deepEqual(incomplete(plainly.explain({ status: 503, headers: make() })), [], name);
  }
});

test("its memory grows when it must", () => {
  const codes = {};
  for (let code = 0; code < 16_000; code += 1) codes["CODE-" + code] = { reason: "not_found", words: "acme.words_" + code };
  const plainly = create({ locales: "en", provider: "acme", catalogs: [{ provider: "acme", codes }] });
  assert.equal(plainly.explain({ status: 400, body: { code: "CODE-4000" } }).reason, "not_found");
  assert.equal(plainly.explain(BLOCKED, { provider: "ministra" }).reason, "account_disabled");
});

test("bytes and text of all kinds are read as by the other build", () => {
  const plainly = create({ locales: "en" });
  const bytes = new TextEncoder().encode('\ufeff{"note":"é日💥","error":{"code":490}}');
  for (const body of [bytes, bytes.buffer, new DataView(bytes.buffer)]) assert.equal(plainly.explain({ status: 401, body }).code, "490");
});
