// Which build runs where: what the README's table says of policies, engines and pages from disk, and what happens when
// files are missing.

import { build } from "esbuild";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The rows of the README's table: `{ where, builds: { name: runs } }` */
function table() {
  const readme = readFileSync(root + "README.md", "utf8");
  const [, head, body] = readme.match(/^(\| where \|.*)\n\|[-|]+\n((?:\|.*\n)+)/m);
  const cells = (row) => row.split("|").slice(1, -1).map((cell) => cell.trim());
  const names = cells(head).map((cell) => cell.match(/plainly(\/\w+)?/g) || []);
  return body.trim().split("\n").map(cells).map(([where, ...runs]) => ({
    where,
    builds: Object.fromEntries(runs.flatMap((run, at) => names[at + 1].map((name) => [name, run]))),
  }));
}

const RUNS = { WebAssembly: /^wasm$/, JavaScript: /^js$/, rejects: /^rejects: .*WebAssembly.*plainly\/js/ };

/** Each build as one plain script, as bundlers make it. */
async function bundle() {
  const folder = root + "build/policies/";
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries({
    index: 'import { load } from "./index.js"; window.bundled = load;',
    inline: 'import { load } from "./inline.js"; window.bundled = load;',
    js: 'import { create } from "./js.js"; window.bundled = create;',
  })) {
    const stdin = { contents: source, resolveDir: root + "pkg/dist" };
    await build({ stdin, bundle: true, outfile: `${folder}${name}.js`, logLevel: "error" });
  }
}

/** `{ passed, failed: [text] }` */
export async function policies({ driver, server }) {
  const result = { passed: 0, failed: [] };
  const page = "tests/browser/build.html?";

  async function open(at, query, rules) {
    server.rules(rules);
    await driver.get(at + page + new URLSearchParams(query));
  }
  async function check(name, expected) {
    const { how, unhandled } = await driver.executeAsyncScript("attempt().then(arguments[0]);");
    const faults = unhandled.map((reason) => `nobody handled ${reason}`);
    if (!expected.test(how)) faults.push(how);
    if (faults.length) result.failed.push(`${name}: ${faults.join("; ")}`);
    else result.passed += 1;
  }

  const web = server.origin + "/";
  const disk = pathToFileURL(root).href;
  /** The pages of a row: `[how it is called, address, query, rules]` */
  function pages(where, name) {
    const policies = [...where.matchAll(/`([a-z]+-src [^`]+)`/g)].map(([, policy]) => policy);
    if (policies.length) return policies.map((policy) => [policy, web, { build: name }, { policy }]);
    if (where === "no policy") return [[where, web, { build: name }]];
    if (where.startsWith("an engine older")) return [["an older engine", web, { build: name, engine: "older" }]];
    if (where.startsWith("an engine")) return ["without", "throwing"].map((engine) => [`an engine ${engine}`, web, { build: name, engine }]);
    // The build for televisions is a plain script by itself.
    if (where.startsWith("from disk")) return [["from disk", disk, name === "plainly/tv" ? { build: name } : { disk: name.split("/")[1] || "index" }]];
    throw new Error(`the README has a row that this test does not know: ${where}`);
  }
  await bundle();
  for (const { where, builds } of table()) {
    for (const [name, runs] of Object.entries(builds)) {
      for (const [condition, address, query, rules] of pages(where, name)) {
        await open(address, query, rules);
        await check(`${name}, ${condition}`, RUNS[runs]);
      }
    }
  }

  const plainly = { build: "plainly" };
  const wasm = "plainly_bg.wasm";
  const core = "js-core.js";
  for (const type of ["text/html", "application/octet-stream", "application/wasm; charset=utf-8"]) {
    await open(web, plainly, { types: { ".wasm": type } });
    await check(`plainly, a wasm that says it were ${type}`, /^wasm$/);
  }
  await open(web, { ...plainly, engine: "older" }, { missing: [core] });
  await check("plainly, in an older engine, without the JavaScript", /^wasm$/);
  await open(web, plainly, { missing: [wasm] });
  await check("plainly, without the wasm", /^js$/);
  await open(web, plainly, { missing: [wasm, core] });
  await check("plainly, without the wasm and the fallback", /^rejects: plainly: no wasm, status 404$/);
  server.rules();
  await check("plainly, when both are back", /^wasm$/);
  const refused = { policy: "script-src 'self'" };
  await open(web, plainly, { ...refused, missing: [core] });
  await check("plainly, refused and without the fallback", /^rejects: .*WebAssembly/);
  server.rules(refused);
  // A browser may remember for as long as the page is there that a module could not be had.
  await check("plainly, refused, when the fallback is back", /^js$|^rejects: .*WebAssembly/);
  await open(web, plainly, refused);
  await check("plainly, refused, in a new page when the fallback is back", /^js$/);
  return result;
}
