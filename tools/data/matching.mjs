// CLDR's tables of language negotiation → src/locale/cldr.rs, as far as the languages of locales/ need them.
// `node tools/data/matching.mjs` writes it, `--check` only compares.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { tags } from "./pack.mjs";

const require = createRequire(import.meta.url);
const supplemental = (name) => require(`cldr-core/supplemental/${name}.json`).supplemental;
const likely = supplemental("likelySubtags").likelySubtags;
const matching = supplemental("languageMatching").languageMatching["written-new"];
const aliases = supplemental("aliases").metadata.alias.languageAlias;
const groups = supplemental("territoryContainment").territoryContainment;

const ours = [...new Set(tags().map((tag) => tag.split("-")[0]))];
const isOurs = (language) => ours.includes(language);
/** A shape of the data that the core's algorithm counts on. */
function expect(holds, what) {
  if (!holds) throw new Error(`CLDR's data is not as it was: ${what}`);
}

const scriptOf = (tag) => likely[tag]?.split("-")[1];
const words = (list) => list.join(" ");

// The script that is meant where none is named, for languages where more than one is read.
const meant = new Map();
const mean = (script, tag) => meant.set(script, [...(meant.get(script) ?? []), tag]);
for (const [tag, to] of Object.entries(likely)) {
  const [language, region] = tag.split("-");
  const script = to.split("-")[1];
  if (!isOurs(language)) continue;
  const others = Object.keys(likely).some((other) => other.startsWith(`${language}-`) && scriptOf(other) !== scriptOf(language));
  const native = language !== "en" && (script !== "Latn" || others);
  if (tag === language && native) mean(script, tag);
  else if (/^[A-Z]{2}$/.test(region ?? "") && script !== scriptOf(language)) mean(script, tag);
}
// Languages that we do not speak, whose readers read one of ours: `20fr br` is Breton, read in French. English needs
// no row, it is the last of every chain.
const THRESHOLD = 50;
const simple = matching.languageMatch.filter(({ _desired: desired }) => /^[a-z]+$/.test(desired));
const pairs = simple.flatMap(({ _desired, _supported, _distance, _oneway }) => [[_desired, _supported, _distance], ...(_oneway ? [] : [[_supported, _desired, _distance]])]);
const nearScripts = new Map(matching.languageMatch
  .filter(({ _desired: desired }) => /^[a-z]+-[A-Z][a-z]+$/.test(desired))
  .map(({ _desired, _supported, _distance }) => [`${_desired} ${_supported}`, _distance]));
const read = new Map();
for (const [desired, supported, distance] of pairs) {
  if (isOurs(desired) || !isOurs(supported) || supported === "en") continue;
  const [from, to] = [scriptOf(desired), scriptOf(supported)];
  let apart = from === undefined || from === to ? 0 : nearScripts.get(`${desired}-${from} ${supported}-${to}`);
  // Cantonese is read in the characters that it is written in, where we have them.
  if (apart === undefined && tags().includes(`${supported}-${from}`)) {
    mean(from, desired);
    apart = 0;
  }
  if (apart === undefined || distance + apart >= THRESHOLD) continue;
  const key = `${String(distance + apart).padStart(2, "0")}${supported}`;
  read.set(key, [...(read.get(key) ?? []), desired]);
}
const related = [...read].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([key, list]) => [key, ...list.sort()]);
const scripts = [...meant].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([script, list]) => [script, ...list.sort()]);

// Other names of our languages and of those next to them: ISO 639-2 in both its forms, members of macrolanguages, codes
// that were replaced.
const DIALECT = 10;
const dialects = related.filter((word, at) => Number(related.slice(0, at).findLast((other) => /^\d/.test(other))?.slice(0, 2)) <= DIALECT);
const names = Object.entries(aliases)
  .map(([from, { _replacement: to }]) => {
    const [language, region] = to.split("-");
    // Montenegrin is sr-ME, which means Latin letters.
    if (!/^[A-Z]{2}$/.test(region ?? "")) return [from, to];
    return [from, scriptOf(to) && scriptOf(to) !== scriptOf(language) ? `${language}-${scriptOf(to)}` : language];
  })
  .filter(([from, to]) => /^[a-z]{2,3}$/.test(from) && /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(to))
  .filter(([from, to]) => from !== to && (isOurs(to.split("-")[0]) || dialects.includes(to)))
  .sort(([a], [b]) => a.length - b.length)
  .flat();

