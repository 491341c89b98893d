// The samples as who copies them has them: the packages of examples/package-lock.json, and the freshly packed package.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const samples = join(root, "examples");
const cache = join(process.env.PLAINLY_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "plainly"), "examples");
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const own = (path) => !["node_modules", "dist"].includes(basename(path));
const workspaces = () => readdirSync(samples).filter((name) => existsSync(join(samples, name, "package.json")));

/** What npm complains about, in a line. */
const said = ({ stderr, message }) => (stderr || message).replace(/^npm error /gm, "").split("\n").slice(0, 3).join(" ").trim();

/** The folder with the samples' packages, one for each lock: filled once, outside the checkout. */
function packages() {
  const lock = readFileSync(join(samples, "package-lock.json"));
  const folder = join(cache, createHash("sha256").update(lock).digest("hex").slice(0, 12));
  if (existsSync(folder)) return folder;
  console.log("installing the samples' packages (once)");
  const fresh = `${folder}.${process.pid}`;
  const into = join(fresh, "examples");
  try {
    mkdirSync(into, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(samples, file), join(into, file));
    for (const name of workspaces()) cpSync(join(samples, name, "package.json"), join(into, name, "package.json"));
    // Where the lock says that the package is; each run has its own.
    cpSync(join(root, "pkg/package.json"), join(fresh, "pkg/dist/package.json"));
    run("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], into);
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw new Error(`the packages of examples/package-lock.json cannot be had: ${said(error)}`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Every package of one folder, seen from another. */
function link(from, to, skip = []) {
  mkdirSync(to, { recursive: true });
  for (const name of existsSync(from) ? readdirSync(from) : []) {
    if (!skip.includes(name)) symlinkSync(join(from, name), join(to, name));
  }
}

/** A folder with the samples in it, ready to be built: `{ folder, remove }`. */
export function project() {
  const installed = join(packages(), "examples");
  const folder = mkdtempSync(join(tmpdir(), "plainly-examples-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    run("bash", ["tools/build/package.sh"], root);
    const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
    const there = join(folder, "node_modules");
    link(join(installed, "node_modules"), there, ["plainly"]);
    mkdirSync(join(there, "plainly"));
    run("tar", ["-xzf", join(root, `pkg/plainly-${version}.tgz`), "-C", join(there, "plainly"), "--strip-components=1"], root);
    for (const name of workspaces()) {
      cpSync(join(samples, name), join(folder, name), { recursive: true, filter: own });
      link(join(installed, name, "node_modules"), join(folder, name, "node_modules"), ["plainly"]);
      symlinkSync(join(there, "plainly"), join(folder, name, "node_modules/plainly"));
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}
