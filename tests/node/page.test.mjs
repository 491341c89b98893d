// The TV page that is opened from disk: what Chromium 53, its oldest engine, can read.

import { parse } from "acorn";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { folder } from "../../tools/demo/www.mjs";
import { languages } from "../../www/languages.js";

const files = readdirSync(folder, { recursive: true });
const read = (file) => readFileSync(new URL(file, folder), "utf8");

for (const file of files.filter((name) => name.endsWith(".js"))) {
  test(`${file} is an ES5 script in ASCII`, () => {
    parse(read(file), { ecmaVersion: 5, sourceType: "script" });
    assert.doesNotMatch(read(file), /[^\0-\x7f]/);
  });
}

/** What came after Chromium 53 and would not merely be left out: without it a layout falls apart. */
const LATER = [
  /display:\s*(inline-)?(grid|contents|flow-root)/, /(^|[\s;{])(row-|column-)?gap:/, /[^-\w](min|max|clamp|env)\(/, /[\w-]+-inline(-\w+)?:/,
  /[\w-]+-block(-\w+)?:/, /[\s;{]inset(-\w+)?:/, /aspect-ratio:\s*[^)]*;/, /:(is|where|has|focus-visible|focus-within|not\([^)]*,|dir)\b/, /position:\s*sticky/,
  /#([\da-f]{4}|[\da-f]{8})\b/i, /@(layer|container|property|import)/, /\d(dvh|svh|lvh|dvw)\b/, /rgba?\([^),]* [^),]*\)/, /place-\w+:/, /(^|[\s;{])(rotate|scale|translate):/,
];

test("no style needs what came later", () => {
  for (const file of files.filter((name) => name.endsWith(".css"))) {
    const text = read(file).replace(/\/\*[^]*?\*\//g, "");
    for (const later of LATER) assert.doesNotMatch(text, later, `${file} has ${text.match(later)?.[0]}`);
  }
});

test("all that the page names is there, and nothing of it is a module or elsewhere", () => {
  const page = read("index.html");
  const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, name]) => name);
  assert.ok(named.includes("page.js"));
  for (const name of named) assert.ok(existsSync(new URL(name, folder)), name);
  for (const { tag } of languages) assert.ok(tag === "en" || existsSync(new URL(`locales/${tag}.js`, folder)), tag);
  assert.doesNotMatch(page, /type="module"/);
});

test("what came later is seen", () => {
  for (const text of ["a { display: grid; }", "a { gap: 1px; }", "a { width: calc(1 * min(1px, 2px)); }", "a { margin-inline-end: 0; }", "a { inset: 0; }",
    "a { aspect-ratio: 1; }", "a:focus-within { b: c }", "a { color: #0000; }", "a { color: rgb(0 0 0 / 1); }", "a{scale:2}"]) {
    assert.ok(LATER.some((later) => later.test(text)), text);
  }
});
