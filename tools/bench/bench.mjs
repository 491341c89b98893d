// How long explaining and loading take in Node.js, through the built package. Fails when explaining grows with the
// body beyond what is read of one. Natively: benches/explain.rs.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { load } from "../../pkg/dist/node.js";
import { caseFiles } from "../../tests/cases.mjs";
import { thrownOf } from "../../tests/compare.js";
import { median, nanoseconds, right } from "./measure.mjs";

const FLAT = 3; // a body ten times as long may take so many times longer, beyond the bound
const entry = new URL("../../pkg/dist/node.js", import.meta.url).href;

const english = await load({ locales: "en" });
const head = right("cases", 8) + right("median ns", 12) + right("slowest ns", 12);
console.log(`\n${"Node.js".padEnd(12)}${head}  slowest`);
for (const { file, cases } of caseFiles()) {
  const times = [];
  for (const given of cases) {
    const catalogs = (given.catalogs || []).map((name) => import(`../../pkg/dist/catalogs/${name}.js`));
    const options = { locales: ["en"], ...given.options };
    options.catalogs = (await Promise.all(catalogs)).map((module) => module.default).concat(options.catalogs || []);
    const speaker = await english.with(options);
    const thrown = "thrown" in given && thrownOf(given.thrown);
    const { failure, context } = given;
    const work = () => (thrown ? speaker.explainThrown(thrown, context) : speaker.explain(failure, context));
    times.push([nanoseconds(work, 5), given.name]);
  }
  const [slowest, name] = times.reduce((one, other) => (one[0] > other[0] ? one : other));
  const middle = Math.round(median(times.map(([time]) => time)));
  const numbers = right(times.length, 8) + right(middle, 12) + right(Math.round(slowest), 12);
  console.log(`${file.replace(".json", "").padEnd(12)}${numbers}  ${name}`);
}

const kB = 1024;
const sizes = { "1 kB": 1, "10 kB": 10, "100 kB": 100, "256 kB": 256, "1 MB": kB, "10 MB": 10 * kB };
const bodies = {
  "a long string": (size) => JSON.stringify({ error: { code: 490 }, x: "x".repeat(size - 32) }),
  "many values": (size) => `{"error":{"code":490},"x":[${"1,".repeat(size / 2 - 18)}0]}`,
  "a page": (size) => `<html>${"<p>".repeat((size - 6) / 3)}`,
  bytes: (size) => new Uint8Array(size).fill(0x5b),
};
console.log(`\n${"explain, µs".padEnd(12)}${Object.keys(bodies).map((kind) => right(kind, 16)).join("")}`);
const rows = Object.entries(sizes).map(([size, kilobytes]) => {
  const row = Object.values(bodies).map((make) => {
    const failure = { status: 401, body: make(kilobytes * kB) };
    return nanoseconds(() => english.explain(failure));
  });
  console.log(`${size.padEnd(12)}${row.map((ns) => right((ns / 1000).toFixed(1), 16)).join("")}`);
  return row;
});

// Each load in a process of its own: nothing is compiled or cached there.
const script = `const a = performance.now(); const { load } = await import(${JSON.stringify(entry)});
const b = performance.now(); const one = await load({ locales: "de" });
const c = performance.now(); await load({ locales: "ja" });
const d = performance.now(); await one.with({ locales: "de" });
console.log(JSON.stringify([b - a, c - b, d - c, performance.now() - d]));`;
const node = ["--input-type=module", "--eval", script];
const loads = Array.from({ length: 7 }, () => JSON.parse(execFileSync(process.execPath, node)));
console.log(`\n${"load, ms".padEnd(44)}${right("median", 8)}${right("best", 8)}`);
const steps = [
  "import the module",
  'load({ locales: "de" }), the first of all',
  'load({ locales: "ja" }), a further language',
  "with({ locales }), a language that is there",
];
steps.forEach((what, at) => {
  const times = loads.map((load) => load[at]);
  console.log(`${what.padEnd(44)}${right(median(times).toFixed(2), 8)}${right(times[0].toFixed(2), 8)}`);
});

// In a process of its own too: here every kind of failure has been through by now.
execFileSync(process.execPath, ["--expose-gc", fileURLToPath(new URL("languages.mjs", import.meta.url))], { stdio: "inherit" });
execFileSync(process.execPath, [fileURLToPath(new URL("server.mjs", import.meta.url))], { stdio: "inherit" });

const [one, ten] = rows.slice(-2);
if (ten.some((time, at) => time > one[at] * FLAT)) {
  console.error("time grows with the body beyond its bound");
  process.exitCode = 1;
}
