// What a translation must not have, word by word.

import { columns } from "../data/columns.mjs";
import { kind } from "./notes.mjs";
import { pattern } from "../data/message.mjs";

/** As src/clean.rs has it; the joiners are letters of some scripts. */
const UNSAFE = /[\p{Cc}<>\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const EXCLAMATION = /[!¡ǃ‼⁉՜߹！﹗︕]/u;

const code = (character) => "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

/** Which of its placeholders a translation lacks or has too often. */
function placeholders({ names, optional }, pieces) {
  const found = pieces.filter((piece) => piece.name).map(({ name }) => name);
  return names.flatMap((name) => {
    const times = found.filter((own) => own === name).length;
    if (times === 1 || (times === 0 && optional)) return [];
    return [{ expected: `the placeholder {$${name}} once`, found: times === 0 ? "none" : `${times} of them` }];
  });
}

/** `{ expected, found }` for each fault of a unit's translation. */
export function check(unit, pieces) {
  const text = pieces.filter((piece) => typeof piece === "string").join("");
  const whole = pattern(pieces);
  const faults = placeholders(unit, pieces);
  const say = (expected, found) => faults.push({ expected, found });
  if (whole.trim() === "") say("words", "nothing");
  if (whole !== whole.trim() || /[\n\r\t]| {2}/.test(whole)) say("no spaces around, no two in a row and no line breaks", JSON.stringify(whole));
  if (/[{}\\]/.test(text)) say("no braces: a placeholder is an element of its own", JSON.stringify(text));
  const [unsafe] = UNSAFE.exec(text.replace(/[\n\r\t]/g, "")) ?? [];
  if (unsafe) say("no markup, control or bidi character", code(unsafe));
  else if (/&#?\w+;/.test(text)) say("no markup", JSON.stringify(text));
  if (EXCLAMATION.test(text)) say("no exclamation mark", JSON.stringify(text));
  if (unit.limit && ["title", "label"].includes(kind(unit.key)) && columns(whole) > unit.limit.most) {
    say(`at most ${unit.limit.most} columns`, `${columns(whole)}: ${whole}`);
  }
  return faults;
}
