// What each build is asked, as pages. A page is scripts in their order, each `{ file }` (a path in the repository) or
// `{ text }`, or `{ style }`; engines without pages run the scripts, the others a file that holds them. It ends with text in the global
// `result`: JSON of what it found.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const built = join(root, "build/engines");

const file = (path) => ({ file: path });
const text = (code) => ({ text: code });
const all = (folder) => readdirSync(join(root, "pkg/dist/tv", folder)).sort().map((name) => file(`pkg/dist/tv/${folder}/${name}`));

/** What is asked of a start, ours and others': this text, and to wait for two hours. */
const FAILED = '{ status: 503, headers: { "Retry-After": "7200" } }, { method: "GET", now: 1795176000000, random: 0 }';
const TEXT = "Error code - 503 The service isn't available at the moment. Please try again in about 2 hours.";
const CATALOGS = readdirSync(join(root, "pkg/dist/catalogs")).filter((name) => name.endsWith(".js")).map((name) => name.slice(0, -3));

/** Errors of scripts are results too. ES5, as all of these, but for the modules. */
const BEGIN = text(`
var result;
var agent = typeof process === "object" ? "V8 " + process.versions.v8 : navigator.userAgent;
function now() {
  if (typeof process === "object") { var time = process.hrtime(); return time[0] * 1e3 + time[1] / 1e6; }
  return typeof performance === "object" && performance.now ? performance.now() : Date.now();
}
function done(found) { found.agent = agent; if (!result) result = JSON.stringify(found); }
function broken(e) { done({ error: String(e) + " " + ((e && e.stack) || "") }); }
function shown(text, wait) {
  var ms = now() - began;
  if (text === ${JSON.stringify(TEXT)} && wait === 7200000) done({ ms: ms });
  else broken("it says " + text + " and " + wait);
}
function noticed(notice) { shown(notice.text, notice.retry.delayMs); }
if (typeof window === "object") window.onerror = function (message, file, line) { broken(message + " " + file + ":" + line); };
var began = now();
`);

const tv = {
  start: () => [file("pkg/dist/tv.js"), text(`noticed(plainly.create({ locales: "en" }).explain(${FAILED}));`)],
  cases: [...all("locales"), file("pkg/dist/tv.js"), file("pkg/dist/tv/screen.js"), { style: "pkg/dist/screen.css" }, ...all("catalogs"), file("build/engines/suite.js"), text("suite.runAll(plainly, this, done);")],
  soak: (many) => [
    file("build/engines/suite.js"),
    text("var core = suite.watch();"),
    file("pkg/dist/tv.js"),
    ...all("locales"),
    text(`suite.soak(plainly.create({ locales: "de", online: function () { return true; } }), ${many}, core, done);`),
  ],
};

/** A module script, whose imports are of the package as a server has it. */
const later = (code) => ({ text: code, module: true });

/** The wasm is asked for: where a page would start later with it, it has the core as JavaScript. */
const WASM = 'new URL("../../../pkg/dist/plainly_bg.wasm", location.href).href';

/** Which build a page gets that asks for none (pkg/src/index.js). */
const GIVEN = 'typeof FinalizationRegistry === "undefined" ? "js" : "wasm"';

const index = {
  start: (visit) => [later(`
    import("../../../pkg/dist/index.js?${visit}").then(({ load }) => load({ locales: "en" })).then(({ build, explain }) =>
      build === (${GIVEN}) ? noticed(explain(${FAILED})) : broken("the build is " + build)).catch(broken);`)],
  cases: [file("build/engines/suite.js"), later(`
    import { load, validate } from "../../../pkg/dist/index.js";
    const plainly = { validate, load: (options) => load(Object.assign({ wasm: ${WASM} }, options)) };
    ${CATALOGS.map((name, at) => `import c${at} from "../../../pkg/dist/catalogs/${name}.js";`).join("\n")}
    suite.runLater(plainly, { ${CATALOGS.map((name, at) => `${JSON.stringify(name)}: c${at}`).join(", ")} }).then(done).catch(broken);`)],
  soak: (many) => [file("build/engines/suite.js"), text("var core = suite.watch();"), later(`
    import { load } from "../../../pkg/dist/index.js";
    load({ locales: "de", online: () => true, wasm: ${WASM} }).then((plainly) => suite.soak(plainly, ${many}, core, done)).catch(broken);`)],
};

const inline = {
  start: () => [file("build/engines/inline.js"), text(`
    inline.load({ locales: "en" }).then(function (speaker) { noticed(speaker.explain(${FAILED})); }).catch(broken);`)],
  cases: [...all("locales"), ...all("catalogs"), file("build/engines/inline.js"), file("build/engines/suite.js"), text(`
    var packs = Object.keys(plainly.locales).filter(function (tag) { return tag !== "en"; }).map(function (tag) { return plainly.locales[tag]; });
    suite.runLater(inline, plainly.catalogs, function (speaker) { return suite.speaking(speaker, packs); }).then(done).catch(broken);`)],
  soak: (many) => [file("build/engines/suite.js"), text("var core = suite.watch();"), file("build/engines/inline.js"), file("pkg/dist/tv/locales/de.js"), text(`
    inline.load({ locales: "de", packs: [plainly.locales.de], online: function () { return true; } })
      .then(function (speaker) { suite.soak(speaker, ${many}, core, done); }).catch(broken);`)],
};

const html = (scripts, visit) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plainly</title><link rel="icon" href="data:,"></head><body>
${scripts.map((script) => script.style ? `<link rel="stylesheet" href="../../../${script.style}">` : script.file
    ? `<script src="../../../${script.file}${visit}"></script>`
    : `<script${script.module ? ' type="module"' : ""}>${script.text}</script>`).join("\n")}
</body></html>
`;

/** Writes a page; `{ scripts, path }`, the path from the repository's root. */
function page(name, scripts, visit = "") {
  const whole = [BEGIN, ...scripts];
  const path = `build/engines/pages/${name}.html`;
  mkdirSync(join(built, "pages"), { recursive: true });
  writeFileSync(join(root, path), html(whole, visit));
  return { path, scripts: whole.filter(({ style }) => !style).map((script) => (script.file ? { file: join(root, script.file) } : script)) };
}

/** A start as often as it is visited: its scripts have another address each time, and so nobody has them compiled already. */
const starts = (name, scripts, loads) => Array.from({ length: loads }, (_, visit) => page(`${name}-start-${visit}`, scripts(visit), `?${visit}`));

/** The same of another build of the package, where tools/engines/suite.mjs put one. */
const before = (scripts) => (visit) => scripts(visit).map((script) => Object.fromEntries(Object.entries(script).map(([key, value]) =>
  [key, typeof value === "string" ? value.replace(GIVEN, "build").replace("pkg/dist/", "build/engines/before/").replace("engines/inline.js", "engines/before/inline.script.js") : value])));

/** Of each build `{ starts, cases, soak }`, and `before`, the starts of the build to compare with; written to build/engines/pages. */
export function pages(many, loads) {
  const of = (build, { start, cases, soak }) => ({
    starts: starts(build, start, loads),
    before: starts(`before-${build}`, before(start), loads),
    cases: page(`${build}-cases`, cases),
    soak: page(`${build}-soak`, soak(many)),
  });
  return { tv: of("tv", tv), index: of("index", index), inline: of("inline", inline) };
}

/** The starts of another's script. */
export const startsOf = ({ name, file: path }, loads) => starts(name, () => [file(path)], loads);
