// A machine with one font and no letters of most languages, as fontconfig tells it to a browser. The font comes with
// the npm packages, for no machine must have it.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const from = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The configuration's path; undefined where browsers do not ask fontconfig. */
export function oneFont() {
  if (process.platform !== "linux") return undefined;
  const folder = from("build/one-font");
  mkdirSync(`${folder}/fonts`, { recursive: true });
  copyFileSync(from("node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf"), `${folder}/fonts/DejaVuSans.ttf`);
  const path = folder.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  writeFileSync(`${folder}/fonts.conf`, `<?xml version="1.0"?>
<fontconfig>
  <dir>${path}/fonts</dir>
  <cachedir>${path}/cache</cachedir>
</fontconfig>
`);
  return `${folder}/fonts.conf`;
}

/** Why a page has other fonts than one, or none that it may read; empty where it has one. */
export const FAULTS = `const pen = document.createElement("canvas").getContext("2d");
  const widths = ["sans-serif", "serif", "monospace"].map((family) => {
    pen.font = "40px " + family;
    return ["iii", "mmm"].map((text) => Math.round(pen.measureText(text).width));
  });
  const [[narrow, wide]] = widths;
  return narrow < wide && new Set(widths.map(String)).size === 1 ? "" : "widths of letters in three families: " + widths.join(" and ");`;
