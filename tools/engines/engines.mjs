#!/usr/bin/env node
// The package in real engines of televisions: `tools/engines/engines.mjs [--set=small] [name ...]`. Each is fetched once, into
// $PLAINLY_CACHE/engines. One that cannot be had is told as missing: it neither passed nor failed.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../../tests/browser/server.mjs";
import { fetched } from "./cache.mjs";
import { engines } from "./list.mjs";
import { built, pages, root, startsOf } from "./pages.mjs";
import { rivals, rivalsFor } from "./rivals.mjs";

const { values, positionals } = parseArgs({ options: { set: { type: "string" } }, allowPositionals: true });
const small = values.set === "small";
const chosen = engines.filter((engine) => (positionals.length ? positionals.includes(engine.name) : !small || engine.small));

const MANY = small ? 10_000 : 100_000; // notices
const LOADS = 5; // of a start, of which the fastest counts: whatever else the machine does only adds
const LIMIT = 600_000; // ms for one page: the oldest engines are slow, and so is a busy machine
const JOBS = small ? 2 : 1; // engines at a time; alone where their times are to be compared

/**
 * Whether a heap grows, of what is in use after a thousand notices and after each tenth of them all. No heap is twice the
 * same, and code that becomes hot takes its place once; but what notices leave behind grows with them, in every tenth.
 */
const grows = ([first, ...tenths]) => {
  const steps = tenths.slice(1).map((bytes, at) => bytes - tenths[at]);
  return steps.every((bytes) => bytes > (ENTRY * MANY) / 10 + WARMTH) || tenths.at(-1) - first > ONCE;
};
const ENTRY = 8; // bytes: the least that a notice could leave is an entry of a list
const WARMTH = 64 * 1024;
const ONCE = 2_000_000;

const made = pages(MANY, LOADS);
const server = await serve();
let visits = 0;

/** What a page found; the address is another each time, so that nobody takes an old page's result. */
async function ask(engine, { scripts, path }, http) {
  const base = http ? `${server.origin}/${path}` : String(pathToFileURL(join(root, path)));
  const found = JSON.parse(await engine.visit({ scripts, address: `${base}?${visits += 1}` }, LIMIT));
  if (found.error) throw new Error(found.error);
  return found;
}

/** From script start to first notice; others who show the same take turns with us, each on pages of its own. */
async function started(engine, build, like, row) {
  const http = build !== "tv";
  const others = small ? [] : (await rivalsFor(like)).map((rival) => ({ name: rival.name, starts: startsOf(rival, LOADS) }));
  if (process.env.BEFORE) others.unshift({ name: "before", starts: made[build].before });
  row.first = {};
  for (let n = 0; n < LOADS; n += 1) {
    for (const { name, starts } of [{ name: "plainly", starts: made[build].starts }, ...others]) {
      const { agent, ms } = await ask(engine, starts[n], http).catch(({ message }) => { throw new Error(`the start of ${name}: ${message}`); });
      row.agent = agent;
      row.first[name] = Math.min(ms, row.first[name] || Infinity);
    }
  }
}

async function tested(engine, build, row) {
  const http = build !== "tv";
  const { passed, failed } = await ask(engine, made[build].cases, http);
  Object.assign(row, { passed, failed: failed.length });
  row.faults.push(...failed);
  const { heap, core } = await ask(engine, made[build].soak, http);
  Object.assign(row, { heap, core });
  if (core.at(-1) > core[0]) row.faults.push(`the core's memory grows: ${core.join(", ")} bytes`);
  if (grows(heap)) row.faults.push(`the heap grows: ${heap.join(", ")} bytes`);
  if (!core[0]) row.faults.push("the core's memory was not seen");
}

/** A build in an engine: a row of the table, with its `faults`. It is opened anew for the heap, which others' pages must not be in. */
async function tried({ name, engine: title, tvs, like, open }, folder, build) {
  const row = { name, title, tvs, build: build === "tv" ? "js" : "wasm", faults: [] };
  for (const part of [(engine) => started(engine, build, like, row), (engine) => tested(engine, build, row)]) {
    let engine;
    try {
      engine = await open(folder);
      await part(engine);
    } catch (error) {
      row.faults.push(error.message);
    } finally {
      if (engine) await engine.close();
    }
  }
  return row;
}

/** What an engine says that it is, in short. */
function version(agent = "") {
  const names = [/PhantomJS\/\S+/, /Firefox\/\S+/, /Chrome\/\S+/, /Version\/\S+/, /V8 \S+/].map((name) => (agent.match(name) || [])[0]);
  return names.filter(Boolean)[0] || agent || "–";
}

const mega = (bytes) => (bytes / 1e6).toFixed(2);
const ends = (values, write) => (values && values[0] ? [values[0], values.at(-1)].map(write).join(", ") : "–");
const before = process.env.BEFORE ? [{ name: "before", title: "the build before" }] : [];
const starts = [{ name: "plainly" }, ...before, ...(small ? [] : rivals)];
const HEAD = ["engine", "stands for", "says it is", "build", "cases passed", "first notice, ms", ...starts.slice(1).map(({ title }) => `with ${title}`),
  `heap after 1,000 and ${MANY.toLocaleString("en")} notices, MB`, "core's memory, kB"];
const cells = (row) => [row.title, row.tvs, version(row.agent), row.missing ? "missing" : row.build,
  row.passed === undefined ? "–" : row.failed ? `${row.passed}, ${row.failed} failed` : String(row.passed),
  ...starts.map(({ name }) => (row.first && row.first[name] ? row.first[name].toFixed(0) : "–")),
  ends(row.heap, mega), ends(row.core, (bytes) => String(bytes / 1024))];

const rows = [];

/** All rows of an engine, put where they belong. */
async function whole(engine, at) {
  rows[at] = [];
  let folder;
  try {
    folder = await fetched(engine);
  } catch (error) {
    rows[at].push({ ...engine, title: engine.engine, missing: error.message });
    return console.log(`${engine.name}: missing: ${error.message}`);
  }
  for (const build of ["tv", ...(engine.wasm ? [engine.wasm] : [])]) {
    const begun = Date.now();
    const row = await tried(engine, folder, build);
    rows[at].push(row);
    for (const fault of row.faults) console.log(`${row.name}, ${row.build}: ${fault}`);
    console.log(`${row.name}: ${cells(row).slice(2).join(", ")} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  }
}

const queue = chosen.map((engine, at) => () => whole(engine, at));
await Promise.all(Array.from({ length: JOBS }, async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await next();
}));
server.close();

const table = [HEAD, HEAD.map(() => "---"), ...rows.flat().map(cells)].map((line) => `| ${line.join(" | ")} |`).join("\n");
mkdirSync(built, { recursive: true });
writeFileSync(join(built, "table.md"), table + "\n");
console.log(`\n${table}\n`);

const failed = rows.flat().filter(({ faults, missing }) => !missing && faults.length);
const missing = rows.flat().filter((row) => row.missing);
if (missing.length) console.log(`missing: ${missing.map(({ name }) => name).join(", ")}`);
console.log(`${rows.flat().length - failed.length - missing.length} passed, ${failed.length} failed`);
process.exit(failed.length || rows.flat().length === missing.length ? 1 : 0);
