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
