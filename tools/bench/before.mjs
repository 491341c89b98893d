// This build beside another one, in turns: `BEFORE=DIR node tools/bench/before.mjs`, where DIR is the other's pkg/dist.
// Times of cold starts are of processes of their own; of each the fastest counts, for whatever else the machine does only
// adds.

import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { right } from "./measure.mjs";

const dists = [process.env.BEFORE && resolve(process.env.BEFORE), fileURLToPath(new URL("../../pkg/dist", import.meta.url))];
if (!dists[0]) {
  console.error("missing: BEFORE, the pkg/dist of the build to compare with");
  process.exit(2);
}
const RUNS = 15;
const FAILURE = '{ status: 401, headers: { "Content-Type": "application/json", "X-Request-Id": "abc-123" }, body: \'{"error":{"code":490,"message":"x"}}\' }';
const measure = fileURLToPath(new URL("measure.mjs", import.meta.url));

/** What each script prints in milliseconds; `at` is the address of a file of the build. */
const scripts = {
  "create() of plainly/js, its module known": (at) => `
    const { create } = await import(${at("js.js")});
    const start = performance.now(); create({ locales: "en" }); console.log(performance.now() - start);`,
  "plainly/js from import to first notice": (at) => `
    const start = performance.now(); const { create } = await import(${at("js.js")});
    create({ locales: "en" }).explain(${FAILURE}); console.log(performance.now() - start);`,
  "plainly from import to first notice": (at) => `
    const start = performance.now(); const { load } = await import(${at("node.js")});
    (await load({ locales: "en" })).explain(${FAILURE}); console.log(performance.now() - start);`,
  "explain(), hot, plainly": (at) => `
    import { nanoseconds } from ${JSON.stringify(pathToFileURL(measure).href)};
    const { load } = await import(${at("node.js")}); const { explain } = await load({ locales: "en" }); const failure = ${FAILURE};
    for (let n = 0; n < 20000; n += 1) explain(failure); console.log(nanoseconds(() => explain(failure)) / 1e6);`,
  "explain(), hot, plainly/js": (at) => `
    import { nanoseconds } from ${JSON.stringify(pathToFileURL(measure).href)};
    const { create } = await import(${at("js.js")}); const { explain } = create({ locales: "en" }); const failure = ${FAILURE};
    for (let n = 0; n < 20000; n += 1) explain(failure); console.log(nanoseconds(() => explain(failure)) / 1e6);`,
  "with({ locales }), its module known": (at) => `
    const { load } = await import(${at("node.js")}); const one = await load({ locales: "en" }); const times = [];
    for (const locales of ["de", "ja", "ar", "te", "zh-Hant"]) for (let n = 0; n < 10; n += 1) {
      const start = performance.now(); await one.with({ locales }); if (n) times.push(performance.now() - start);
    }
    console.log(times.sort((a, b) => a - b)[times.length >> 1]);`,
};

console.log(`${"ms, the fastest of " + RUNS + " in turns".padEnd(44)}${right("before", 10)}${right("now", 10)}${right("ratio", 8)}`);
for (const [name, script] of Object.entries(scripts)) {
  const best = [Infinity, Infinity];
  for (let run = 0; run < RUNS; run += 1) {
    dists.forEach((dist, which) => {
      const at = (file) => JSON.stringify(pathToFileURL(resolve(dist, file)).href);
      best[which] = Math.min(best[which], Number(execFileSync(process.execPath, ["--input-type=module", "--eval", script(at)])));
    });
  }
  const digits = (ms) => right(ms < 1 ? ms.toFixed(4) : ms.toFixed(2), 10);
  console.log(`${name.padEnd(44)}${digits(best[0])}${digits(best[1])}${right((best[1] / best[0]).toFixed(2), 8)}`);
}
