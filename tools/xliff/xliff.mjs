// The packs for translators, who work with tools that read XLIFF 2.
// `node tools/xliff/xliff.mjs export [folder] [tag ...]` writes build/xliff/<tag>.xlf for all languages, or for these;
// `node tools/xliff/xliff.mjs import [--reviewed] FILE ...` takes them back into locales/. A file with faults is not taken.

import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { facts } from "../data/cldr.mjs";
import { english, readPack, tags, text, writePack } from "../data/pack.mjs";
import { read } from "./read.mjs";
import { write } from "./write.mjs";

const LARGEST = 8 << 20; // bytes; ours have a fiftieth of that

/** Today's pack, or the empty one of a language that CLDR knows. */
function packOf(tag) {
  if (tags().includes(tag)) return readPack(tag);
  try {
    return { locale: tag, ...facts(tag), reviewed: false, messages: {}, hashes: {} };
  } catch {
    return undefined;
  }
}

function exportAll([first, ...rest]) {
  const isTag = tags().includes(first);
  const folder = isTag || first === undefined ? fileURLToPath(new URL("../../build/xliff", import.meta.url)) : first;
  const wanted = isTag ? [first, ...rest] : rest;
  mkdirSync(folder, { recursive: true });
  for (const tag of wanted.length > 0 ? wanted : tags().filter((tag) => tag !== "en")) {
    const pack = /^[\w-]+$/.test(tag) && tag !== "en" ? packOf(tag) : undefined;
    if (!pack) return fail(`export: a language of locales/ or of CLDR, not English, and not ${tag}`);
    const file = join(folder, `${tag}.xlf`);
    writeFileSync(file, write(pack, english()));
    console.log(file);
  }
}

function importAll(given) {
  const isReviewed = given.includes("--reviewed");
  const files = given.filter((name) => name !== "--reviewed");
  if (files.length === 0) return fail("import: which files?");
  for (const file of files) {
    const { tag, pack, faults, taken, left } = take(file, isReviewed);
    if (faults.length > 0) {
      for (const { unit, expected, found } of faults) console.error(`${file}: ${unit ? `${unit}: ` : ""}expected ${expected}; found ${found}`);
      process.exitCode = 1;
      continue;
    }
    // Nothing is written where nothing changes, so that nobody reads half a file.
    if (!tags().includes(tag) || text(pack) !== text(readPack(tag))) writePack(tag, pack);
    console.log(`locales/${tag}.json: ${taken.length} messages taken${left.length > 0 ? `, not translated: ${left.join(", ")}` : ""}`);
  }
}

function take(file, isReviewed) {
  const unreadable = (found) => ({ faults: [{ expected: `a file of UTF-8, of at most ${LARGEST} bytes`, found }] });
  try {
    const { size } = statSync(file);
    if (size > LARGEST) return unreadable(`${size} bytes`);
    const content = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
    return read(content, { packOf, english: english(), isReviewed });
  } catch (error) {
    return unreadable(error.message);
  }
}

function fail(why) {
  console.error(why);
  process.exitCode = 2;
}

const [command, ...given] = process.argv.slice(2);
if (command === "export") exportAll(given);
else if (command === "import") importAll(given);
else fail("node tools/xliff/xliff.mjs export [folder] [tag ...] | import [--reviewed] FILE ...");
