// What each build downloads, by part, against budgets that work like speed bumps: raise one with a reason.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { tags } from "../data/pack.mjs";
import { EXPLAINED, parts as partsOf } from "./parts.mjs";

const dist = fileURLToPath(new URL("../../pkg/dist/", import.meta.url));

/** Bytes of brotli. */
const builds = [
  {
    name: "first visit",
    budget: 74_500, // 55,000 before what servers, SDKs, players and shells really send was read; 2,600 for reword(), 1,800 for validation without holes, 5,000 for overlays in time and announcements
    claim: /about (\d+) kB of brotli/,
    parts: [["plainly_bg.wasm", "the core, English, catalogs"], ["index.js", "entry, glue, what was thrown"]],
  },
  {
    name: "plainly/tv",
    budget: 102_000,
    claim: /`plainly\/tv` is about (\d+) kB/,
    parts: [["tv.js", "the two below as one script"]],
  },
  {
    name: "plainly/js",
    budget: 98_000,
    parts: [["js-core.js", "the core; what else plainly downloads where wasm is refused"], ["js.js", "entry, what was thrown"]],
  },
  {
    name: "plainly/inline",
    budget: 93_000,
    claim: /`plainly\/inline` (\d+) kB/,
    parts: [["inline.js", "entry, glue, what was thrown, the core as base64"]],
  },
  {
    name: "plainly/screen",
    budget: 7_500,
    claim: /`plainly\/screen` (\d+) kB/,
    parts: [["screen.js", "notices on a page"], ["screen.css", "their looks"]],
  },
  {
    name: "plainly/element",
    budget: 8_200,
    claim: /`plainly\/element` (\d+) kB/,
    parts: [["element.js", "the two above as an element"]],
  },
  {
    name: "plainly/react",
    budget: 2_000,
    claim: /`plainly\/react` (\d+) kB/,
    parts: [["react.js", "what React needs beside plainly/screen"]],
  },
  {
    name: "plainly/qr",
    budget: 5_500,
    claim: /`plainly\/qr` (\d+) kB/,
    parts: [["qr.js", "a code for a phone, with the library that computes it"]],
  },
];
const further = [
  ["retry.js", "plainly/retry, for those who import it"],
  ["server.js", "plainly/server, for servers"],
  ["testing.js", "plainly/testing, beside plainly/js"],
  ["tv/locales/ar.js", "Arabic for plainly/tv, in ASCII"],
];
const PACK = 5000; // bytes of brotli that a language may cost, when it is spoken
const PACKS = 4000; // and on average

/** Of a file of this build, or of another one's, whose pkg/dist is in BEFORE. */
function measure(file, from = dist) {
  const bytes = readFileSync(from + file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
}

const row = (name, sizes, note = "") =>
  console.log(name.padEnd(20) + sizes.map((n) => n.toLocaleString("en").padStart(10)).join("") + "  " + note);

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const faults = [];
/** What the README says of it, in kB. */
function claims(name, claim, bytes) {
  const [, claimed] = (claim && readme.match(claim)) || [];
  if (claim && !(Math.abs(claimed * 1000 - bytes) <= 1000)) faults.push(`README.md says about ${claimed} kB of brotli for ${name}`);
}
console.log("bytes".padEnd(20) + "raw".padStart(10) + "gzip".padStart(10) + "brotli".padStart(10));
for (const { name, budget, claim, parts } of builds) {
  const total = [0, 0, 0];
  for (const [file, note] of parts) {
    const sizes = measure(file);
    sizes.forEach((n, at) => (total[at] += n));
    row(file, sizes, note);
  }
  row(`= ${name}`, total, `at most ${budget.toLocaleString("en")}`);
  const before = process.env.BEFORE && parts.map(([file]) => measure(file, process.env.BEFORE + "/")[2]).reduce((sum, size) => sum + size);
  if (before) row("  the build before", ["", "", before]);
  claims(name, claim, total[2]);
  if (total[2] > budget) faults.push(`${name} is over its budget of ${budget.toLocaleString("en")} bytes`);
}
for (const [file, note] of further) row(file, measure(file), note);
const packs = tags().slice(1).map((tag) => ({ tag, sizes: measure(`locales/${tag}.js`) })).sort((a, b) => a.sizes[2] - b.sizes[2]);
const mean = [0, 1, 2].map((at) => Math.round(packs.reduce((sum, { sizes }) => sum + sizes[at], 0) / packs.length));
for (const [what, { tag, sizes }] of [["least", packs[0]], ["most", packs.at(-1)]]) row(`locales/${tag}.js`, sizes, `a language, when it is spoken: the ${what}`);
row(`${packs.length} languages`, mean, "on average");
if (packs.at(-1).sizes[2] > PACK || mean[2] > PACKS) faults.push(`a language may cost ${PACK} bytes, and ${PACKS} on average`);

console.log(`\nthe first visit by part, bytes of brotli (estimated by share); what costs over ${EXPLAINED.toLocaleString("en")}, and what for`);
const [wasm, script] = ["plainly_bg.wasm", "index.js"].map((file) => measure(file)[2]);
for (const { part, bytes } of partsOf(wasm, script)) {
  const over = bytes > EXPLAINED;
  console.log(bytes.toLocaleString("en").padStart(8) + `  ${part.name}${over ? `: ${part.for}` : ""}`);
  if (over && !part.for) faults.push(`${part.name} costs over ${EXPLAINED} bytes, and tools/size/parts.mjs does not say what for`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
