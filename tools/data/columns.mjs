// How much room words take on a television, and how much they may, as tests/data.rs asks.

import { eastAsianWidth } from "get-east-asian-width";
import { readFileSync } from "node:fs";
import { parse, pattern } from "./message.mjs";

const source = readFileSync(new URL("../../tests/data.rs", import.meta.url), "utf8");
const most = (name) => Number(new RegExp(`const ${name}_COLUMNS: usize = (\\d+);`).exec(source)[1]);

/** A statement and its advice share the last. */
export const MOST = { title: most("TITLE"), label: most("LABEL"), message: most("MESSAGE") };

/** Marks, format characters, and the later letters of a Korean syllable. */
const NOTHING = /[\p{Grapheme_Extend}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]/u;
const width = (character) => (NOTHING.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)));

export const columns = (text) => [...text].reduce((sum, character) => sum + width(character), 0);

/** Whether each character of a text takes room of its own, so that counting them says something. */
export const isCountable = (text) => ![...text.normalize("NFC")].some((character) => width(character) === 0);

/** What a wait says instead of the advice: its longest form, with two digits. */
function longest(message) {
  const forms = parse(message).forms.map(([, pieces]) => pattern(pieces).replace("{$count}", "88"));
  return forms.sort((a, b) => columns(b) - columns(a))[0];
}

/** Each way in which a statement may be shown: alone or with its advice, and with the longest waits. */
export function shown(messages, reason) {
  const said = [messages[`${reason}.advice`], ...["deferred.minutes", "deferred.hours"].map((key) => messages[key] && longest(messages[key]))];
  const join = messages["sentence.join"] ?? "{$statement} {$advice}";
  const whole = (advice) => join.replace("{$statement}", () => messages[reason]).replace("{$advice}", () => advice);
  return [messages[reason], ...said.filter(Boolean).map(whole)];
}
