// The builds of the package, each opened so that it speaks all our languages and has a `with` for more options.

import { readdirSync } from "node:fs";

const dist = new URL("../pkg/dist/", import.meta.url);
const from = (path) => import(new URL(path, dist).href);

/** Our packs, as those builds need them that fetch none. */
async function packs() {
  const names = readdirSync(new URL("locales/", dist)).filter((name) => name.endsWith(".js") && name !== "en.js");
  return (await Promise.all(names.map((name) => from("locales/" + name)))).map((module) => module.default);
}

/** Lays the packs that the languages asked for may need over ours. */
const speaking = (plainly, ours) => Object.assign({}, plainly, {
  with(options) {
    const asked = String(options.locales).split(/[,;\s]+/).map((tag) => tag.slice(0, 2).toLowerCase()).filter((tag) => tag !== "en");
    const near = ours.filter(({ locale }) => asked.includes(locale.slice(0, 2)));
    const packs = near.length || !asked.length ? near : ours;
    return plainly.with({ ...options, packs: [...packs, ...(options.packs || [])] });
  },
});

async function carrying(path) {
  const [{ load }, ours] = await Promise.all([from(path), packs()]);
  return speaking(await load({ locales: ["en"] }), ours);
}

export const builds = {
  wasm: async () => (await from("node.js")).load({ locales: ["en"] }),
  inline: () => carrying("inline.js"),
  js: () => carrying("js.js"),
};
