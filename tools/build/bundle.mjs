// Writes pkg/dist, the published package: the entry points as one file each, every language, pseudo-locale and catalog in
// every form.

import { build, transformSync } from "esbuild";
import { minify } from "terser";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ES5 } from "./es5.mjs";
import { glue } from "./glue.mjs";
import { ours } from "./ours.mjs";
import { pseudo } from "./pseudo.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "pkg/dist");
rmSync(dist, { recursive: true, force: true });

/** What only a person who reads the file needs stays out of the download. */
const NOTES = new Set(["note", "source", "hashes", "$schema"]);
const lean = (file) => JSON.parse(readFileSync(file, "utf8"), (key, value) => (NOTES.has(key) ? undefined : value));
/** For a script, of which nobody may say in which encoding it is. */
const ascii = (json) => json.replace(/[^\0-\x7f]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));

function put(folder, name, data) {
  const json = JSON.stringify(data);
  const write = (path, text) => writeFileSync(join(dist, path), text + "\n");
  write(`${folder}/${name}.json`, json);
  write(`${folder}/${name}.js`, `export default ${json};`);
  write(`${folder}/${name}.cjs`, `module.exports = require("./${name}.json");`);
  write(`tv/${folder}/${name}.js`, `var plainly = plainly || {}; (plainly.${folder} = plainly.${folder} || {})["${name}"] = ${ascii(json)};`);
}

for (const folder of ["locales", "catalogs"]) {
  mkdirSync(join(dist, folder), { recursive: true });
  mkdirSync(join(dist, "tv", folder), { recursive: true });
  for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith(".json"))) {
    put(folder, file.replace(".json", ""), lean(join(root, folder, file)));
  }
}
for (const pack of pseudo(lean(join(root, "locales/en.json")))) put("locales", pack.locale, pack);

const locales = readdirSync(join(root, "locales"))
  .filter((name) => name.endsWith(".json") && name !== "en.json")
  .map((name) => name.replace(".json", ""));

/** How notices look, without what only a person reads. */
const css = transformSync(readFileSync(join(root, "pkg/src/screen/screen.css"), "utf8"), { loader: "css", minify: true, target: ["chrome38", "safari8"] }).code;

/** What the sources name that is written at build time. */
const plainly = (syntax) => ({
  name: "plainly",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^plainly:/ }, ({ path }) => ({ path, namespace: "plainly" }));
    for (const [name, core] of [[/:glue$/, "wasm"], [/:core$/, "js"]]) {
      onLoad({ filter: name, namespace: "plainly" }, async () => ({ contents: await glue(core, syntax), resolveDir: join(root, "pkg/src") }));
    }
    // Each language is named in full, so that bundlers find it and split it off.
    onLoad({ filter: /:locales$/, namespace: "plainly" }, () => ({
      contents: `export const packs = { ${locales.map((tag) => `${JSON.stringify(tag)}: () => import("./locales/${tag}.js")`).join(", ")} };`,
    }));
    onResolve({ filter: /^\.\/locales\// }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /:css$/, namespace: "plainly" }, () => ({ contents: css.trim(), loader: "text" }));
    onLoad({ filter: /:ours$/, namespace: "plainly" }, () => ({ contents: JSON.stringify(ours()), loader: "json" }));
    onLoad({ filter: /:wasm$/, namespace: "plainly" }, () => ({
      contents: `export default "${readFileSync(join(root, "build/wasm/plainly.wasm")).toString("base64")}";`,
    }));
  },
});

/**
 * What an app has anyway, or only those have who need it: files of their own, where both are there of the same kind of module,
 * and React.
 */
const apart = (end) => ({
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^(react|\.\/js-core\.js)$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^\.\.\/(js|screen)\.js$/ }, ({ path }) => ({ path: path.replace("../", "./").replace(/js$/, end), external: true }));
  },
});

/** The licences of the libraries that our files hold, by name. */
const licences = {};

