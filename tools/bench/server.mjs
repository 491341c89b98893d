// How long a server takes to answer 200 viewers at once, in 20 languages: through plainly/server, and with a with() for each
// request instead. Each in processes of their own, in turns: the first answers open all languages, the later ones find them
// open. Of each the fastest counts, for whatever else the machine does only adds.

import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { tags } from "../data/pack.mjs";
import { right } from "./measure.mjs";

const RUNS = 7;
const VIEWERS = 200;
const LANGUAGES = 20;
const headers = Array.from({ length: VIEWERS }, (_, n) => {
  const tag = tags()[n % LANGUAGES];
  return `${tag}-${["001", "150", "XK", "CH", "GB"][n % 5]},${tag};q=0.9,en;q=0.${n % 9}`;
});

const at = (file) => JSON.stringify(pathToFileURL(fileURLToPath(new URL(`../../pkg/dist/${file}`, import.meta.url))).href);
/** Prints milliseconds for all viewers: the first time, and the fastest time after it. */
const script = (speakerFor) => `
  const { load } = await import(${at("node.js")});
  const { forAcceptLanguage } = await import(${at("server.js")});
  const headers = ${JSON.stringify(headers)};
  const plainly = await load({ locales: "en" });
  const speakerFor = ${speakerFor};
  const failure = { status: 401, body: '{"error":{"code":490}}' };
  const explained = async (header) => (await speakerFor(header)).explain(failure);
  const times = [];
  for (let run = 0; run < 20; run += 1) {
    const start = performance.now();
    await Promise.all(headers.map(explained));
    times.push(performance.now() - start);
  }
  console.log(JSON.stringify([times[0], Math.min(...times.slice(1))]));`;

const ways = ["forAcceptLanguage(plainly)", "(header) => plainly.with({ locales: header })"];
const best = ways.map(() => [Infinity, Infinity]);
for (let run = 0; run < RUNS; run += 1) {
  ways.forEach((way, which) => {
    const times = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script(way)]));
    best[which] = best[which].map((time, at) => Math.min(time, times[at]));
  });
}

const [shared, each] = best;
const head = right("shared", 10) + right("with()", 10) + right("ratio", 8);
console.log(`\n${`${VIEWERS} answers at once in ${LANGUAGES} languages, ms`.padEnd(52)}${head}`);
["all languages to open", "all languages open"].forEach((what, at) => {
  const numbers = right(shared[at].toFixed(2), 10) + right(each[at].toFixed(2), 10) + right((each[at] / shared[at]).toFixed(1), 8);
  console.log(`${what.padEnd(52)}${numbers}`);
});
