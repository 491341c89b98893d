// Writes pkg/dist: the entry points as one file each, every language, pseudo-locale and catalog as a module and
// as JSON.

import { build } from "esbuild";
import { minify } from "terser";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keyless } from "./names.mjs";
import { ours } from "./ours.mjs";
import { pseudo } from "./pseudo.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "pkg/dist");
rmSync(dist, { recursive: true, force: true });

/** What only a person who reads the file needs stays out of the download. */
const NOTES = new Set(["note", "source", "hashes", "$schema"]);
const lean = (file) => JSON.parse(readFileSync(file, "utf8"), (key, value) => (NOTES.has(key) ? undefined : value));

function put(folder, name, data) {
  const json = JSON.stringify(data);
  writeFileSync(join(dist, folder, `${name}.json`), json + "\n");
  writeFileSync(join(dist, folder, `${name}.js`), `export default ${json};\n`);
}

for (const folder of ["locales", "catalogs"]) {
  mkdirSync(join(dist, folder), { recursive: true });
  for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith(".json"))) {
    put(folder, file.replace(".json", ""), lean(join(root, folder, file)));
  }
}
for (const pack of pseudo(lean(join(root, "locales/en.json")))) put("locales", pack.locale, pack);

const locales = readdirSync(join(root, "locales"))
  .filter((name) => name.endsWith(".json") && name !== "en.json")
  .map((name) => name.replace(".json", ""));

const plainly = {
  name: "plainly",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^plainly:glue$/ }, () => ({ path: join(root, "build/wasm/plainly_bg.js") }));
    onResolve({ filter: /^plainly:locales$/ }, () => ({ path: "locales", namespace: "plainly" }));
    // Each language is named in full, so that bundlers find it and split it off.
    onLoad({ filter: /.*/, namespace: "plainly" }, () => ({
      contents: `export default { ${locales.map((tag) => `${JSON.stringify(tag)}: () => import("./locales/${tag}.js")`).join(", ")} };`,
      resolveDir: dist,
    }));
    onResolve({ filter: /^\.\/locales\// }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^plainly:ours$/ }, () => ({ path: "ours", namespace: "plainly-ours" }));
    onLoad({ filter: /.*/, namespace: "plainly-ours" }, () => ({ contents: JSON.stringify(ours()), loader: "json" }));
    // The core knows English's keys.
    onLoad({ filter: /locales.en\.json$/ }, ({ path }) => {
      const english = lean(path);
      english.messages = keyless(english.messages);
      return { contents: JSON.stringify(english), loader: "json" };
    });
    onLoad({ filter: /\.json$/ }, ({ path }) => ({ contents: JSON.stringify(lean(path)), loader: "json" }));
  },
};

for (const entry of ["index", "node", "coverage", "retry"]) {
  const outfile = join(dist, `${entry}.js`);
  await build({
    entryPoints: [join(root, `pkg/src/${entry}.js`)],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2017", // with import.meta and import(), which every engine with modules and WebAssembly has
    supported: { "import-meta": true, "dynamic-import": true },
    platform: entry === "node" ? "node" : "neutral",
    legalComments: "none",
    plugins: [plainly],
    logLevel: "warning",
  });
  // A second library for what the first leaves: a quarter of a kilobyte of brotli.
  const { code } = await minify(readFileSync(outfile, "utf8"), { module: true, ecma: 2017, compress: { passes: 3 } });
  writeFileSync(outfile, code);
}
copyFileSync(join(root, "build/wasm/plainly.wasm"), join(dist, "plainly_bg.wasm"));
