#!/usr/bin/env node
// Messages against the test data of the MessageFormat working group, in the folder that CONFORMANCE_DIR names. Every
// case is tried: one inside our subset must be said as expected, all others must be refused with their place.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../pkg/dist/node.js";
import { speaker } from "../node/speaker.mjs";

const folder = join(process.env.CONFORMANCE_DIR, "message-format-wg/test/tests");
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json")).sort();
const plainly = await load({ locales: "en" });

/** What a message has that our subset has not; the first that fits is the reason for leaving it out. */
const OUTSIDE = [
  ["functions but :integer", /:(?!integer\b)[\p{L}\w]/u],
  ["options of a function", /:integer\s+[\p{L}\w:]+\s*=|\bu:\w+\s*=/u],
  ["markup", /\{\s*[#/]/],
  ["attributes", /@/],
  [".local", /^\s*\.local|\.local\s/],
  ["literals as operands", /\{\s*[^\s$#/{}:.]/u],
  ["functions within a pattern", /\{\s*\$[^\s{}]+\s+:integer/],
  ["quoted keys", /\.match[^{]*\|/],
  [".input without a function", /\.input\s*\{\s*\$[^\s{}:]+\s*\}/],
  ["names beyond ASCII letters, digits, - and _", /\$[^\s{}:]*[^\x00-\x7f\s{}:]|\$[\w-]*\./],
  ["keys beyond letters and digits", /(\.match|\}\})[^{]*[^\x00-\x7f\s]/],
  ["a message without words", /^\s*(\{\{)?\s*(\}\})?\s*$/],
  ["control characters", /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/],
  ["markup of HTML", /[<>]/],
];
const PARAMS = ["limit", "used", "left", "seconds", "minutes", "hours", "days", "phone", "reference"];

const skipped = new Map();
const skip = (reason, name) => { skipped.set(reason, [...(skipped.get(reason) ?? []), name]); };
const failed = [];
let said = 0;
let refused = 0;

/** The message with the names that parameters have, and its values under them. */
function renamed({ src, exp, params = [] }) {
  const names = [...new Set([...src.matchAll(/\$([\w-]+)/g)].map(([, name]) => name))];
  if (names.length > PARAMS.length) return undefined;
  const rename = (text) => text.replace(/\$([\w-]+)/g, (_, name) => "$" + (PARAMS[names.indexOf(name)] ?? name));
  const values = Object.fromEntries(params.filter(({ name }) => names.includes(name)).map(({ name, value }) => [PARAMS[names.indexOf(name)], value]));
  return { message: rename(src), expected: exp && rename(exp), values };
}

for (const file of files) {
  const { defaultTestProperties: defaults = {}, tests } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  for (const own of tests) {
    const given = { ...defaults, ...own };
    const name = `${file}: ${JSON.stringify(given.src)}`;
    const errors = (Array.isArray(given.expErrors) ? given.expErrors : []).map(({ type }) => type);
    const { message, expected, values } = renamed(given);
    const say = await speaker(plainly, message);
    const syntax = say.faults.filter(({ expected }) => /^(a message|no markup)/.test(expected));
    if (syntax.length > 0) {
      if (!syntax.every(({ place }) => place === "messages.acme.said")) failed.push(`${name}: refused at ${syntax[0].place}`);
      const invalid = errors.some((type) => /syntax-error|variant-key|missing-fallback|missing-selector|duplicate/.test(type));
      const reason = invalid ? undefined : OUTSIDE.find(([, pattern]) => pattern.test(given.src))?.[0];
      if (invalid) refused += 1;
      else if (reason) skip(reason, name);
      else failed.push(`${name}: refused, ${syntax[0].expected}`);
      continue;
    }
    if (errors.some((type) => /syntax-error|variant-key|missing-fallback|missing-selector|duplicate/.test(type))) {
      failed.push(`${name}: taken, though it has a ${errors[0]}`);
      continue;
    }
    if (errors.length > 0 || say.faults.length > 0 || given.exp === undefined) {
      const why = errors[0] ?? (say.faults.length > 0 ? `a value that must be there: ${say.faults[0].expected}` : "no text is expected");
      skip(why, name);
      continue;
    }
    if (Object.values(values).some((value) => typeof value === "number" && !Number.isInteger(value))) {
      skip("numbers with a fraction", name);
      continue;
    }
    // Isolation is for text in two directions; in English we have none.
    const bare = expected.replace(/[\u2066-\u2069]/g, "");
    const found = say(values);
    if (found === bare) said += 1;
    else failed.push(`${name}: ${JSON.stringify(found)}, not ${JSON.stringify(bare)}`);
  }
}

console.log(`MessageFormat working group: ${said} messages said as expected, ${refused} refused that must be`);
for (const [reason, names] of skipped) {
  console.log(`  outside the subset, ${names.length}: ${reason}`);
  // Which ones: tests/conformance/messages.mjs --list
  if (process.argv.includes("--list")) names.forEach((name) => console.log(`    ${name}`));
}
for (const failure of failed) console.error(failure);
process.exit(failed.length > 0 || said === 0 || refused === 0 ? 1 : 0);
