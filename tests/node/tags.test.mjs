// Which of our packs a tag finds, in the forms that platforms report: tests/tags.json, on the built package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../pkg/dist/node.js";
import { tags } from "../../tools/data/pack.mjs";

const table = JSON.parse(readFileSync(new URL("../tags.json", import.meta.url), "utf8"));
const plainly = await load({ locales: "en" });

test("every tag finds its pack", async () => {
  const wrong = [];
  for (const [tag, expected] of Object.entries(table)) {
    const { locale } = await plainly.with({ locales: tag });
    if (locale !== expected) wrong.push(`${tag} finds ${locale}, not ${expected}`);
  }
  assert.deepEqual(wrong, []);
});

test("every pack is found by its own tag", async () => {
  for (const tag of tags()) {
    const { locale, explain } = await plainly.with({ locales: tag });
    assert.deepEqual([locale, explain({ status: 500 }).locale], [tag, tag]);
  }
});
