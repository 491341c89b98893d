// The pseudo-locales: English, complete, longer, from right to left, and only for those who ask.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, validate } from "../../pkg/dist/node.js";
import { parse } from "../../tools/data/message.mjs";
import { readPack } from "../../tools/data/pack.mjs";
import { latin } from "../../tools/build/pseudo.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const { default: accented } = await import(new URL("locales/en-XA.js", dist));
const { default: mirrored } = await import(new URL("locales/ar-XB.js", dist));
const english = readPack("en").messages;
const BLOCKED = { status: 401, body: '{"error":{"code":490}}' };

const forms = (message) => parse(message).forms.map(([key, pieces]) => [key, pieces.filter((piece) => piece.name), pieces.filter((piece) => !piece.name).join("")]);

for (const pack of [accented, mirrored]) {
  test(`${pack.locale}: every message, valid, with English placeholders and forms`, () => {
    assert.deepEqual(Object.keys(pack.messages), Object.keys(english));
    assert.deepEqual(validate(pack), []);
    assert.deepEqual(JSON.parse(readFileSync(new URL(`locales/${pack.locale}.json`, dist), "utf8")), pack);
    const bare = (message) => forms(message).map(([key, names]) => [key, names]);
    for (const key of Object.keys(english)) assert.deepEqual(bare(pack.messages[key]), bare(english[key]), key);
  });
}

test("en-XA: longer by 40 %, in brackets, no plain letter left", () => {
  for (const key of Object.keys(english)) {
    forms(english[key]).forEach(([, , plain], at) => {
      const [, , text] = forms(accented.messages[key])[at];
      assert.match(text, /^\[.*\]$/, key);
      assert.doesNotMatch(text, /[A-Za-z]/, key);
      if (/[A-Za-z]/.test(plain)) assert.ok(text.length - 2 >= 1.4 * plain.length, `${key}: ${text}`);
    });
  }
});

test("ar-XB: each letter runs from right to left and can be read back", () => {
  for (const key of Object.keys(english)) {
    forms(english[key]).forEach(([, , plain], at) => {
      const [, , text] = forms(mirrored.messages[key])[at];
      assert.equal(latin(text), plain, key);
      assert.match(text, /^[\p{Script=Arabic}\P{L}]*$/u, key);
      assert.equal(text.normalize("NFC"), text);
    });
  }
});

test("a notice in them", async () => {
  const plainly = await load({ packs: [accented, mirrored], locales: "en-XA" });
  const notice = plainly.explain(BLOCKED);
  assert.deepEqual([notice.locale, notice.direction, notice.title], ["en-XA", "ltr", accented.messages["category.account"]]);
  assert.match(notice.text, /490/);
  assert.match(plainly.countdown(5000), /5/);
  const other = (await plainly.with({ locales: "ar-XB" })).explain(BLOCKED);
  assert.deepEqual([other.locale, other.direction, other.title], ["ar-XB", "rtl", mirrored.messages["category.account"]]);
  assert.equal(latin(other.actions[0].label), "Contact support");
});

test("nobody is spoken to in them who did not bring the pack", async () => {
  const reports = [];
  const plainly = await load({ locales: "en-XA", onReport: (report) => reports.push(report) });
  assert.deepEqual([plainly.explain(BLOCKED).locale, plainly.explain(BLOCKED).title], ["en", english["category.account"]]);
  assert.deepEqual(reports, []);
  assert.equal((await load({ locales: "ar-XB" })).locale, "ar");
  assert.ok(!readFileSync(new URL("index.js", dist), "utf8").includes("en-XA"));
});