/** What a file says of the libraries in it, whose licences come along in a file of their own. */
function credits(inputs) {
  const names = new Set(Object.keys(inputs).map((path) => (path.match(/node_modules\/([^/]+)\//) || [])[1]).filter(Boolean));
  return [...names].map((name) => {
    const read = (file) => readFileSync(join(root, "node_modules", name, file), "utf8").trim();
    const { version, license } = JSON.parse(read("package.json"));
    licences[name] = `${name} ${version}\n\n${read("LICENSE")}\n`;
    return `/*! ${name} ${version}, ${read("LICENSE").match(/^Copyright .*$/m)[0]}, ${license}: LICENSE-THIRD-PARTY */\n`;
  }).join("");
}

const ES2017 = {
  target: "es2017",
  supported: { "import-meta": true, "dynamic-import": true }, // every engine with modules and WebAssembly has them
};

/** A CommonJS module knows by another name where it is. */
const HERE = {
  define: { "import.meta.url": "here" },
  banner: { js: 'var here = require("node:url").pathToFileURL(__filename).href;' },
};

/** A file of pkg/src with all that it needs, or what `source` says. */
async function bundle(name, syntax, { source, plugins = [], ...options } = {}) {
  const made = await build({
    ...(source
      ? { stdin: { contents: source, resolveDir: join(root, "pkg/src"), sourcefile: name } }
      : { entryPoints: [join(root, `pkg/src/${name}.js`)] }),
    bundle: true,
    write: false,
    outdir: dist,
    metafile: true,
    format: "esm",
    platform: "neutral",
    external: ["node:*"],
    legalComments: "none",
    logLevel: "warning",
    ...syntax,
    ...options,
    plugins: [...plugins, plainly(syntax), ...(syntax.plugins || [])],
  });
  const [{ exports: names, inputs }] = Object.values(made.metafile.outputs);
  return { text: made.outputFiles[0].text, names, inputs };
}

/**
 * A second library for what the first leaves: a quarter of a kilobyte of brotli. In ES5, where the core may be JavaScript,
 * functions that are called at once, or handed on, stand in brackets: engines then compile them as they read them, and do not
 * read the core three times (a third of a start in V8 of Chrome 38).
 */
async function write(file, { text, inputs }, options, head = "") {
  const es5 = options.ecma === 5;
  const { code } = await minify(text, {
    compress: { passes: 3, negate_iife: false },
    format: { ascii_only: es5, wrap_iife: es5, wrap_func_args: es5 },
    ...options,
  });
  writeFileSync(join(dist, file), head + credits(inputs) + code + "\n");
}

/** An entry point as a module and, where `commonjs` holds what differs there, for `require`; `head` is what both begin with. */
async function entry(name, syntax, commonjs, head = "") {
  const ecma = syntax === ES5 ? 5 : 2017;
  const made = await bundle(name, syntax, { plugins: [apart("js")] });
  writeFileSync(join(root, `build/${name}.json`), JSON.stringify(made.inputs)); // for tools/size/size.mjs
  await write(`${name}.js`, made, { module: true, ecma }, head);
  if (!commonjs) return;
  // Written out, so that Node.js finds the names.
  const source = `import { ${made.names.join(", ")} } from "./${name}.js"; ${made.names.map((each) => `exports.${each} = ${each};`).join(" ")}`;
  const required = await bundle(name, syntax, { source, format: "cjs", logOverride: { "commonjs-variable-in-esm": "silent" }, ...commonjs });
  await write(`${name}.cjs`, required, { ecma, toplevel: true }, head);
}

await entry("index", ES2017);
await entry("node", ES2017, { plugins: [apart("js")], ...HERE });
await entry("retry", ES5, {});
await entry("screen", ES5, {});
await entry("qr", ES5, {});
await entry("element", ES2017, {});
await entry("react", ES2017, { plugins: [apart("cjs")] }, '"use client";\n');
await entry("coverage", ES2017, {});
await entry("server", ES2017, {});
await entry("testing", ES2017, { plugins: [apart("cjs")] });
await entry("js-core", ES5);
await entry("js", ES5, {});
await entry("inline", ES5, {});

/** Scripts with the global `plainly`; `to` is where in dist. */
async function script(name, to) {
  const { text, inputs } = await bundle(name, ES5, { format: "iife" });
  await write(to, { text: "var plainly = plainly || {};\n" + text, inputs }, { ecma: 5 });
}
await script("tv", "tv.js");
await script("screen-tv", "tv/screen.js");
await script("qr-tv", "tv/qr.js");
writeFileSync(join(dist, "LICENSE-THIRD-PARTY"), "Libraries that files of this package hold.\n\n" + Object.values(licences).join("\n"));
writeFileSync(join(dist, "screen.css"), css);

copyFileSync(join(root, "build/wasm/plainly.wasm"), join(dist, "plainly_bg.wasm"));

// The folder is the package: each sub-path is a file at its root, for bundlers that know no `exports`.
copyFileSync(join(root, "pkg/package.json"), join(dist, "package.json"));
cpSync(join(root, "pkg/schema"), join(dist, "schema"), { recursive: true });
for (const file of readdirSync(join(root, "pkg")).filter((name) => name.endsWith(".d.ts"))) {
  const types = readFileSync(join(root, "pkg", file), "utf8");
  writeFileSync(join(dist, file), types);
  if (/^(tv|screen\.css)\./.test(file)) continue; // a script and a sheet are nothing to require
  // For `require` the same, and what stands for the module itself where that is one value.
  const required = types.replace(/("\.\/\w+)\.js"/g, "$1.cjs\"").replace("export default", "export =");
  writeFileSync(join(dist, file.replace(/ts$/, "cts")), required);
}
