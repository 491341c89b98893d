// Writes build/www: the TV page for televisions from Chromium 53 on, as it is opened from disk. One ES5 script with the
// package's in front; each language is a script that comes when it is spoken.

import { build } from "esbuild";
import { minify } from "terser";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ES5 } from "../build/es5.mjs";
import { tags } from "../data/pack.mjs";

export const folder = new URL("../../build/www/", import.meta.url);
const from = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const to = (path) => fileURLToPath(new URL(path, folder));

rmSync(folder, { recursive: true, force: true });
mkdirSync(to("locales"), { recursive: true });

/** Where nothing can be fetched, another file opens explainers. */
const disk = {
  name: "disk",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/engine\.js$/ }, () => ({ path: from("www/disk.js") }));
  },
};

const made = await build({
  entryPoints: [from("www/app.js")],
  bundle: true,
  write: false,
  format: "iife",
  platform: "neutral",
  logLevel: "warning",
  ...ES5,
  plugins: [disk, ...ES5.plugins],
});
const { code } = await minify(made.outputFiles[0].text, { ecma: 5, format: { ascii_only: true } });
const PACKAGE = ["tv.js", "tv/qr.js", "tv/screen.js"].map((name) => from(`pkg/dist/${name}`)).filter(existsSync);
writeFileSync(to("page.js"), PACKAGE.map((path) => readFileSync(path, "utf8")).join("") + code + "\n");

for (const name of readdirSync(from("www"))) {
  if (/\.(css|svg)$/.test(name)) copyFileSync(from(`www/${name}`), to(name));
}
copyFileSync(from("pkg/dist/screen.css"), to("screen.css"));
writeFileSync(to("index.html"), readFileSync(from("www/index.html"), "utf8").replace("../pkg/dist/", ""));
for (const tag of tags().filter((tag) => tag !== "en")) copyFileSync(from(`pkg/dist/tv/locales/${tag}.js`), to(`locales/${tag}.js`));
