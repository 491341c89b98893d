// A language as an XLIFF file.

import { isCountable } from "../data/columns.mjs";
import { maker } from "./xml.mjs";
import { units } from "./units.mjs";

/** The file's text. */
export function write(pack, english) {
  const { block, words, write: serialize } = maker();
  // A restriction in code points is wrong where some of them take no room.
  const restricts = isCountable(Object.values(pack.messages).join(""));

  const ph = (name, at, optional) => words("ph", {
    id: String(at + 1), equiv: `{$${name}}`, disp: `{$${name}}`, canCopy: "no", canDelete: optional ? "yes" : "no", canReorder: "yes",
  });
  const content = ({ names, optional }, pieces) => pieces.map((piece) => (piece.name ? ph(piece.name, names.indexOf(piece.name), optional) : piece));

  function unit(entry) {
    const { id, source, target, isFresh, isStale, limit, notes } = entry;
    const told = [
      ...(isStale ? [["state", "English has changed since this was translated; the target is the old one."]] : []),
      ...notes.map((note) => ["context", note]),
      ...(limit ? [["length", limit.note + (restricts ? " The size restriction of this unit only counts code points." : "")]] : []),
    ];
    return block("unit", { id, name: id, "slr:sizeRestriction": limit && restricts ? String(limit.most) : undefined },
      block("notes", {}, told.map(([category, note], at) =>
        words("note", { id: String(at + 1), category, priority: category === "state" ? "1" : undefined, appliesTo: "target" }, note))),
      block("segment", { state: isFresh ? "translated" : "initial" },
        words("source", {}, ...content(entry, source)),
        target && words("target", {}, ...content(entry, target))));
  }

  const all = units(pack, english);
  /** Units in a row that share a name, in a group of that name. */
  const grouped = (list, nameOf, inner) => {
    const rows = [];
    for (const entry of list) {
      const name = nameOf(entry);
      if (rows.length === 0 || rows.at(-1).name !== name) rows.push({ name, list: [] });
      rows.at(-1).list.push(entry);
    }
    return rows.flatMap(({ name, list }) => (name ? block("group", { id: name, name }, inner(list)) : inner(list)));
  };
  const counted = (list) => grouped(list, ({ key, form }) => (form ? key : undefined), (rows) => rows.map(unit));

  return serialize(block("xliff", { version: "2.1", srcLang: "en", trgLang: pack.locale },
    block("file", { id: "messages", original: `locales/${pack.locale}.json`, canResegment: "no", srcDir: "ltr", trgDir: pack.direction, "xml:space": "preserve" },
      restricts && block("slr:profiles", { generalProfile: "xliff:codepoints" }, block("slr:normalization", { general: "nfc" })),
      grouped(all, ({ group }) => group, counted))));
}
