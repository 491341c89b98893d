// The names that are at home in src/, for what is made of them outside of Rust.

import { readFileSync } from "node:fs";

/** The rows of a table: each name with what the lines above say of it. */
function rows(path, row) {
  const text = readFileSync(new URL("../" + path, import.meta.url), "utf8");
  const found = text.matchAll(new RegExp(`((?: *///.*\\n)+) *${row}`, "g"));
  const plain = (comment) => comment.replace(/^ *\/\/\/ ?/gm, "").trim().replace(/\s*\n\s*/g, " ");
  return [...found].map(([, comment, name]) => ({ name, description: plain(comment) }));
}

export const reasons = rows("src/reason.rs", '[A-Z]\\w+ "(\\w+)": ');
export const actions = rows("src/action.rs", '[A-Z]\\w+ = "(\\w+)",');

/** English's messages without their keys, in the order that `english_key()` of src/locale/pack.rs gives. */
export function keyless(messages) {
  const read = (path) => readFileSync(new URL("../" + path, import.meta.url), "utf8");
  const [, table] = /Category \{([^}]*)\}/.exec(read("src/reason.rs"));
  const [, others] = /OTHER_KEYS: &str = "([^"]*)"/.exec(read("src/locale/pack.rs"));
  const keys = [
    ...[...table.matchAll(/= "(\w+)"/g)].map(([, name]) => "category." + name),
    ...reasons.flatMap(({ name }) => [name, name + ".title", name + ".advice"]),
    ...actions.map(({ name }) => "action." + name),
    ...others.split(/[\s\\]+/),
  ];
  const lost = Object.keys(messages).filter((key) => !keys.includes(key));
  if (lost.length) throw new Error(`no place for ${lost} in english_key() of src/locale/pack.rs`);
  return keys.map((key) => messages[key] || "");
}
