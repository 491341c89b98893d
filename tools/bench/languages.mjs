// How long a further language takes to load, and to speak: every one of them, one after the other. Its module is new to
// Node.js, the package is not. Of what can be done again the fastest counts: whatever else the machine does only adds.
// Run with --expose-gc.

import { setTimeout as turn } from "node:timers/promises";
import { load } from "../../pkg/dist/node.js";
import { tags } from "../data/pack.mjs";
import { nanoseconds, right } from "./measure.mjs";

const english = await load({ locales: "en" });

/** Explainers that nobody holds are given back: a page has a handful of them, and here there would be hundreds. */
async function settled() {
  gc();
  await turn(1);
}

const words = { status: 401, body: { error: { code: 490 } } };
const spoken = [];
for (const locale of tags().slice(1)) {
  await settled();
  const start = performance.now();
  const speaker = await english.with({ locales: locale });
  const took = performance.now() - start;
  const again = [];
  for (let run = 0; run < 9; run += 1) {
    const start = performance.now();
    await english.with({ locales: locale });
    again.push(performance.now() - start);
  }
  spoken.push({ locale, took, again: Math.min(...again), ratio: nanoseconds(() => speaker.explain(words)) / nanoseconds(() => english.explain(words)) });
}
console.log(`\n${`${spoken.length} further languages`.padEnd(52)}${right("median", 8)}${right("worst", 8)}`);
for (const [what, member] of [["with({ locales }), its module new, ms", "took"], ["with({ locales }), its module known, best of 9, ms", "again"],
  ["a notice, in times of one in English", "ratio"]]) {
  const sorted = spoken.toSorted((a, b) => a[member] - b[member]);
  console.log(`${what.padEnd(52)}${right(sorted[Math.floor(sorted.length / 2)][member].toFixed(2), 8)}${right(sorted.at(-1)[member].toFixed(2), 8)}  ${sorted.at(-1).locale}`);
}
