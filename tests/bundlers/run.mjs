#!/usr/bin/env node
// Pages of the package in headless Chromium, built by bundlers without configuration: `run.mjs vite parcel` are these
// alone. The bundlers of this folder's package.json are installed once, outside the checkout.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browsers } from "../browser/browsers.mjs";
import { bundlersIn } from "./bundlers.mjs";
import { serve } from "./server.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(process.env.PLAINLY_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "plainly"), "bundlers");
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The folder with the bundlers, one for each lock. */
function tools() {
  const lock = readFileSync(join(here, "package-lock.json"));
  const folder = join(cache, createHash("sha256").update(lock).digest("hex").slice(0, 12));
  if (existsSync(folder)) return folder;
  console.log("installing the bundlers (once)");
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(here, file), join(fresh, file));
    run("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], fresh);
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** An app that has the package installed, and nothing else. */
function project() {
  const folder = mkdtempSync(join(tmpdir(), "plainly-bundled-"));
  cpSync(join(here, "app"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "app", "version": "1.0.0", "private": true }\n');
  run("bash", ["tools/build/package.sh"], root);
  const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
  cpSync(join(root, `pkg/plainly-${version}.tgz`), join(folder, "plainly.tgz"));
  run("npm", ["install", "./plainly.tgz", "--offline", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  return folder;
}

/** What a page says (app/report.js). */
const said = (build) => [build, "Es gibt ein Problem mit Ihrem Konto", 42, true, "function"];

// What a file is known by, however it was renamed and minified.
const mark = (file) => new RegExp(readFileSync(join(root, "pkg/dist", file), "utf8").match(/[\w+/]{300}/)[0].replaceAll("+", "\\+"));
const core = mark("js-core.js");
const pack = (locale) => new RegExp(`locale["']?: ?["'\`]${locale}["'\`]`);
const locales = readdirSync(join(root, "locales")).filter((name) => name.endsWith(".json") && name !== "en.json").map((name) => name.replace(".json", ""));

/** How many files of a folder hold something, and how many of them a page took. */
function files(folder, taken) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));
  const texts = names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  return (mark) => {
    const holding = texts.filter(([, text]) => text.search(mark) >= 0).map(([name]) => name);
    return [holding.length, holding.filter((name) => taken.includes(name)).length];
  };
}

const binaries = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".wasm"));

/** Everything is there once, and what is not needed was not downloaded. */
function apart(folder, taken) {
  const found = binaries(folder);
  assert.deepEqual([found.length, found.filter((name) => taken.includes(name)).length], [1, 1], "one wasm, downloaded");
  const at = files(folder, taken);
  assert.deepEqual(at(core), [1, 0], "one fallback, not downloaded");
  for (const locale of locales) assert.deepEqual(at(pack(locale)), [1, Number(locale === "de")], `${locale}: files, downloads`);
}

/** Everything that was asked for is in one file. */
function joined(folder, taken) {
  assert.deepEqual(binaries(folder), []);
  const at = files(folder, taken);
  assert.deepEqual(at(/^/), [1, 1], "one file");
  assert.deepEqual(at(core), [1, 1], "the core as JavaScript");
  for (const locale of locales) assert.deepEqual(at(pack(locale))[0], Number(locale === "de"), locale);
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const bundlers = bundlersIn(tools());
const app = project();
let driver;

/** What the page at an address says in the end. */
async function ask(address) {
  await driver.get(address);
  return driver.executeAsyncScript("const back = arguments[arguments.length - 1]; const wait = () => window.done ? "
    + "window.done.then(back, (error) => back(String(error))) : setTimeout(wait, 50); wait();");
}

async function check(name, test) {
  if (wanted.length && !wanted.includes(name.split(",")[0].replace(" ", "-"))) return;
  const began = performance.now();
  try {
    await test(join(app, "built", name.replace(/\W+/g, "-")));
    total.passed += 1;
    console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    total.failed += 1;
    console.log(`${name}: failed: ${[error.message, error.stdout, error.stderr].filter(Boolean).join("\n")}`);
  }
}

const served = (bundle, { script, expected, missing = [], look = () => {}, disk }) => async (folder) => {
  await bundle(app, folder);
  if (script) writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${script}\n`);
  const server = await serve(folder);
  try {
    assert.deepEqual(await ask(server.origin), expected);
    assert.deepEqual(server.missing, missing, "what the page asks for and is not there");
    look(folder, server.taken);
  } finally {
    server.close();
  }
  if (disk) assert.deepEqual(await ask(pathToFileURL(join(folder, "index.html")).href), disk, "opened from disk");
};

const developed = (bundler, expected) => async (folder) => {
  const server = await bundler(app, folder);
  try {
    assert.deepEqual(await ask(server.origin), expected);
  } finally {
    await server.close();
  }
};

const { webpack, rollup, esbuild, vite, parcel, serving } = bundlers;
const plain = (name) => `<script src="${name}"></script>`;
const module = (name) => `<script type="module" src="${name}"></script>`;
try {
  driver = await browsers.find(({ name }) => name === "Chromium").start();
  await driver.manage().setTimeouts({ script: 20_000 });

  await check("vite", served(vite, { expected: said("wasm"), look: apart }));
  await check("vite, its server", developed(serving("vite"), said("wasm")));
  // Before Vite 8 its server looks for the wasm where it is not.
  await check("vite 7, its server", developed(serving("vite-7"), said("js")));
  await check("parcel", served(parcel, { expected: said("wasm"), look: apart }));
  await check("webpack 5", served(webpack("webpack-5", "fetching.js"), { script: plain("main.js"), expected: said("wasm"), look: apart, disk: said("js") }));
  await check("webpack 4", served(webpack("webpack", "carrying.js"),
    { script: plain("main.js"), expected: [said("wasm"), said("js")], look: joined, disk: [said("wasm"), said("js")] }));
  await check("rollup", served(rollup("carrying.js"), { script: module("carrying.js"), expected: [said("wasm"), said("js")], look: joined }));
  await check("esbuild", served(esbuild("carrying.js"),
    { script: plain("carrying.js"), expected: [said("wasm"), said("js")], look: joined, disk: [said("wasm"), said("js")] }));

  // These leave the wasm where it was.
  await check("rollup, plainly", served(rollup("fetching.js"), { script: module("fetching.js"), expected: said("js"), missing: ["plainly_bg.wasm"] }));
  await check("esbuild, plainly", served(esbuild("fetching.js"), { script: plain("fetching.js"), expected: said("js"), disk: said("js") }));
  await check("esbuild, plainly in Node.js", async (folder) => {
    await esbuild("fetching.js", { platform: "node" })(app, folder);
    const script = "globalThis.window = {}; require('./fetching.js'); window.done.then((said) => console.log(JSON.stringify(said)));";
    assert.deepEqual(JSON.parse(run(process.execPath, ["-e", script], folder)), said("js"));
  });
} finally {
  if (driver) await driver.quit().catch(() => undefined);
  rmSync(app, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);
