// What the site's pages are made of, from locales/, catalogs/, src/ and the built package: nothing is said here a second time.

import { readdirSync, readFileSync } from "node:fs";
import { actions, categories, inUse, reasons, table } from "../data/names.mjs";
import { readPack, tags } from "../data/pack.mjs";
import { languages } from "../../www/languages.js";
import { failures } from "./failures.mjs";
import { words } from "../../site/words.js";

const at = (path) => new URL(`../../${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(at(path), "utf8"));
const inEnglish = new Intl.DisplayNames("en", { type: "language" });

/** What src/ says in a line for programmers, said for who answers calls: of each name, and of no other. */
function told(list, names) {
  const wrong = [...Object.keys(list).filter((name) => !names.includes(name)), ...names.filter((name) => !list[name])];
  if (wrong.length > 0) throw new Error(`site/explained.json: ${wrong.join(", ")}: not in src/, or not explained`);
  return list;
}

const explained = json("site/explained.json");

const catalogs = readdirSync(at("catalogs/")).filter((name) => name.endsWith(".json")).sort().map((name) => json(`catalogs/${name}`));

/** What every page needs. */
const index = {
  languages: languages.map((each) => ({ direction: "ltr", ...each, english: inEnglish.of(each.tag) })),
  catalogs: catalogs.map(({ provider, codes }) => ({ provider, codes: Object.keys(codes).length, inUse: inUse.includes(provider) })),
  examples: json("tools/demo/demo.json").calls.filter(({ failure }) => failure.status),
};

const called = (rows) => rows.map(({ name }) => name);
const happened = told(explained.reasons, called(reasons));

const causes = {
  reasons: reasons.map(({ name }) => {
    const row = table.get(name);
    // Whose words are said, and under which category's title.
    const key = row.like ?? name;
    return { name, description: happened[name], ...row, said: { key, category: table.get(key).category } };
  }),
  categories: Object.fromEntries(categories.map(({ name, description }) => [name, description])),
  actions: told(explained.actions, called(actions)),
};

async function catalog(data) {
  const { provider, source, codes } = data;
  const of = await failures(data, inUse.includes(provider));
  const missing = of.filter(({ failure }) => !failure).map(({ code }) => code);
  if (missing.length > 0) throw new Error(`catalogs/${provider}.json: no failure of tools/site/failures.mjs brings ${missing.join(", ")}`);
  return { provider, source, rows: of.map(({ code, failure }) => ({ code, status: codes[code].status, reason: codes[code].reason, note: codes[code].note, failure })) };
}

/** A reason's words in every language. */
function everywhere(packs) {
  return causes.reasons.map((reason) => [`reasons/${reason.name}`, packs.map((pack) => ({ locale: pack.locale, direction: pack.direction, ...words(pack, reason) }))]);
}

/** Every file of data, by its name. */
export async function data() {
  const made = await Promise.all(catalogs.map(catalog));
  const codes = made.map(({ provider, rows }) => [provider, rows.map(({ code, reason, note }) => [code, reason, note ?? ""])]);
  return [
    ["index", index],
    ["causes", causes],
    ["codes", codes],
    ...made.map((each) => [`catalogs/${each.provider}`, each]),
    ...everywhere(tags().map(readPack)),
  ];
}
