// forAcceptLanguage(): many viewers, one explainer a language.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { tags } from "../../tools/data/pack.mjs";
import { create, load as loadJs } from "../../pkg/dist/js.js";
import { load } from "../../pkg/dist/node.js";
import { forAcceptLanguage } from "../../pkg/dist/server.js";
import { ANYTHING, BIG } from "../hostile.js";

const dist = new URL("../../pkg/dist/", import.meta.url);
const BLOCKED = { status: 401, body: '{"error":{"code":490}}' };
const packsOf = (tags) => Promise.all(tags.map(async (tag) => (await import(new URL(`locales/${tag}.js`, dist))).default));

/** Languages, and headers that find them: what browsers send, and forms that few do. */
const HEADERS = {
  de: ["de-CH,fr;q=0.8,*;q=0.1", "de-AT, de;q=0.9, en;q=0.8", "DE", "ja;q=0.1,de", "xx, de", "de;q=1.000"],
  fr: ["fr-BE,fr;q=0.9,en-US;q=0.8,en;q=0.7", "en;q=0.2,fr;q=0.3", "br"],
  ja: ["ja", "ja-JP,en;q=0.5"],
  "zh-Hant": ["zh-TW,zh;q=0.9,en;q=0.8", "zh-HK", "yue"],
  "pt-PT": ["pt-AO,pt;q=0.9"],
  en: ["en-GB,en;q=0.9", "en-US,de;q=0.9"],
  ar: ["ar-EG,ar;q=0.9,en;q=0.8"],
};
const TWENTY = tags().slice(0, 20);
/** Two hundred headers, of which ten find each of twenty languages. */
const MANY = Array.from({ length: 200 }, (_, n) => `${TWENTY[n % 20]}, x${n};q=0.${n}`);

/** Each build in English; those that fetch no languages are given those of the headers, to read anew for each explainer. */
const packs = await packsOf(Object.keys(HEADERS));
const twenty = await packsOf(TWENTY.slice(1));
const builds = {
  plainly: ({ packs = [], ...options } = {}) => load({ locales: "en", ...options, packs }),
  "plainly/js": ({ packs: own = [], ...options } = {}, given = packs) => create({ locales: "en", ...options, packs: [...given, ...own] }),
  "load() of plainly/js": ({ packs: own = [], ...options } = {}, given = packs) => loadJs({ locales: "en", ...options, packs: [...given, ...own] }),
};

/** The same explainer, and what it was asked to open. */
function counted(plainly) {
  const opened = [];
  const other = { ...plainly, with: (options) => { opened.push(options); return plainly.with(options); } };
  return { opened, plainly: other };
}

for (const [name, open] of Object.entries(builds)) {
  test(`${name}: 200 calls at once in 20 languages open each once`, async () => {
    const { opened, plainly } = counted(await open({}, twenty));
    const speakerFor = forAcceptLanguage(plainly);
    const speakers = await Promise.all(MANY.map(speakerFor));
    speakers.forEach((speaker, n) => assert.deepEqual([speaker.locale, speaker.explain(BLOCKED).locale], [TWENTY[n % 20], TWENTY[n % 20]]));
    assert.deepEqual(opened.map(({ locales }) => locales).sort(), TWENTY.filter((tag) => tag !== "en").sort());
    assert.equal(new Set(speakers).size, 20);
    assert.deepEqual(await Promise.all(MANY.map(speakerFor)), speakers);
    assert.equal(opened.length, 19);
  });

  test(`${name}: each header finds what with() finds`, async () => {
    const plainly = await open();
    const speakerFor = forAcceptLanguage(plainly);
    for (const [locale, headers] of Object.entries(HEADERS)) {
      for (const header of headers) {
        assert.equal((await speakerFor(header)).locale, locale, header);
        assert.equal((await plainly.with({ locales: header })).locale, locale, header);
        assert.equal(plainly.localeFor(header), locale, header);
      }
    }
  });

  test(`${name}: where nothing fits, it is the explainer itself`, async () => {
    const plainly = await open({ locales: "ja" });
    const speakerFor = forAcceptLanguage(plainly);
    for (const header of [undefined, null, "", "*", "xx", "de;q=0", "C", "qaa, *;q=0.5", [], [""], ["xx", "*"], 7, {}]) {
      assert.equal(await speakerFor(header), plainly, String(header));
    }
    assert.equal(await speakerFor("ja-JP"), plainly);
    assert.equal((await speakerFor("en")).explain(BLOCKED).locale, "en");
  });

  test(`${name}: a brand's options are those of the explainer`, async () => {
    const own = { locale: "de", messages: { account_disabled: "Ihr Acme-Konto ruht." } };
    const catalog = { provider: "acme", codes: { "E-1": { reason: "account_disabled" } } };
    const plainly = await open({ packs: [own], catalogs: [catalog], provider: "acme", support: { phone: "112" } });
    const speaker = await forAcceptLanguage(plainly)("de-CH");
    const { message, actions } = speaker.explain({ status: 401, body: { code: "E-1" } });
    assert.match(message, /^Ihr Acme-Konto ruht\./);
    assert.equal(actions[0].phone, "112");
  });

  test(`${name}: an operator's own language is found, and opened once`, async () => {
    const own = { locale: "kw", messages: { account_disabled: "Nyns eus akont." } };
    const { opened, plainly } = counted(await open({ packs: [own] }));
    const speakerFor = forAcceptLanguage(plainly);
    const [one, other] = await Promise.all(["kw-GB, en;q=0.5", "kw, fr"].map(speakerFor));
    assert.equal(one.locale, "kw");
    assert.equal(one, other);
    assert.equal(await speakerFor("kw"), one);
    assert.equal(opened.length, 1);
    assert.equal((await speakerFor("fr, kw")).locale, "fr");
  });
}

