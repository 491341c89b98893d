// How each language tells a wait: tests/waits.json, on the built package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../pkg/dist/node.js";

const waits = JSON.parse(readFileSync(new URL("../waits.json", import.meta.url), "utf8"));
const english = await load({ locales: "en" });

for (const [locale, told] of Object.entries(waits)) {
  test(locale, async () => {
    const plainly = await english.with({ locales: locale });
    assert.equal(plainly.locale, locale);
    for (const [delayMs, words] of Object.entries(told.countdown)) {
      assert.equal(plainly.countdown(Number(delayMs)), words);
    }
    for (const [seconds, message] of Object.entries(told.deferred)) {
      const failure = { status: 503, headers: { "Retry-After": seconds } };
      assert.equal(plainly.explain(failure, { random: 0 }).message, message);
    }
  });
}
