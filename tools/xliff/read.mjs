// An XLIFF file → a pack, or all the faults that keep it from being one.

import { columns, MOST, shown } from "../data/columns.mjs";
import { pattern, write } from "../data/message.mjs";
import { hash } from "../data/pack.mjs";
import { check } from "./check.mjs";
import { kind } from "./notes.mjs";
import { units } from "./units.mjs";
import { elements, isElement, isText, read as parse, XLIFF } from "./xml.mjs";

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What stands in a source or target: text and placeholders, in notes of a tool or not. */
function pieces(element, unit, say) {
  const found = [];
  const walk = (parent) => {
    for (const node of parent.childNodes) {
      if (isText(node)) {
        if (typeof found.at(-1) === "string") found.push(found.pop() + node.data);
        else found.push(node.data);
      } else if (isElement(node, "ph")) {
        const name = unit.names[Number(node.getAttribute("id")) - 1];
        if (name) found.push({ name });
        else say("the placeholders of English", `one of id ${node.getAttribute("id")}`);
      } else if (isElement(node, "mrk")) {
        walk(node);
      } else if (node.localName && !isElement(node, "sm") && !isElement(node, "em")) {
        say("no markup", `<${node.nodeName}>`);
      }
    }
  };
  walk(element);
  return found.filter((piece) => piece !== "");
}

/** The root, when the file is one of ours; faults otherwise. */
function open(text, packOf, say) {
  let root;
  try {
    root = parse(text);
  } catch (error) {
    say("", "well-formed XML without entities and document type", error.message);
    return {};
  }
  const attribute = (name) => root.getAttribute(name);
  if (!isElement(root, "xliff") || !["2.0", "2.1"].includes(attribute("version"))) {
    say("", `<xliff> of ${XLIFF}, version 2.0 or 2.1`, `<${root.nodeName}> of ${root.namespaceURI}, version ${attribute("version")}`);
    return {};
  }
  if (attribute("srcLang") !== "en") say("", 'srcLang="en"', attribute("srcLang"));
  const tag = attribute("trgLang") ?? "";
  const pack = TAG.test(tag) && tag !== "en" ? packOf(tag) : undefined;
  if (!pack) say("", "trgLang: a language of locales/ or of CLDR, not English", JSON.stringify(tag));
  return { root, pack };
}

/** What a file says of one unit: `{ pieces, isDone }`; nothing where it says nothing. */
function answer(element, unit, say) {
  const parts = elements(element).filter((node) => isElement(node, "segment") || isElement(node, "ignorable"));
  const [segment] = parts;
  if (parts.length !== 1 || !isElement(segment, "segment")) return say("one segment", String(parts.length));
  const own = (name) => elements(segment).filter((node) => isElement(node, name));
  const [[source], [target]] = [own("source"), own("target")];
  const told = source ? pattern(pieces(source, unit, say)) : "";
  if (told !== pattern(unit.source)) return say(`today's English, ${JSON.stringify(pattern(unit.source))}`, JSON.stringify(told));
  if (!target) return undefined;
  const found = pieces(target, unit, say);
  const isDone = (segment.getAttribute("state") ?? "initial") !== "initial";
  if (!isDone && found.length === 0) return undefined;
  check(unit, found).forEach(({ expected, found: what }) => say(expected, what));
  return { pieces: found, isDone };
}

/** All answers of a file, by the unit's id. */
function answers(root, known, say) {
  const found = new Map();
  for (const element of root.getElementsByTagNameNS(XLIFF, "unit")) {
    const id = element.getAttribute("id") ?? "";
    const unit = known.get(id);
    if (!unit) say(id, "the id of a message", JSON.stringify(id));
    else if (found.has(id)) say(id, "each id once", "a second unit of it");
    else found.set(id, answer(element, unit, (expected, what) => { say(id, expected, what); }));
  }
  return found;
}

/**
 * `{ tag, pack, faults, taken, left }` of a file's text: the pack with what was taken, the keys of it, and those left as
 * they were. `packOf(tag)` is today's pack, or nothing; `isReviewed` says that a native speaker stands behind all of it.
 */
export function read(text, { packOf, english, isReviewed = false }) {
  const faults = [];
  const say = (unit, expected, found) => { faults.push({ unit, expected, found }); };
  const { root, pack } = open(text, packOf, say);
  if (!root || !pack) return { faults };

  const all = units(pack, english);
  const told = answers(root, new Map(all.map((unit) => [unit.id, unit])), say);
  const [messages, hashes] = [{ ...pack.messages }, { ...pack.hashes }];
  const [taken, left] = [[], []];
  for (const key of Object.keys(english)) {
    const own = all.filter((unit) => unit.key === key && told.has(unit.id));
    // Not every tool sets the state: other words than ours count as translated too.
    const isOurs = (unit) => unit.target && pattern(unit.target) === pattern(told.get(unit.id).pieces);
    const said = own.filter((unit) => told.get(unit.id) && (told.get(unit.id).isDone || !isOurs(unit)));
    if (said.length === 0) {
      if (own.length > 0) left.push(key);
      continue;
    }
    const whole = all.filter((unit) => unit.key === key);
    const lacks = whole.filter((unit) => !said.includes(unit) && !(unit.isFresh && told.get(unit.id)));
    if (lacks.length > 0) {
      say(key, `all plural forms: ${whole.map(({ form }) => form).join(", ")}`, `none for ${lacks.map(({ form }) => form).join(", ")}`);
      continue;
    }
    const forms = whole.map((unit) => [!unit.form || unit.form === "other" ? "*" : unit.form, told.get(unit.id).pieces]);
    if (whole[0].count && !forms.some(([, list]) => list.some((piece) => piece.name))) say(key, `the placeholder {$${whole[0].count}} in one form at least`, "none");
    messages[key] = write({ count: whole[0].count, forms });
    hashes[key] = hash(english[key]);
    taken.push(key);
  }
  if (faults.length === 0) tooLong(messages, english, say);
  if (isReviewed) {
    const open = Object.keys(english).filter((key) => messages[key] === undefined || hashes[key] !== hash(english[key]));
    if (open.length > 0) say("", "--reviewed: all messages, of today's English", `not ${open.join(", ")}`);
  }
  const changed = taken.some((key) => messages[key] !== pack.messages[key]);
  const reviewed = isReviewed || (pack.reviewed === true && !changed);
  return { tag: pack.locale, pack: { ...pack, ...(reviewed === (pack.reviewed ?? false) ? {} : { reviewed }), messages, hashes }, faults, taken, left };
}

/** Statements that are too long with what may stand behind them. */
function tooLong(messages, english, say) {
  for (const key of Object.keys(english).filter((key) => kind(key) === "statement" && messages[key] !== undefined)) {
    const long = shown(messages, key).sort((a, b) => columns(b) - columns(a))[0];
    if (columns(long) > MOST.message) say(key, `at most ${MOST.message} columns with its advice or a wait`, `${columns(long)}: ${long}`);
  }
}
