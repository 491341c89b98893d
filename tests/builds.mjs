// The builds of the package, each opened so that it speaks all our languages and has a `with` for more options.

import { readdirSync } from "node:fs";
import { speaking } from "./speaking.js";

const dist = new URL("../pkg/dist/", import.meta.url);
const from = (path) => import(new URL(path, dist).href);

/** Our packs, as those builds need them that fetch none. */
async function packs() {
  const names = readdirSync(new URL("locales/", dist)).filter((name) => name.endsWith(".js") && name !== "en.js");
  return (await Promise.all(names.map((name) => from("locales/" + name)))).map((module) => module.default);
}

async function carrying(path) {
  const [{ load }, ours] = await Promise.all([from(path), packs()]);
  return speaking(await load({ locales: ["en"] }), ours);
}

export const builds = {
  wasm: async () => (await from("node.js")).load({ locales: ["en"] }),
  inline: () => carrying("inline.js"),
  js: () => carrying("js.js"),
};
