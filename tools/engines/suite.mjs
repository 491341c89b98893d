// Writes what old engines are given beside the package: build/engines/suite.js, every case and the comparison as one ES5
// script, and inline.js, plainly/inline as a script with the global `inline`.

import { build } from "esbuild";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { caseFiles } from "../../tests/cases.mjs";
import { ES5 } from "../build/es5.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = here("../../build/engines/");
mkdirSync(folder, { recursive: true });

const cases = {
  name: "cases",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^plainly:cases$/ }, ({ path }) => ({ path, namespace: "cases" }));
    onLoad({ filter: /./, namespace: "cases" }, () => ({ contents: JSON.stringify(caseFiles()), loader: "json" }));
  },
};

const script = (from, globalName, plugins = [], to = `${globalName}.js`) => build({
  entryPoints: [here(from)],
  outfile: folder + to,
  bundle: true,
  format: "iife",
  globalName,
  platform: "neutral",
  logLevel: "warning",
  ...ES5,
  plugins: [...plugins, ...ES5.plugins],
});

await script("../../tests/engines/suite.js", "suite", [cases]);
await script("../../pkg/dist/inline.js", "inline");
// Another build of the package, to compare with: BEFORE is its pkg/dist.
rmSync(`${folder}before`, { recursive: true, force: true });
if (process.env.BEFORE) {
  cpSync(process.env.BEFORE, `${folder}before`, { recursive: true });
  await script("../../build/engines/before/inline.js", "inline", [], "before/inline.script.js");
}
