// coverage(): what has no reason or no words, by the same rules as the core.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { coverage } from "../../pkg/dist/coverage.js";
import { load, validate } from "../../pkg/dist/node.js";
import { cyclic, endless, getters, revoked, throwing } from "../hostile.js";

const dist = new URL("../../pkg/dist/", import.meta.url);
const { default: german } = await import(new URL("locales/de.js", dist));
const { default: ministra } = await import(new URL("catalogs/ministra.js", dist));
const catalog = (codes) => ({ provider: "acme", codes });
const pack = (locale, messages) => ({ locale, messages });

test("nothing of ours lacks anything", () => {
  const { complete, catalogs, locales } = coverage({ catalogs: [ministra], locales: ["en", "de", "ja", "ar"] });
  assert.ok(complete);
  assert.deepEqual(catalogs, [{ provider: "ministra", codes: 14, ownWords: 2, faulty: [] }]);
  assert.deepEqual(locales.map(({ locale, missing }) => [locale, missing]), [["en", []], ["de", []], ["ja", []], ["ar", []]]);
});

test("the catalogs that are in use by themselves are known", () => {
  const { codes } = coverage({ codes: { ministra: [490, "0491", "Error code - 493 x", 1000], oauth: ["invalid-grant"], http: [404, 418], nobody: ["x"] } });
  assert.deepEqual(codes, [
    { provider: "ministra", total: 4, unknown: ["1000"] },
    { provider: "oauth", total: 1, unknown: [] },
    { provider: "http", total: 2, unknown: ["418"] },
    { provider: "nobody", total: 1, unknown: ["x"] },
  ]);
});

test("a code whose entry has no reason is unknown, as it is at run time", async () => {
  const acme = catalog({ 7: { reason: "acount_disabled" }, 8: {}, 9: null, 10: { reason: "not_found" } });
  const { complete, codes, catalogs } = coverage({ catalogs: [acme], codes: { acme: [7, 8, "9", "010", 7] } });
  assert.equal(complete, false);
  assert.deepEqual(codes, [{ provider: "acme", total: 4, unknown: ["7", "8", "9"] }]);
  assert.deepEqual(catalogs[0].faulty, [{ code: "7", reason: "acount_disabled" }, { code: "8" }, { code: "9" }]);
  const plainly = await load({ locales: "en", provider: "acme", catalogs: [acme] });
  assert.deepEqual([7, 8, 9, 10].filter((code) => plainly.explain({ status: 400, body: { code } }).known), [10]);
});

const FORMS = ["490", "0490", "00490", " 490 ", "4-9-0", "Error code - 490", "error code: 490", "ERROR CODE490", "Error code - 0490 Access denied",
  "Error code", "errorcode", "Error code - E7", "e7", "E-7", "E07", "0", "000", "00", "INVALID_TOKEN", "invalid-token", "invalid token", "InvalidToken",
  "errorcode490", "error-code 490", "xError code 490", "4xx", "4XX", "1e3", "1000", "urn:acme:7", "urnacme7", "a/b#c", "abc", "+49", "49", "0x31"];

test("codes are equal in the forms in which they are to the core", () => {
  const entry = { reason: "not_found" };
  for (const one of FORMS) {
    for (const other of FORMS) {
      if (one === other) continue;
      const twice = validate(catalog({ [one]: entry, [other]: entry })).length > 0;
      const { unknown } = coverage({ catalogs: [catalog({ [one]: entry })], codes: { acme: [other] } }).codes[0];
      assert.equal(unknown.length === 0, twice, `${one} and ${other}`);
    }
  }
});

test("what unknown_code reports say can be handed over", async () => {
  const codes = {};
  const onReport = ({ kind, provider, code }) => kind === "unknown_code" && (codes[provider] = codes[provider] || []).push(code);
  const plainly = await load({ locales: "en", provider: "acme", catalogs: [catalog({ "E-1": { reason: "not_found" } })], onReport });
  for (const code of ["E-1", "e1", "E-2", "E-3"]) plainly.explain({ status: 400, body: { code } });
  assert.deepEqual(coverage({ codes }).codes, [{ provider: "acme", total: 2, unknown: ["E-2", "E-3"] }]);
});

const PAY = catalog({
  7: { reason: "not_found", words: "acme.pay", actions: ["retry", "acme.shop"] },
  8: { reason: "not_found", words: "access_denied", retry: { kind: "after_action", action: "acme.wait" } },
});
const ENGLISH = pack("en", { "acme.pay": "Wait.", "acme.pay.advice": "It takes a minute.", "action.acme.shop": "Shop", "action.acme.wait": "Wait" });

test("words and actions of one's own are wanted in each language, advice where English has it", () => {
  const { catalogs, locales } = coverage({ catalogs: [PAY], packs: [ENGLISH, pack("de_DE.UTF-8", {})], locales: ["en", "de"] });
  assert.equal(catalogs[0].ownWords, 2);
  assert.deepEqual(locales.map(({ missing }) => missing), [[], ["acme.pay", "acme.pay.advice", "action.acme.shop", "action.acme.wait"]]);
  assert.equal(locales[0].keys, Object.keys(german.messages).length + 4);
  const none = coverage({ catalogs: [PAY] }).locales;
  assert.deepEqual(none, [{ locale: "en", keys: none[0].keys, missing: ["acme.pay", "action.acme.shop", "action.acme.wait"], reasons: [] }]);
});

