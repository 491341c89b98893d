// What `coverage()` must know of our own words and codes.

import { readdirSync, readFileSync } from "node:fs";
import { inUse, reasons } from "../data/names.mjs";

/** The files of a folder of ours, by name. */
export function files(folder) {
  const at = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(at).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(names.map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(new URL(name, at), "utf8"))]));
}

export function ours() {
  const [locales, catalogs] = [files("locales"), files("catalogs")];
  const keys = Object.keys(locales.en.messages);
  const lacks = ({ messages }) => keys.filter((key) => messages[key] === undefined);
  return {
    reasons: reasons.map(({ name }) => name),
    keys,
    lacks: Object.fromEntries(Object.entries(locales).map(([tag, pack]) => [tag, lacks(pack)])),
    codes: Object.fromEntries(inUse.map((name) => [catalogs[name].provider, Object.keys(catalogs[name].codes)])),
  };
}
