// How others show the same message: build/engines/rivals/TIER/NAME.js, each one script as a team would ship it to engines
// of that tier. Babel writes the syntax that they have, polyfills bring what is called and missing there and nothing else, and
// it is minified as plainly/tv is.

import { transformAsync } from "@babel/core";
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = join(root, "tests/engines/rivals");
const made = join(root, "build/engines/rivals");

// What each calls that some tier lacks, found by running it in all of them. Babel's own search ("usage") would load three
// times as much, by names of methods alone.
const RETRY = ["object.assign", "object.has-own", "string.starts-with", "string.ends-with"];
const MESSAGE = ["object.assign", "object.from-entries", "string.code-point-at", "string.from-code-point", "string.starts-with", "string.trim-start", "string.trim-end"];
const I18NEXT = ["array.find", "array.from", "array.includes", "object.entries", "object.values", "string.includes", "string.starts-with"];
const AXIOS = ["global-this", "array.includes", "object.entries", "object.assign", "object.get-own-property-descriptors", "string.ends-with", "reflect.construct"];
const FLUENT = ["string.from-code-point", "regexp.constructor", "regexp.exec", "regexp.sticky", "regexp.test"];

/** `calls` are modules of core-js, of which Babel keeps what a tier lacks. */
export const rivals = [
  { name: "i18next-axios", title: "i18next, ICU, axios-retry", calls: [...I18NEXT, ...MESSAGE, ...AXIOS] },
  { name: "i18next", title: "i18next, ICU, p-retry", calls: [...I18NEXT, ...MESSAGE, ...RETRY] },
  { name: "messageformat", title: "intl-messageformat, p-retry", calls: [...MESSAGE, ...RETRY] },
  { name: "fluent", title: "@fluent/bundle, p-retry", calls: [...FLUENT, ...RETRY] },
];

/** From the oldest; WebKit 538 lies between Safari 7 and 8. From Chromium 94 on nothing is missing. */
const TIERS = ["safari 7", ...[38, 45, 49, 53, 56, 61, 64, 68, 76, 85, 94].map((version) => `chrome ${version}`)];
const SAFARI = ["symbol", "symbol.iterator", "array.iterator", "string.iterator", "map", "set", "weak-map", "weak-set", "promise", "number.is-finite", "number.is-nan"];

/** Of Intl, WebKit 538 has nothing, and Chrome before 63 no PluralRules; the polyfill for them is the one that i18next names. */
function lacking([browser, version], calls) {
  const webkit = browser === "safari";
  const core = [...(webkit ? SAFARI : version < 45 ? ["array.iterator"] : []), ...calls].map((name) => `core-js/modules/es.${name}.js`);
  const intl = [...(webkit ? ["intl", "intl/locale-data/jsonp/en.js"] : []), ...(webkit || version < 63 ? ["intl-pluralrules"] : [])];
  return [...core, ...intl].map((path) => `import "${path}";`).join("\n");
}

/** intl-messageformat 11 makes regular expressions with property escapes at run time: Chrome 64 has them, our build of it not yet. */
const older = ([browser, version]) => browser === "safari" || version < 68;

const rewritten = new Map(); // by tier and path: the four have most files in common

async function babel(tier, filename, code) {
  const key = `${tier} ${filename}`;
  if (!rewritten.has(key)) rewritten.set(key, (await transformAsync(code || await readFile(filename, "utf8"), {
    babelrc: false,
    configFile: false,
    compact: false,
    filename,
    sourceType: "unambiguous",
    presets: [["@babel/preset-env", { modules: false, targets: { [tier[0]]: tier[1] }, useBuiltIns: "entry", corejs: "3.51" }]],
  })).code);
  return rewritten.get(key);
}

const rewrite = (tier, calls) => ({
  name: "rivals",
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /^rivals:lacking$/ }, ({ path }) => ({ path, namespace: "rivals", sideEffects: true }));
    onLoad({ filter: /./, namespace: "rivals" }, async () => ({ contents: await babel(tier, join(root, `${calls}.js`), lacking(tier, calls)), resolveDir: root }));
    if (older(tier)) onResolve({ filter: /^intl-messageformat$/ }, ({ path, ...given }) => resolve(`${path}-10`, { resolveDir: root, kind: given.kind }));
    onLoad({ filter: /\/intl\/locale-data\/complete\.js$/ }, () => ({ contents: "" })); // every language
    onLoad({ filter: /\.m?js$/ }, async ({ path }) => (path.includes("/core-js/") ? undefined : { contents: await babel(tier, path) }));
  },
});

async function write({ name, calls }, tier, file) {
  const es5 = !(tier[1] > 38);
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [join(sources, `${name}.js`)],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    define: { global: "self" },
    supported: { destructuring: true }, // where it is not, Babel has taken it apart
    target: es5 ? "es5" : `chrome${tier[1]}`,
    legalComments: "none",
    logLevel: "error",
    minify: true,
    plugins: [rewrite(tier, calls)],
  });
  const { code } = await minify(text, { ecma: es5 ? 5 : 2015, compress: { passes: 3 }, format: { ascii_only: es5 } });
  writeFileSync(file, code + "\n");
}

/** What their files come from, in short: other sources or versions make them anew. */
const stamp = () => [fileURLToPath(import.meta.url), join(root, "package-lock.json"), ...readdirSync(sources).sort().map((name) => join(sources, name))]
  .reduce((hash, path) => hash.update(readFileSync(path)), createHash("sha256")).digest("hex");

/** The newest tier that an engine has all of; `like` is what it is like, as `chrome 53`. */
function tierOf(like) {
  const [browser, version] = like.split(" ");
  return TIERS.filter((tier) => tier === like || (browser === "chrome" && tier.startsWith("chrome ") && Number(tier.slice(7)) <= Number(version))).pop();
}

/** `{ name, file }` of each for an engine that is `like` that, made where they are not yet. */
export async function rivalsFor(like) {
  const tier = tierOf(like);
  const folder = join(made, tier.replace(" ", "-"));
  const mark = join(folder, "stamp");
  const now = stamp();
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== now) {
    mkdirSync(folder, { recursive: true });
    for (const rival of rivals) await write(rival, tier.split(" "), join(folder, `${rival.name}.js`));
    writeFileSync(mark, now);
  }
  return rivals.map(({ name }) => ({ name, file: relative(root, join(folder, `${name}.js`)) }));
}
