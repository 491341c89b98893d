// A language's messages as a translator is given them: unit by unit, a counted message in as many units as the language
// has forms. Export writes them; import asks that they come back.

import { parse } from "../data/message.mjs";
import { hash } from "../data/pack.mjs";
import { categories, numbers } from "../data/plural.mjs";
import { context, form, kind, limit } from "./notes.mjs";

/** Where messages stand together. */
function group(key) {
  const what = kind(key);
  if (key.startsWith("category.")) return "titles";
  if (/^(countdown|deferred)\./.test(key)) return "waits";
  return { label: "buttons", form: "forms" }[what] ?? key.split(".")[0];
}

/** The forms that a translation must have: exact numbers that it has already, then CLDR's. */
function forms(rule, message) {
  const exact = (message?.forms ?? []).map(([key]) => key).filter((key) => /^\d+$/.test(key));
  return [...exact, ...categories(rule)];
}

const placeholders = (pieces) => pieces.filter((piece) => piece.name).map(({ name }) => name);

/** All units: `{ id, key, form, group, source, target, names, optional, isFresh, isStale, limit, notes }`. */
export function units(pack, english) {
  return Object.keys(english).flatMap((key) => {
    const [source, old] = [english[key], pack.messages[key]].map((message) => message && parse(message));
    const isFresh = old !== undefined && pack.hashes?.[key] === hash(english[key]);
    const base = { key, group: group(key), limit: limit(key), isStale: old !== undefined && !isFresh };
    const piecesOf = (message, name) => message?.forms.find(([own]) => own === (name === "other" ? "*" : name))?.[1];
    if (!source.count) {
      const [pieces, target] = [piecesOf(source, "other"), piecesOf(old, "other")];
      return [{ ...base, id: key, source: pieces, target, isFresh, names: placeholders(pieces), optional: false, notes: context(key, english) }];
    }
    return forms(pack.plural, old).map((name) => {
      const pieces = piecesOf(source, name) ?? piecesOf(source, "other");
      const target = piecesOf(old, name);
      return {
        ...base, id: `${key}.${name}`, form: name, count: source.count, source: pieces, target, isFresh: isFresh && target !== undefined,
        names: placeholders(pieces),
        // Where one number alone takes the form, it may be a word.
        optional: /^\d+$/.test(name) || numbers(pack.plural).get(name).length === 1,
        notes: [form(name, pack.plural), ...context(key, english)],
      };
    });
  });
}
