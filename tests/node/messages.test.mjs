// Messages held to others: every integer sample of CLDR's plural rules, npm `messageformat` as a second opinion on all
// our packs. A message is asked through the words of an operator's catalog.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageFormat } from "messageformat";
import { load, validate } from "../../pkg/dist/node.js";
import { facts, pluralRules, plurals } from "../../tools/data/cldr.mjs";
import { readPack, tags } from "../../tools/data/pack.mjs";
import { speaker } from "./speaker.mjs";

const plainly = await load({ locales: "en" });
const CATEGORIES = ["zero", "one", "two", "few", "many"];

/** `0, 1, 5~10, 1000000` → whole numbers; what is written with a fraction or an exponent is none. */
function integers(samples) {
  return samples.split(",").map((part) => part.trim()).filter((part) => part && part !== "…").flatMap((part) => {
    const [first, last = first] = part.split("~");
    if (![first, last].every((n) => /^\d+$/.test(n))) return [];
    return Array.from({ length: last - first + 1 }, (_, at) => Number(first) + at);
  });
}

let samples = 0;
for (const locale of Object.keys(plurals)) {
  test(`CLDR's plural samples of ${locale}`, async () => {
    const plural = pluralRules(locale);
    const own = CATEGORIES.filter((category) => plural.includes(`${category}:`));
    const variants = own.map((category) => `${category} {{${category}}}`).join(" ");
    const say = await speaker(plainly, `.input {$limit :integer} .match $limit ${variants} * {{other}}`, { plural });
    for (const [name, rule] of Object.entries(plurals[locale])) {
      const category = name.replace("pluralRule-count-", "");
      const [, given = ""] = rule.match(/@integer ([^@]*)/) ?? [];
      for (const limit of integers(given)) {
        // Counts end at a million.
        if (limit > 1_000_000) continue;
        assert.equal(say({ limit }), category, `${limit}`);
        samples += 1;
      }
    }
  });
}
test("there are samples enough", () => assert.ok(samples > 5000, `${samples}`));

test("CLDR's facts of a language are those of its pack", () => {
  for (const tag of tags()) {
    const pack = readPack(tag);
    for (const [key, value] of Object.entries(facts(tag))) assert.equal(pack[key], value, `${tag} ${key}`);
  }
});

/** Counts that tell plural forms apart in any of our languages. */
const COUNTS = [...Array.from({ length: 60 }, (_, n) => n + 1), 70, 80, 90];
/** What keeps a value apart is left out: marks of ours, in right-to-left text alone; isolates of others, always. */
const bare = (text) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, "");

for (const tag of tags()) {
  test(`messages of ${tag}, as another implementation says them`, async () => {
    const pack = readPack(tag);
    assert.deepEqual(validate(pack), []);
    const spoken = await plainly.with({ locales: tag });
    assert.equal(spoken.locale, tag);
    // In Latin letters where CLDR's default is that: engines differ in what they know of a language.
    const numbers = { "۰": "arabext", "০": "beng" }[pack.digits[0]] ?? "latn";
    const other = (key, values) => {
      const message = new MessageFormat(`${tag}-u-nu-${numbers}`, pack.messages[key]);
      return bare(message.format(values, (error) => assert.fail(`${key}: ${error}`)));
    };
    const waited = (seconds) => bare(spoken.explain({ status: 503, headers: { "Retry-After": String(seconds) } }, { random: 0 }).message);
    for (const count of COUNTS) {
      if (count < 60) assert.equal(bare(spoken.countdown(count * 1000)), other("countdown.seconds", { count }));
      if (count < 60) assert.equal(bare(spoken.countdown(count * 60_000)), other("countdown.minutes", { count }));
      if (count < 24) assert.equal(bare(spoken.countdown(count * 3_600_000 + (count === 1 ? 0 : -1))), other("countdown.hours", { count }));
      if (count > 5 && count <= 15) assert.ok(waited(count * 60).endsWith(other("deferred.minutes", { count })), `${count} minutes`);
      if (count > 1 && count < 24) assert.ok(waited(count * 3600).endsWith(other("deferred.hours", { count })), `${count} hours`);
    }
    const failure = { status: 401, body: '{"error":{"code":490}}' };
    for (const codeStyle of ["prefix", "suffix"]) {
      const { text, message, title, spoken: voice } = (await spoken.with({ codeStyle })).explain(failure);
      // A number is written as others in the language are.
      const own = (code) => code.replace(/[0-9]/g, (digit) => [...pack.digits][digit]);
      assert.equal(bare(text), other(`code.${codeStyle}`, { code: own("490"), message }));
      assert.equal(voice, other("spoken.code", { title, message, code: own("4 9 0") }));
      assert.equal(message, other("sentence.join", { statement: pack.messages.account_disabled, advice: pack.messages["account_disabled.advice"] }));
    }
  });
}
