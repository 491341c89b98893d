// CLDR's facts of each language (plural rules, digits, direction) → the heads of locales/*.json.
// `node tools/cldr.mjs` writes them, `--check` only compares.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("../locales/", import.meta.url));
const plurals = require("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
const systems = require("cldr-core/supplemental/numberingSystems.json").supplemental.numberingSystems;

/** CLDR names some languages otherwise than our packs do. */
const inCldr = (tag) => (tag === "pt-BR" ? "pt" : tag === "zh-Hans" ? "zh" : tag);

/** The rule set for whole numbers: `v`, `w`, `f`, `t`, `c` and `e` are zero, `n` and `i` are the same. */
function pluralRules(tag) {
  const rules = plurals[inCldr(tag)] ?? plurals[tag.split("-")[0]];
  if (!rules) throw new Error(`CLDR has no plural rules for ${tag}`);
  const found = [];
  for (const [name, rule] of Object.entries(rules)) {
    const category = name.replace("pluralRule-count-", "");
    const condition = rule.split("@")[0].trim();
    if (category === "other") continue;
    const ways = condition.split(" or ").map((way) => whole(way.split(" and "))).filter((way) => way !== undefined);
    if (ways.length > 0) found.push(`${category}: ${[...new Set(ways)].join(" or ")}`);
  }
  return found.join("; ");
}

/** What is left of relations joined by "and"; undefined when no whole number fulfils them. */
function whole(relations) {
  const left = [];
  for (const relation of relations) {
    const [, operand, modulus, sign, ranges] = /^(\w)(?: % (\d+))? (!?=) ([\d.,]+)$/.exec(relation.trim());
    if ("ni".includes(operand)) {
      left.push(`n${modulus ? ` % ${modulus}` : ""} ${sign} ${ranges}`);
    } else {
      const zero = ranges.split(",").some((range) => Number(range.split("..")[0]) === 0);
      if (zero !== (sign === "=")) return undefined;
    }
  }
  // Nothing left means every whole number: that cannot stand before "other".
  if (left.length === 0) throw new Error(`no relation of whole numbers in ${relations.join(" and ")}`);
  return left.join(" and ");
}

function digits(tag) {
  const numbers = require(`cldr-numbers-full/main/${inCldr(tag)}/numbers.json`).main[inCldr(tag)].numbers;
  return systems[numbers.defaultNumberingSystem]._digits;
}

function direction(tag) {
  const layout = require(`cldr-misc-full/main/${inCldr(tag)}/layout.json`).main[inCldr(tag)].layout;
  return layout.orientation.characterOrder === "right-to-left" ? "rtl" : "ltr";
}

let stale = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const text = readFileSync(folder + file, "utf8");
  const { locale } = JSON.parse(text);
  const facts = { direction: direction(locale), digits: digits(locale), plural: pluralRules(locale) };
  let fresh = text;
  for (const [key, value] of Object.entries(facts)) {
    fresh = fresh.replace(new RegExp(`("${key}": )"[^"]*"`), (_, head) => head + JSON.stringify(value));
  }
  if (fresh === text) continue;
  stale += 1;
  if (process.argv.includes("--check")) console.error(`locales/${file}: differs from CLDR; run node tools/cldr.mjs`);
  else writeFileSync(folder + file, fresh);
}
if (stale > 0 && process.argv.includes("--check")) process.exit(1);
