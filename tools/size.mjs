// What a first visit downloads, by part, against a budget that works like a speed bump: raise it with a reason.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tags } from "./pack.mjs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 42_000; // bytes of brotli; the aim is 32,000; above 40,000 since retry hints in bodies, `RateLimit` and ISO dates are read,
// above 41,000 since notices say when to come back and structured fields are read as strictly as RFC 9651 asks
const dist = fileURLToPath(new URL("../pkg/dist/", import.meta.url));
const parts = [
  ["plainly_bg.wasm", "the core"],
  ["index.js", "glue, entry, English, catalogs"],
];
const further = [["retry.js", "plainly/retry, for those who import it"]];
const PACK = 5000; // bytes of brotli that a language may cost, when it is spoken
const PACKS = 4000; // and on average

function measure(file) {
  const bytes = readFileSync(dist + file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
}

const row = (name, sizes, note = "") =>
  console.log(name.padEnd(20) + sizes.map((n) => n.toLocaleString("en").padStart(10)).join("") + "  " + note);

console.log("bytes".padEnd(20) + "raw".padStart(10) + "gzip".padStart(10) + "brotli".padStart(10));
const total = [0, 0, 0];
for (const [file, note] of parts) {
  const sizes = measure(file);
  sizes.forEach((n, at) => (total[at] += n));
  row(file, sizes, note);
}
row("first visit", total);
for (const [file, note] of further) row(file, measure(file), note);
const packs = tags().slice(1).map((tag) => ({ tag, sizes: measure(`locales/${tag}.js`) })).sort((a, b) => a.sizes[2] - b.sizes[2]);
const mean = [0, 1, 2].map((at) => Math.round(packs.reduce((sum, { sizes }) => sum + sizes[at], 0) / packs.length));
for (const [what, { tag, sizes }] of [["least", packs[0]], ["most", packs.at(-1)]]) row(`locales/${tag}.js`, sizes, `a language, when it is spoken: the ${what}`);
row(`${packs.length} languages`, mean, "on average");
if (packs.at(-1).sizes[2] > PACK || mean[2] > PACKS) {
  console.error(`a language may cost ${PACK} bytes, and ${PACKS} on average`);
  process.exit(1);
}
const [, claimed] = readFileSync(new URL("../README.md", import.meta.url), "utf8").match(/about (\d+) kB of brotli/);
if (Math.abs(claimed * 1000 - total[2]) > 1000) {
  console.error(`README.md says about ${claimed} kB of brotli for a first visit`);
  process.exit(1);
}
if (total[2] > BUDGET) {
  console.error(`the first visit is over its budget of ${BUDGET.toLocaleString("en")} bytes`);
  process.exit(1);
}
