#!/usr/bin/env node
// Packs the package, installs it into an empty project, and uses it there as a stranger would. Needs no network.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "plainly-project-"));
const results = { passed: 0, failed: 0 };

function check(name, test) {
  try {
    test();
    results.passed += 1;
  } catch (error) {
    results.failed += 1;
    console.log(`package: ${name}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join("\n").trim()}`);
  }
}

const run = (command, args, cwd = project) => execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const write = (name, text) => writeFileSync(join(project, name), text);
/** Made of English when the package is built. */
const PSEUDO = { locales: ["ar-XB", "en-XA"], catalogs: [] };
const names = (folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", ""));
const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
const tarball = join(root, `pkg/plainly-${version}.tgz`);

const both = (name, ...ends) => ends.map((end) => name + end);
const EXPECTED = [
  "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "plainly_bg.wasm", "screen.css", "screen.css.d.ts", "tv/screen.js",
  "schema/announcements.schema.json", "schema/catalog.schema.json", "schema/locale.schema.json",
  ...["catalog", "coverage", "element", "index", "inline", "js", "locale", "qr", "react", "retry", "screen", "server", "testing"].flatMap((name) => both(name, ".d.ts", ".d.cts")), "tv.d.ts",
  ...["coverage", "element", "inline", "js", "node", "qr", "react", "retry", "screen", "server", "testing"].flatMap((name) => both(name, ".js", ".cjs")), "index.js", "js-core.js", "tv.js",
  "tv/qr.js", "LICENSE-THIRD-PARTY",
  ...["locales", "catalogs"].flatMap((folder) => [...names(folder), ...PSEUDO[folder]].flatMap((name) => [...both(`${folder}/${name}`, ".cjs", ".js", ".json"), `tv/${folder}/${name}.js`])),
].sort();

const SCRIPT = `
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";
import { load, validate } from "plainly";

const plainly = await load({ locales: "de" });
const notice = plainly.explain({ status: 401, headers: { "X-Request-Id": "abc-123" }, body: '{"error":{"code":490}}' });
assert.equal(notice.text, "Fehlercode 490: Der Zugriff wurde verweigert, das Benutzerkonto ist deaktiviert. Bitte wenden Sie sich an den Support.");
assert.equal(notice.requestId, "abc-123");
assert.equal(notice.endsSession, true);

const { default: german } = await import("plainly/locales/de");
const { default: ministra } = await import("plainly/catalogs/ministra");
assert.equal(german.locale, "de");
assert.equal(ministra.provider, "ministra");
assert.deepEqual(validate(german).concat(validate(ministra)), []);

const { coverage } = await import("plainly/coverage");
assert.ok(coverage({ catalogs: [ministra], packs: [german], codes: { ministra: [490] } }).complete);

const { forAcceptLanguage } = await import("plainly/server");
assert.equal((await forAcceptLanguage(plainly)("ja;q=0.5, ar-EG")).locale, "ar");

const { RetryBudget, retryingFetch } = await import("plainly/retry");
const answers = [503, 204];
const call = retryingFetch(plainly, { budget: new RetryBudget(), context: { random: 0 }, fetch: async () => new Response(null, { status: answers.shift() }) });
assert.equal((await call("https://api.test/")).status, 204);

assert.equal((await import("plainly/qr")).qr("help.example.com"), undefined); // there is no page

const { create } = await import("plainly/js");
assert.equal(create({ locales: "de", packs: [german] }).explain({ status: 401, body: { error: { code: 490 } } }).text, notice.text);
const inline = await (await import("plainly/inline")).load({ locales: "en" });
assert.equal(inline.build, "wasm");

const { response, sample } = await import("plainly/testing");
const disabled = sample("account_disabled", { locale: "de", packs: [german] });
assert.deepEqual([disabled.title, disabled.message], [notice.title, notice.message]);
assert.equal((await plainly.explainResponse(response("geo_blocked"))).reason, "geo_blocked");

const require = createRequire(import.meta.url);
assert.deepEqual(require("plainly/testing").sample("account_disabled", { locale: "de", packs: [german] }), disabled);
assert.deepEqual(require("plainly/locales/de.json"), german);
assert.deepEqual(require("plainly/locales/de"), german);
assert.deepEqual(require("plainly/catalogs/ministra"), ministra);
assert.equal(require("plainly/js").create({ locales: "en" }).build, "js");
assert.deepEqual(require("plainly").validate(german), []);
assert.equal((await require("plainly").load({ locales: "ja" })).locale, "ja");
assert.equal((await require("plainly/inline").load()).build, "wasm");
assert.equal(typeof require("plainly/retry").retryingFetch, "function");
assert.equal(require("plainly/qr").qr("help.example.com"), undefined);
assert.ok(require("plainly/coverage").coverage().locales);
assert.equal((await require("plainly/server").forAcceptLanguage(plainly)("ja")).locale, "ja");
const required = await import("plainly/js");
assert.deepEqual(Object.keys(required), ["FailedCall", "create", "defineAnnouncements", "defineCatalog", "definePack", "dispatch", "load", "validate"]);

// As a page would: its scripts, in one context.
const context = createContext({});
for (const file of ["plainly/tv", "plainly/tv/locales/de.js", "plainly/tv/catalogs/stripe.js"]) {
  runInContext(readFileSync(new URL(import.meta.resolve(file)), "utf8"), context);
}
assert.equal(runInContext('plainly.create({ locales: "de", catalogs: [plainly.catalogs.stripe] }).locale', context), "de");

assert.deepEqual(require("plainly/catalogs/ministra.json"), ministra);
assert.equal(require("plainly/schema/catalog.schema.json").type, "object");
assert.equal(require("plainly/package.json").version, ${JSON.stringify(version)});

const wasm = new URL(import.meta.resolve("plainly/plainly_bg.wasm"));
assert.ok(WebAssembly.validate(readFileSync(wasm)));
await assert.rejects(import("plainly/node.js"), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
`;

const TYPED = `
import { load, type Notice } from "plainly";
import german from "plainly/locales/de";
import arabic from "plainly/locales/ar.json" with { type: "json" };
import { coverage } from "plainly/coverage";
import ministra from "plainly/catalogs/ministra";
import http from "plainly/catalogs/http.json" with { type: "json" };

import type {} from "plainly/tv";
import { load as inlined } from "plainly/inline";
import { create, type PlainlyAtOnce } from "plainly/js";
import { qr } from "plainly/qr";
import { forAcceptLanguage } from "plainly/server";
import { failure, sample } from "plainly/testing";

export const code: object | undefined = qr("help.example.com");
const plainly = await load({ locales: "de", packs: [german, arabic], catalogs: [ministra, http] });
export const atOnce: PlainlyAtOnce = create({ packs: [german] }).with({ locales: "de" });
export const global: PlainlyAtOnce = globalThis.plainly.create({ catalogs: [globalThis.plainly.catalogs["stripe"]!] });
export const inside: Notice = (await (await inlined()).with({ locales: "en" })).explain({ status: 401 });
export const missing: string[] = coverage({ packs: [german] }).locales[0]!.missing;
export const notice: Notice = plainly.explain({ status: 401 });
export const told: Notice = (await forAcceptLanguage(plainly)("de")).explain({ status: 401 });
export const shown: Notice = sample("account_disabled", { locale: "de", packs: [german] });
export const status: number = failure("geo_blocked").status;
// @ts-expect-error
notice.mesage;
// @ts-expect-error nothing promised
create().with({}).then;
`;

const REQUIRED = `
import plainly = require("plainly");
import js = require("plainly/js");
import german = require("plainly/locales/de");
import ministra = require("plainly/catalogs/ministra");
import server = require("plainly/server");

const at: js.PlainlyAtOnce = js.create({ packs: [german], catalogs: [ministra] });
export const title: string = at.explain({ status: 401 }).title;
export const loaded: Promise<plainly.Plainly> = plainly.load();
export const speaker: Promise<js.PlainlyAtOnce> = server.forAcceptLanguage(at)(["de", "fr"]);
`;

try {
  check("it is packed", () => run("bash", ["tools/build/package.sh"], root));
  check("the tarball holds what it should", () => {
    const held = run("tar", ["-tzf", tarball]).trim().split("\n").map((name) => name.replace(/^package\//, "")).sort();
    assert.deepEqual(held, EXPECTED);
  });
  check("it is installed", () => {
    write("package.json", '{ "name": "empty", "version": "1.0.0", "private": true, "type": "module" }\n');
    cpSync(tarball, join(project, "plainly.tgz"));
    run("npm", ["install", "./plainly.tgz", "--offline", "--no-audit", "--no-fund", "--loglevel=error"]);
    assert.deepEqual(readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith(".")), ["plainly"]);
  });
  check("it works in Node", () => {
    write("use.mjs", SCRIPT);
    run(process.execPath, ["use.mjs"]);
  });
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    check(`its types resolve with ${resolution}`, () => {
      write("use.mts", TYPED);
      write("use.cts", REQUIRED);
      write("tsconfig.json", JSON.stringify({
        compilerOptions: { strict: true, noEmit: true, target: "es2022", lib: ["es2022"], module, moduleResolution: resolution, types: [], resolveJsonModule: true },
        files: module === "nodenext" ? ["use.mts", "use.cts"] : ["use.mts"],
      }));
      run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
    });
  }
  check("what the page gets is the built file", () => {
    const installed = join(project, "node_modules/plainly");
    const entry = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")).exports["."];
    for (const { types, default: file } of [entry.node.require, entry.node.default, entry.default]) {
      for (const path of [types, file]) readFileSync(join(installed, path));
    }
    assert.deepEqual(readFileSync(join(installed, entry.default.default)), readFileSync(join(root, "pkg/dist/index.js")));
  });
  const tool = (name, ...args) => run(process.execPath, [join(root, "node_modules", name), ...args], root);
  check("publint", () => tool("publint/src/cli.js", "run", tarball, "--strict"));
  // What is no module at all: the wasm, the looks, the script and package.json.
  check("attw", () => tool("@arethetypeswrong/cli/dist/index.js", tarball, "--exclude-entrypoints", "plainly_bg.wasm", "screen.css", "tv", "package.json"));
} finally {
  rmSync(project, { recursive: true, force: true });
}
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed ? 1 : 0);
