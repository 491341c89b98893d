#!/usr/bin/env node
// Writes build/site: pages for those who write no code, to be put on any static host, in any folder.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname } from "node:path";
import { data } from "./data.mjs";

const from = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const to = (path) => from(`build/site/${path}`);

/** What the pages load of the package; `plainly` finds its other files beside itself. */
const PACKAGE = ["index.js", "js-core.js", "plainly_bg.wasm", "screen.js", "screen.css", "locales", "catalogs", "LICENSE-THIRD-PARTY"];

rmSync(to(""), { recursive: true, force: true });
for (const name of PACKAGE) {
  // A page requires nothing.
  cpSync(from(`pkg/dist/${name}`), to(`plainly/${name}`), { recursive: true, filter: (path) => !path.endsWith(".cjs") });
}

await build({
  entryPoints: [from("site/app.js"), from("site/site.css")],
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outdir: to(""),
  chunkNames: "[name]-[hash]", // beside the package, as the sources are
  external: ["./plainly/*"],
  logLevel: "warning",
});

for (const [name, content] of await data()) {
  const path = to(`data/${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content) + "\n");
}
writeFileSync(to("index.html"), readFileSync(from("site/index.html")));
cpSync(from("www/icon.svg"), to("icon.svg"));
console.log("build/site: put it on any static host");
