// CLDR's facts of each language (plural rules, digits, direction) → the heads of locales/*.json.
// `node tools/data/cldr.mjs` writes them, `--check` only compares.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readPack, tags, writePack } from "./pack.mjs";

const require = createRequire(import.meta.url);
export const plurals = require("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
const systems = require("cldr-core/supplemental/numberingSystems.json").supplemental.numberingSystems;

/** CLDR names some languages otherwise than our packs do. */
const inCldr = (tag) => ({ "pt-BR": "pt", "zh-Hans": "zh" })[tag] ?? tag;
/** The folder of a language in CLDR's data; `nb` only says that it is `no`. */
export const main = (tag) => (tag === "nb" ? "no" : inCldr(tag));

/** The rule set for whole numbers: `v`, `w`, `f`, `t`, `c` and `e` are zero, `n` and `i` are the same. */
export function pluralRules(tag) {
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
  const numbers = require(`cldr-numbers-full/main/${main(tag)}/numbers.json`).main[main(tag)].numbers;
  return systems[numbers.defaultNumberingSystem]._digits;
}

function direction(tag) {
  const layout = require(`cldr-misc-full/main/${main(tag)}/layout.json`).main[main(tag)].layout;
  return layout.orientation.characterOrder === "right-to-left" ? "rtl" : "ltr";
}

/** What CLDR knows of a language, as a pack's head has it. */
export const facts = (tag) => ({ direction: direction(tag), digits: digits(tag), plural: pluralRules(tag) });

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const check = process.argv.includes("--check");
  let stale = 0;
  for (const tag of tags()) {
    const pack = readPack(tag);
    const known = facts(tag);
    if (Object.keys(known).every((key) => known[key] === pack[key])) continue;
    stale += 1;
    if (check) console.error(`locales/${tag}.json: differs from CLDR; run node tools/data/cldr.mjs`);
    else writePack(tag, { locale: pack.locale, ...known, ...pack, ...known });
  }
  if (stale > 0 && check) process.exit(1);
}