test("words of ours that a catalog names are wanted once", () => {
  const updated = catalog({ 7: { reason: "update_required", words: "plainly.app_updated", actions: ["reload"] } });
  const { complete, locales } = coverage({ catalogs: [updated], locales: ["en", "de"] });
  assert.ok(complete);
  for (const { keys } of locales) assert.equal(keys, Object.keys(german.messages).length);
  const { missing } = coverage({ catalogs: [updated], packs: [pack("kw", {})], locales: ["kw"] }).locales[0];
  assert.equal(missing.filter((key) => key === "plainly.app_updated").length, 1);
});

test("a language of one's own lacks what English has", () => {
  const messages = { ...german.messages };
  for (const key of ["not_found", "offline.advice", "timeout.title", "action.retry"]) delete messages[key];
  const [, cornish] = coverage({ packs: [pack("kw", messages)] }).locales;
  assert.deepEqual([cornish.locale, cornish.missing.sort()], ["kw", ["action.retry", "not_found", "offline.advice", "timeout.title"]]);
  assert.deepEqual(cornish.reasons.sort(), ["not_found", "offline", "timeout"]);
});

const regional = {
  "words in the regional pack alone": [[pack("de-AT", ENGLISH.messages)], false],
  "words in the language's pack": [[pack("de-AT", { not_found: "Weg." }), pack("de", ENGLISH.messages)], false],
  "a whole regional pack": [[pack("de-AT", { ...german.messages, ...ENGLISH.messages })], false],
};
for (const [name, [packs, lacks]] of Object.entries(regional)) {
  test(`a notice is all in one language: ${name}`, async () => {
    const { missing } = coverage({ catalogs: [PAY], packs: [ENGLISH, ...packs], locales: ["de-AT"] }).locales[0];
    assert.equal(missing.length > 0, lacks);
    const plainly = await load({ locales: "de-AT", provider: "acme", catalogs: [PAY], packs: [ENGLISH, ...packs] });
    assert.equal(plainly.explain({ status: 404, body: { code: 7 } }).locale === "en", lacks);
  });
}

test("languages in the forms in which packs may name them", async () => {
  const forms = ["DE-at", "de_AT.UTF-8", "zh-hant-tw", "es-419", "fr-CA-x-private", "sr-Latn-RS-u-nu-latn", "de-1996", " it "];
  for (const locale of forms) {
    const messages = german.messages;
    const plainly = await load({ locales: locale.trim(), packs: [pack(locale, messages)] });
    assert.equal(coverage({ packs: [pack(locale, messages)] }).locales[1].locale, plainly.locale, locale);
  }
  assert.deepEqual(coverage({ locales: ["C", "", "und", 7, null] }).locales, []);
});

test("whatever it is given, it answers", () => {
  const odd = [undefined, null, 7, "x", [], [null], {}, () => 1, Symbol("x"), throwing(), throwing([]), revoked(), revoked([]), endless(), cyclic(), getters(),
    new Array(1e9), { length: -1 }, JSON.parse('{"__proto__":[1],"constructor":["x"]}')];
  const shape = ["complete", "codes", "catalogs", "locales"];
  for (const value of odd) {
    for (const given of [value, { catalogs: value }, { packs: value }, { codes: value }, { locales: value }, { catalogs: [value] }, { packs: [value] },
      { locales: [value] }, { codes: { acme: value } }, { codes: { acme: [value] } }, { catalogs: [{ provider: "acme", codes: value }] },
      { catalogs: [catalog({ 7: value })] }, { catalogs: [catalog({ 7: { reason: value, words: value, actions: value, retry: value } })] },
      { packs: [pack(value, value)] }, { packs: [pack("en", value)] }, { packs: [pack("en", { not_found: value })] }]) {
      assert.deepEqual(Object.keys(coverage(given)), shape);
    }
  }
  assert.deepEqual(coverage({ codes: odd.at(-1) }).codes, [
    { provider: "__proto__", total: 1, unknown: ["1"] },
    { provider: "constructor", total: 1, unknown: ["x"] },
  ]);
  JSON.stringify(coverage({ codes: { acme: [7n] } }));
});

test("languages without end take no time without end", () => {
  const letters = (n) => String.fromCharCode(97 + ((n / 676) % 26), 97 + ((n / 26) % 26), 97 + (n % 26));
  const many = Array.from({ length: 8000 }, (_, n) => n);
  const codes = Object.fromEntries(many.map((n) => ["c" + n, { reason: "not_found", words: "acme.w" + n }]));
  const start = process.cpuUsage();
  const { locales } = coverage({ catalogs: [catalog(codes)], locales: many.map(letters), codes: { acme: [1n << 20_000_000n] } });
  const { user, system } = process.cpuUsage(start);
  assert.equal(locales.length, 1024);
  assert.equal(locales.at(-1).missing.length, locales.at(-1).keys);
  assert.notEqual(locales.at(-1).locale, locales.at(-2).locale);
  assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms`);
});

test("it stands alone, without the binary", () => {
  const text = readFileSync(new URL("coverage.js", dist), "utf8");
  assert.doesNotMatch(text, /wasm|\bimport\b/i);
  // Without minify, which would write newer syntax itself.
  const [es2017, newest] = ["es2017", "esnext"].map((target) => transformSync(text, { target }).code);
  assert.equal(es2017, newest, "syntax newer than ES2017");
});

test("make coverage", () => {
  const told = execFileSync(process.execPath, [fileURLToPath(new URL("../../tools/data/coverage.mjs", import.meta.url))], { encoding: "utf8" });
  assert.match(told, /^de +\d+ +0$/m);
  assert.match(told, /^ministra +14 +2 +0$/m);
});
