// The crate as crates.io gets it: it holds what it should, builds, and passes its tests from its own .crate.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
// A place of its own, and the same each time: cargo takes a crate of the same name elsewhere for this one.
const folder = join(root, "target/crate");
const [, version] = /^version = "(.*)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
const run = (command, args, cwd) => execFileSync(command, args,
  { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, CARGO_TARGET_DIR: join(folder, "target") } });

/** Files of the project below a folder, as the crate names them. */
const below = (path, ending) => readdirSync(join(root, path), { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => `${path}/${name}`);
const beside = (path, ending) => readdirSync(join(root, path)).filter((name) => name.endsWith(ending)).map((name) => `${path}/${name}`);
const EXPECTED = [
  "CHANGELOG.md", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "build.rs",
  ...below("src", ".rs"), ...beside("catalogs", ".json"), ...beside("locales", ".json"), ...beside("benches", ".rs"), ...below("examples", ".rs"),
  ...beside("tests", ".rs"), ...beside("tests", ".json"), ...beside("tests/common", ".rs"), ...beside("tests/cases", ".json"),
].sort();

const crate = join(folder, `plainly-${version}`);
rmSync(crate, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
run("cargo", ["package", "--allow-dirty", "--no-verify", "--quiet"], root);
run("tar", ["-xzmf", join(folder, `target/package/plainly-${version}.crate`), "-C", folder], folder);
const held = readdirSync(crate, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath || entry.path, entry.name).slice(crate.length + 1)).filter((name) => name !== ".cargo_vcs_info.json").sort();
assert.deepEqual(held, EXPECTED);
run("cargo", ["test", "--quiet"], crate);
console.log("crate: it holds what it should, and passes its tests from its own .crate");
