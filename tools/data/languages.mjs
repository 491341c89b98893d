// What languages call themselves, by CLDR → the list of www/languages.js.
// `node tools/data/languages.mjs` writes it, `--check` only compares.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { main } from "./cldr.mjs";
import { readPack, tags } from "./pack.mjs";

const require = createRequire(import.meta.url);
const FILE = new URL("../../www/languages.js", import.meta.url);

/** A file of CLDR's on a language; nothing where CLDR has none. */
function cldr(collection, language, name) {
  try {
    return require(`cldr-${collection}-full/main/${language}/${name}.json`).main[language];
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return {};
    throw error;
  }
}

/** What a language is called in another one, as it stands in a sentence. */
export function nameIn(language, tag) {
  const names = (name) => cldr("localenames", language, name).localeDisplayNames;
  const { languages } = names("languages");
  if (languages[tag]) return languages[tag];
  // A language with a script or region that has no name as a whole.
  const [base, part] = tag.split("-");
  const parts = part.length === 4 ? names("scripts").scripts : names("territories").territories;
  return names("localeDisplayNames").localeDisplayPattern.localePattern.replace("{0}", languages[base]).replace("{1}", parts[part]);
}

/** What it calls itself, as it stands alone or in a list: with a capital where CLDR says so. */
export function ownName(tag) {
  const name = nameIn(main(tag), tag);
  const { "stand-alone": alone, uiListOrMenu: listed } = cldr("misc", main(tag), "contextTransforms").contextTransforms?.languages ?? {};
  const [first, ...rest] = name;
  return [alone, listed].includes("titlecase-firstword") ? first.toLocaleUpperCase(tag) + rest.join("") : name;
}

function row(tag) {
  const parts = [`tag: ${JSON.stringify(tag)}`, `name: ${JSON.stringify(ownName(tag))}`];
  if (readPack(tag).direction === "rtl") parts.push('direction: "rtl"');
  return `  { ${parts.join(", ")} },\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = readFileSync(FILE, "utf8");
  const fresh = text.replace(/(export const languages = \[\n)[^]*?(\];\n)/, (_, head, foot) => head + tags().map(row).join("") + foot);
  if (fresh !== text && process.argv.includes("--check")) {
    console.error("www/languages.js: differs from locales/ and CLDR; run node tools/data/languages.mjs");
    process.exit(1);
  }
  if (fresh !== text) writeFileSync(FILE, fresh);
}