test("what it finds is what with() finds, beside an operator's own languages too", async () => {
  const asked = "ar bg ca cy da de de-AT de-CH en-AU en-GB en-PH es-CO es-MX fr-CA gsw hr kw nn pt-AO sr-Latn ta xx yue zh zh-HK en-XA".split(" ");
  const own = ["kw", "de-AT", "en-GB", "es-MX", "en-XA", "fr"].map((locale) => ({ locale, messages: {} }));
  let seed = 7;
  const upTo = (most) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (const packs of [[], own]) {
    const plainly = await load({ locales: "en", packs });
    for (let n = 0; n < 500; n += 1) {
      const ranges = Array.from({ length: 1 + upTo(4) }, () => asked[upTo(asked.length)] + (upTo(2) ? `;q=0.${upTo(10)}` : ""));
      const header = ranges.join(", ");
      assert.equal(plainly.localeFor(header) ?? "en", (await plainly.with({ locales: header })).locale, header);
    }
  }
});

test("of anything at all it makes a speaker, at once", async () => {
  const plainly = await load({ locales: "en" });
  const speakerFor = forAcceptLanguage(plainly);
  for (const [name, make] of [...ANYTHING, ...BIG]) {
    const value = make();
    for (const header of [value, [value], [value, "de"]]) {
      const start = performance.now();
      assert.ok(["en", "de"].includes((await speakerFor(header)).locale), name);
      assert.ok(performance.now() - start < 3000, name);
    }
  }
  assert.equal((await speakerFor([Symbol("x"), "de"])).locale, "de");
});

test("of a header without end the beginning counts", async () => {
  const speakerFor = forAcceptLanguage(await load({ locales: "en" }));
  assert.equal((await speakerFor("de-CH, " + "fil;q=0.9,".repeat(100_000))).locale, "de");
  assert.equal((await speakerFor("xx,".repeat(682) + "fil")).locale, "en", "cut off within a tag, that is none");
  for (const endless of ["x", ",", ";", " ", "-", "de;q=", "\ud83d", "de,"]) {
    const { locale } = await speakerFor(endless.repeat(1_000_000 / endless.length));
    assert.equal(locale, endless.startsWith("de,") ? "de" : "en", endless);
  }
});

test("several lines of the field are one list", async () => {
  const speakerFor = forAcceptLanguage(await load({ locales: "en" }));
  assert.equal((await speakerFor(["ja;q=0.1", "de;q=0.9, fr;q=0.8"])).locale, "de");
});

