// The names that are at home in src/, for what is made of them outside of Rust.

import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL("../../" + path, import.meta.url), "utf8");
const source = read("src/reason.rs");

/** The rows of a table: each name with what the lines above say of it. */
function rows(text, row) {
  const found = text.matchAll(new RegExp(`((?: *///.*\\n)+) *${row}`, "g"));
  const plain = (comment) => comment.replace(/^ *\/\/\/ ?/gm, "").trim().replace(/\s*\n\s*/g, " ");
  return [...found].map(([, comment, name]) => ({ name, description: plain(comment) }));
}

const snake = (variant) => variant.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();

export const reasons = rows(source, '[A-Z]\\w+ "(\\w+)": ');
/** The first of the tables of names there; the others are no words. */
export const categories = rows(source.split("Severity {")[0], '[A-Z]\\w+ = "(\\w+)",');
export const actions = rows(read("src/action.rs"), '[A-Z]\\w+ = "(\\w+)",');

const ROW = /^ *[A-Z]\w+ "(\w+)": ([A-Z]\w+) ([A-Z]\w+) ([A-Z]\w+), (.*), \[([\w ]*)\](?: ends (session))?(?: advice (again))?(?: like (\w+))?;$/gm;

/** A rule as a catalog would write it, as far as it tells the kinds apart. */
function rule(text) {
  const [, action] = /^after\(A::(\w+)\)$/.exec(text) ?? [];
  if (action) return { kind: "after_action", action: snake(action) };
  const kinds = { NEVER: "never", WHEN_ONLINE: "when_online", POLL: "poll", TRANSIENT: "auto", OVERLOAD: "auto", THROTTLED: "auto", "Rule::WhenTold": "when_told" };
  if (!kinds[text]) throw new Error(`src/reason.rs: a rule that this tool does not know: ${text}`);
  return { kind: kinds[text] };
}

/**
 * By reason: what it is about, how bad it is, where it is shown, its rule, its buttons in order, whether it ends the session, whether
 * its advice is to try again, and whose words it says where its own cause is kept secret.
 */
export const table = new Map([...source.matchAll(ROW)].map(([, name, category, severity, presentation, retry, buttons, ends, again, like]) => [name, {
  category: snake(category), severity: snake(severity), presentation: snake(presentation), retry: rule(retry), actions: buttons.split(" ").map(snake),
  endsSession: ends !== undefined, again: again !== undefined, like: like && snake(like),
}]));

/** The catalogs that are in use by themselves. */
export const inUse = /IN_USE: .* = \[(.*)\];/.exec(read("build.rs"))[1].match(/\w+/g);