// Scripts of one language that are no obstacle: romanised text, kana.
const own = [...nearScripts].filter(([key]) => key.split(" ")[0].split("-")[0] === key.split(" ")[1].split("-")[0]);
const close = new Map();
for (const [key, distance] of own) {
  const [desired, supported] = key.split(" ");
  const [language, script] = desired.split("-");
  if (!isOurs(language) || script === "Hani" && language === "zh") continue;
  expect(distance === 5 || (distance === 20 && script === "Latn" && supported !== desired), `the scripts ${key}`);
  close.set(distance, new Set([...(close.get(distance) ?? []), language]));
}
const list = (distance) => [...(close.get(distance) ?? [])].sort();

// Regions whose readers are nearer to each other than to the rest of the language.
function territories(value) {
  return value.split("+").flatMap((code) => (/^\d+$/.test(code) ? territories((groups[code]?._contains ?? []).join("+") || "") : code ? [code] : []));
}
const variables = Object.fromEntries(Object.entries(matching.matchVariables).map(([name, { _value }]) => [name, _value]));
const regional = new Map();
for (const { _desired: desired, _distance: distance } of matching.languageMatch) {
  const [, language, variable] = /^([a-z]+)-\S+-(\$[a-zA-Z]+)$/.exec(desired) ?? [];
  if (!language || !isOurs(language)) continue;
  expect(distance === 4, `the regions of ${desired}`);
  regional.set(variable, [...(regional.get(variable) ?? []), language]);
}
const clusters = [...regional].flatMap(([variable, languages]) => {
  const members = /^\d+$/.test(variables[variable]) ? [...new Set([...territories(variables[variable]), variables[variable], "419"])] : variables[variable].split("+");
  return languages.map((language) => [language, members]);
});
// One list serves several languages.
const rows = [];
for (const [language, members] of clusters) {
  const same = rows.find((row) => row.members === words(members.sort()));
  if (same) same.languages.push(language);
  else rows.push({ languages: [language], members: words(members.sort()) });
}
const regions = rows.flatMap(({ languages, members }) => [...languages.sort(), members]);
/** The region that is meant where none is named, for these languages. */
const home = rows.flatMap(({ languages }) => languages).sort().map((language) => likely[language === "zh" ? "zh-Hant" : language].replace(/-[A-Z][a-z]{3}-/, "-"));
const paradigms = matching.paradigmLocales._locales.filter((tag) => tag.includes("-"));

function constant(doc, name, value) {
  const lines = [];
  let line = "";
  for (const word of value) {
    if (line && `${line} ${word}`.length > 112) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return `/// ${doc}\npub(super) const ${name}: &str = "\\\n    ${lines.join(" \\\n    ")}";\n`;
}

const split = (list) => list.flatMap((text) => text.split(" "));
const fresh = [
  "//! CLDR's facts of language negotiation. `node tools/data/matching.mjs` writes this file from npm's `cldr-core`.\n",
  constant("Other names of our languages, each before the one that we use; shorter names first.", "ALIASES", names),
  constant("Scripts, each before the languages and places where it is meant when none is named.", "SCRIPTS", scripts),
  constant("A distance with one of our languages, before those whose readers read it.", "RELATED", related),
  constant("Languages whose scripts are all near each other.", "NEAR_SCRIPTS", list(5)),
  constant("Languages that are read by those who write them in Latin letters.", "ROMANISED", list(20)),
  constant("Languages, before the regions whose readers are nearer to each other than to the rest.", "REGIONS", split(regions)),
  constant("Where those languages are at home.", "HOMES", home),
  constant("What stands for the whole of its part of a language.", "PARADIGMS", paradigms),
].join("\n");

const path = fileURLToPath(new URL("../../src/locale/cldr.rs", import.meta.url));
let before = "";
try {
  before = readFileSync(path, "utf8");
} catch {
  // The first time.
}
if (fresh !== before) {
  if (process.argv.includes("--check")) {
    console.error("src/locale/cldr.rs: differs from CLDR or from locales/; run node tools/data/matching.mjs");
    process.exit(1);
  }
  writeFileSync(path, fresh);
}
