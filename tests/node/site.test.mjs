// What the site says of reasons and codes is what the core says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../pkg/dist/node.js";
import { samples } from "../../pkg/dist/testing.js";
import { words } from "../../site/words.js";
import { reasons, actions } from "../../tools/data/names.mjs";
import { readPack } from "../../tools/data/pack.mjs";
import { data } from "../../tools/site/data.mjs";

const files = new Map(await data());
const english = await load({ locales: "en" });

test("every reason and action is explained, and nothing else is", () => {
  const explained = JSON.parse(readFileSync(new URL("../../site/explained.json", import.meta.url), "utf8"));
  const names = (rows) => rows.map(({ name }) => name).sort();
  assert.deepEqual(Object.keys(explained.reasons).sort(), names(reasons));
  assert.deepEqual(Object.keys(explained.actions).sort(), names(actions));
  for (const text of [...Object.values(explained.reasons), ...Object.values(explained.actions)]) assert.match(text, /^[A-Z].*\.$/);
});

for (const locale of ["en", "de", "ar"]) {
  test(`a reason's words are put together as the core does it: ${locale}`, async () => {
    const plainly = await english.with({ locales: locale, packs: [readPack(locale)] });
    const notices = samples({ plainly });
    assert.equal(notices.length, reasons.length);
    const rows = new Map(files.get("causes").reasons.map((row) => [row.name, row]));
    for (const { reason, title, message, toldMs, words: own } of notices) {
      if (own) continue; // what is said of this failure alone
      const found = words(readPack(locale), rows.get(reason));
      if (toldMs === undefined) assert.equal(title, found.title, reason);
      assert.ok(message.includes(found.statement), `${reason}: ${message}`);
      if (found.advice && toldMs === undefined) assert.ok(message.includes(found.advice), `${reason}: ${message}`);
    }
  });
}

test("every row of every catalog has a failure that brings it", () => {
  for (const { provider } of files.get("index").catalogs) {
    const { codes, source } = JSON.parse(readFileSync(new URL(`../../catalogs/${provider}.json`, import.meta.url), "utf8"));
    const made = files.get(`catalogs/${provider}`);
    assert.equal(made.source, source);
    assert.deepEqual(made.rows.map(({ code, reason }) => [code, reason]), Object.entries(codes).map(([code, { reason }]) => [code, reason]));
    for (const { code, failure } of made.rows) assert.ok(Number.isInteger(failure.status) && failure.status >= 100, `${provider} ${code}`);
  }
});
