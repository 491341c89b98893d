// Writes build/engines/suite.js: every case and the comparison as one ES5 script, for any engine that takes a script.

import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { caseFiles } from "../tests/cases.mjs";
import { ES5 } from "./es5.mjs";

const folder = fileURLToPath(new URL("../build/engines/", import.meta.url));
mkdirSync(folder, { recursive: true });

const cases = {
  name: "cases",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^plainly:cases$/ }, ({ path }) => ({ path, namespace: "cases" }));
    onLoad({ filter: /./, namespace: "cases" }, () => ({ contents: JSON.stringify(caseFiles()), loader: "json" }));
  },
};

await build({
  entryPoints: [fileURLToPath(new URL("../tests/engines/suite.js", import.meta.url))],
  outfile: folder + "suite.js",
  bundle: true,
  format: "iife",
  globalName: "suite",
  platform: "neutral",
  logLevel: "warning",
  ...ES5,
  plugins: [cases, ...ES5.plugins],
});