test("a thousand headers open what they find, once, and hold little", async () => {
  const { opened, plainly } = counted(await load({ locales: "en" }));
  let asked = 0;
  const { localeFor } = plainly;
  plainly.localeFor = (header) => { asked += 1; return localeFor(header); };
  const speakerFor = forAcceptLanguage(plainly);
  const headers = Array.from({ length: 1000 }, (_, n) => `de, x${n};q=0.5`);
  const speakers = await Promise.all(headers.map(speakerFor));
  assert.deepEqual([new Set(speakers).size, opened.length, asked], [1, 1, 1000]);
  await Promise.all(headers.slice(-256).map(speakerFor));
  assert.equal(asked, 1000, "the last ones are remembered");
  await Promise.all(headers.slice(0, 744).map(speakerFor));
  assert.equal(asked, 1744, "and no others");
  await Promise.all([0, 0].map(() => speakerFor(`de,${" ".repeat(300)}`)));
  assert.equal(asked, 1746, "nor long ones");
});

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test("a language that cannot be had leaves English, and is asked for again after a minute", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "plainly-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  mkdirSync(join(folder, "locales"));
  const copy = (file) => cpSync(new URL(file, dist), join(folder, file));
  ["node.js", "plainly_bg.wasm"].forEach(copy);
  const { load } = await import(pathToFileURL(join(folder, "node.js")).href);
  const reports = [];
  const words = { locale: "de", messages: { account_disabled: "Ihr Acme-Konto ruht." } };
  const { opened, plainly } = counted(await load({ locales: "en", packs: [words], onReport: (report) => reports.push(report) }));
  const speakerFor = forAcceptLanguage(plainly);
  let now = Date.now();
  t.mock.method(Date, "now", () => now);

  for (const header of ["ja", "de"]) { // of the second an operator's few words are there
    const [one, other] = await Promise.all([speakerFor(header), speakerFor(header + "-XX, en")]);
    assert.equal(one, other);
    assert.equal(one.explain({ status: 404 }).locale, "en");
    now += 59_000;
    assert.equal(await speakerFor(header), one);
    assert.equal(opened.length, 1);
    assert.deepEqual(reports.splice(0), [{ kind: "missing_pack", locale: header }]);
    now += 1_000;
    copy(`locales/${header}.js`);
    const again = await Promise.all([speakerFor(header), speakerFor(header)]);
    assert.equal(again[0], again[1]);
    assert.equal(again[0].explain({ status: 404 }).locale, header);
    now += 1e9;
    assert.equal(await speakerFor(header), again[0]);
    assert.equal(opened.splice(0).length, 2);
    assert.deepEqual(reports, []);
  }
});

test("an explainer that opens no other is used itself, and asked again after a minute", async (t) => {
  const plainly = await load({ locales: "en" });
  let now = Date.now();
  t.mock.method(Date, "now", () => now);
  for (const fail of [() => { throw new Error("no"); }, () => Promise.reject(new Error("no"))]) {
    let tried = 0;
    const speakerFor = forAcceptLanguage({ ...plainly, with: () => { tried += 1; return fail(); } });
    assert.equal((await speakerFor("de")).locale, "en");
    await speakerFor("de");
    assert.equal(tried, 1);
    now += 60_000;
    await speakerFor("de");
    assert.equal(tried, 2);
  }
});

test("a core that failed at finding is asked again", async () => {
  const plainly = await load({ locales: "en" });
  const answers = [() => { throw new RangeError("no stack"); }, () => undefined];
  const speakerFor = forAcceptLanguage({ ...plainly, localeFor: (header) => (answers.shift() || (() => plainly.localeFor(header)))() });
  for (const locale of ["en", "en", "de", "de"]) assert.equal((await speakerFor("de-AT")).locale, locale);
});

test("localeFor() is what with() would speak, and nothing where it would leave English", async () => {
  const plainly = await load({ locales: "de" });
  assert.equal(plainly.localeFor(["xx", "de-AT"]), "de");
  assert.equal(plainly.localeFor("en-AU"), "en");
  for (const nothing of [undefined, null, "", "xx", "*", 7, [], {}]) assert.equal(plainly.localeFor(nothing), undefined);
  assert.equal(create().localeFor("de"), undefined, "where there is no pack of it");
  assert.equal(create({ packs }).localeFor("de"), "de");
  for (const [name, make] of ANYTHING) {
    const odd = create({ packs: make(), locales: "en" });
    assert.equal(odd.localeFor("en-GB"), "en", name);
  }
});

test("required", async () => {
  const { forAcceptLanguage } = createRequire(import.meta.url)("../../pkg/dist/server.cjs");
  assert.equal((await forAcceptLanguage(await load({ locales: "en" }))("de")).locale, "de");
});
