// Data against data: codes against catalogs, keys against packs. Whatever it is given, it answers.

import { chain, fold, tag } from "./fold.js";
import { attempt, get, isArray, isObject } from "../facts/guard.js";
import { ONE, plain } from "../facts/plain.js";

const MOST = 65536; // of one list
const MOST_LOCALES = 1024; // CLDR knows some 700

/** @param ours `{ reasons, keys, lacks: keys by language, codes: codes by provider }` */
export function cover(ours, given) {
  const named = list(get(given, "catalogs")).filter((catalog) => isText(get(catalog, "provider")));
  const catalogs = named.map((catalog) => table(ours, catalog));
  const packs = languages(ours, given);
  // Catalogs may name words of ours, too.
  const wanted = distinct(ours.keys.concat(ownKeys(catalogs, packs)));
  const asked = list(get(given, "locales"));
  const theirs = list(get(given, "packs")).map((pack) => get(pack, "locale"));
  const tags = distinct((asked.length > 0 ? asked : ["en"].concat(theirs)).filter(isText).map(tag).filter(Boolean)).slice(0, MOST_LOCALES);
  const same = new Map();
  const answer = {
    complete: false,
    codes: codes(ours, catalogs, get(given, "codes")),
    catalogs: catalogs.map(({ provider, entries, faulty }) => ({
      provider,
      codes: entries.length + faulty.length,
      ownWords: entries.filter(({ words }) => isText(words)).length,
      faulty,
    })),
    locales: tags.map((locale) => words(ours, packs, wanted, locale, same)),
  };
  answer.complete = answer.codes.every(({ unknown }) => unknown.length === 0)
    && answer.catalogs.every(({ faulty }) => faulty.length === 0)
    && answer.locales.every(({ missing }) => missing.length === 0);
  return answer;
}

/** A catalog's entries, apart from those that have no reason of ours. */
function table(ours, catalog) {
  const read = { provider: get(catalog, "provider"), entries: [], faulty: [] };
  for (const [code, entry] of members(get(catalog, "codes"))) {
    const reason = get(entry, "reason");
    if (ours.reasons.includes(reason)) {
      const actions = list(get(entry, "actions")).concat(get(get(entry, "retry"), "action"));
      read.entries.push({ code, words: get(entry, "words"), actions });
    } else {
      read.faulty.push(isText(reason) ? { code, reason } : { code });
    }
  }
  return read;
}

/** Which of the codes handed in nobody knows, by provider. */
function codes(ours, catalogs, given) {
  return members(given).map(([provider, handed]) => {
    const known = new Set(Object.keys(ours.codes).includes(provider) ? ours.codes[provider].map(fold) : []);
    for (const catalog of catalogs) {
      if (catalog.provider === provider) catalog.entries.forEach(({ code }) => known.add(fold(code)));
    }
    const forms = new Map();
    for (const code of list(handed)) {
      const text = typeof code === "number" ? String(code) : plain(code, ONE);
      if (isText(text) && !forms.has(fold(text) || text)) forms.set(fold(text) || text, text);
    }
    return { provider, total: forms.size, unknown: Array.from(forms).filter(([form]) => !known.has(form)).map(([, text]) => text) };
  });
}

/** The keys that each language has, of ours and of the packs: a Map of Sets. */
function languages(ours, given) {
  const found = new Map();
  for (const locale of Object.keys(ours.lacks)) {
    found.set(locale, new Set(ours.keys.filter((key) => !ours.lacks[locale].includes(key))));
  }
  for (const pack of list(get(given, "packs"))) {
    const locale = isText(get(pack, "locale")) ? tag(get(pack, "locale")) : undefined;
    if (!locale) continue;
    if (!found.has(locale)) found.set(locale, new Set());
    for (const [key, message] of members(get(pack, "messages"))) {
      // One that holds for a time is there.
      if (typeof message === "string" || isText(get(message, "message"))) found.get(locale).add(key);
    }
  }
  return found;
}

/** The namespaced keys that catalogs use. A title or advice is wanted where English has one, as the core wants it. */
function ownKeys(catalogs, packs) {
  const keys = [];
  const isOwn = (name) => isText(name) && name.includes(".");
  for (const { entries } of catalogs) {
    for (const entry of entries) {
      if (isOwn(entry.words)) {
        keys.push(entry.words);
        for (const key of [entry.words + ".title", entry.words + ".advice"]) if (packs.get("en").has(key)) keys.push(key);
      }
      entry.actions.filter(isOwn).forEach((name) => keys.push("action." + name));
    }
  }
  return distinct(keys);
}

/**
 * What a viewer of that language would not read in it.
 * @param same what was found, by the languages that speak: most have none, and then all lack the same
 */
function words(ours, packs, wanted, locale, same) {
  const levels = chain(locale).filter((level) => packs.has(level));
  const found = same.get(levels.join());
  if (found) return Object.assign({}, found, { locale });
  // A country's pack lies over its language's.
  const missing = wanted.filter((key) => !levels.some((level) => packs.get(level).has(key)));
  const lacking = new Set(missing);
  const lacks = (reason) => ["", ".title", ".advice"].some((part) => lacking.has(reason + part));
  const answer = { locale, keys: wanted.length, missing, reasons: ours.reasons.filter(lacks) };
  same.set(levels.join(), answer);
  return answer;
}

function isText(value) {
  return typeof value === "string" && value !== "";
}

function distinct(values) {
  return Array.from(new Set(values));
}

function list(value) {
  const items = [];
  const length = isArray(value) ? Math.min(get(value, "length"), MOST) : 0;
  for (let at = 0; at < length; at++) items.push(get(value, at));
  return items;
}

/** The pairs of an object. */
function members(value) {
  const keys = isObject(value) && !isArray(value) ? attempt(() => Object.keys(value)) || [] : [];
  return keys.slice(0, MOST).map((key) => [key, get(value, key)]);
}
