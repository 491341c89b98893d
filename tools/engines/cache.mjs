// Where engines are kept, and how each comes there: once, from the registries of packages.

import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

export const cache = process.env.PLAINLY_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "plainly");

/** Runs to its end, or throws the last line of what it complained about. */
export async function run(command, args, options) {
  try {
    return (await promisify(execFile)(command, args, { maxBuffer: 1 << 26, ...options })).stdout;
  } catch (error) {
    throw new Error(String(error.stderr || error.message).trim().split("\n").pop());
  }
}

/** The folder of an engine, filled by its `get`; another run at the same time fills its own, and the first stays. */
export async function fetched({ name, get }) {
  if (!get) return;
  const folder = join(cache, "engines", name);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await get(fresh);
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** The files of an npm package, in the folder `package`. Runs none of its scripts. */
export async function npm(folder, name, version) {
  await run("npm", ["pack", "--silent", `${name}@${version}`], { cwd: folder });
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  await run("tar", ["-xzf", tarball], { cwd: folder });
  rmSync(join(folder, tarball));
}

/** Python packages from wheels, as `python3` finds them with this folder on its path. */
export async function wheels(folder, names) {
  await run("python3", ["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:", "--target", folder, ...names],
    { env: { ...process.env, PIP_ROOT_USER_ACTION: "ignore", PIP_DISABLE_PIP_VERSION_CHECK: "1" } });
}

/** A program of this machine: the first of `names` that is there. */
export function program(...names) {
  const folders = [join(cache, "tools/bin"), ...(process.env.PATH || "").split(delimiter), "/usr/bin"];
  for (const name of names) {
    for (const file of name.startsWith("/") ? [name] : folders.map((folder) => join(folder, name))) {
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
    }
  }
  throw new Error(`${names[0]} is not on this machine`);
}

/** A program with all that it starts, as one group that `end` ends. `told` holds what it said so far. */
export function started(command, args, options = {}) {
  const child = spawn(command, args, { detached: true, stdio: ["pipe", "pipe", "pipe"], ...options });
  const it = { child, told: "", gone: false };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { it.told = (it.told + text).slice(-4000); });
  child.stdin.on("error", () => undefined); // it is gone, which is told below
  it.ended = new Promise((resolve) => {
    child.on("error", (error) => { it.told += error.message; it.gone = true; resolve(); });
    child.on("exit", () => { it.gone = true; resolve(); });
  });
  it.end = async () => {
    // Its children may outlive it, so the group is asked even when it is gone.
    try { process.kill(-child.pid, "SIGKILL"); } catch { /* nobody is left */ }
    if (child.pid) await it.ended;
  };
  return it;
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What `look` gives once it gives something; throws when the program ends, or has taken `limit` milliseconds. */
export async function until(look, it, limit, step = 50) {
  for (const end = Date.now() + limit; ;) {
    const found = await look();
    if (found) return found;
    if (it.gone) throw new Error(`it ended: ${it.told.trim().split("\n").slice(-3).join(" ")}`);
    if (Date.now() > end) throw new Error(`no answer within ${limit / 1000} s`);
    await pause(step);
  }
}
