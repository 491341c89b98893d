// The names that pkg/schema/*.json list, from where they are at home: reasons and actions from src/, keys of
// messages from locales/en.json. `node tools/schema.mjs` writes them, `--check` only compares.

import { readFileSync, writeFileSync } from "node:fs";

const read = (path) => readFileSync(new URL("../" + path, import.meta.url), "utf8");

/** Names with what the lines above say of them, of the whole of a text. */
function named(text, row) {
  const found = [];
  for (const [, comment, name] of text.matchAll(new RegExp(`((?: *///.*\\n)+) *${row}`, "g"))) {
    found.push({ const: name, description: comment.replace(/^ *\/\/\/ ?/gm, "").trim().replace(/\s*\n\s*/g, " ") });
  }
  return found;
}

const reasons = named(read("src/reason.rs"), '[A-Z]\\w+ "(\\w+)": ');
const actions = named(read("src/action.rs"), '[A-Z]\\w+ = "(\\w+)",');
const english = JSON.parse(read("locales/en.json")).messages;

/** Every key that a pack may have but for namespaced ones, with what English says. */
function keys() {
  const properties = {};
  const add = (key, description) => { properties[key] = { $ref: "#/$defs/message", description }; };
  for (const [key, message] of Object.entries(english)) add(key, "English: " + message);
  for (const { const: reason } of reasons) {
    for (const part of ["title", "advice"]) {
      const key = `${reason}.${part}`;
      if (english[key] === undefined) add(key, `A ${part} of its own; English has none.`);
    }
  }
  return properties;
}

const changes = {
  catalog: (schema) => {
    schema.$defs.action = { description: "An action of ours.", oneOf: actions };
    schema.$defs.reason = { description: "A cause that a viewer can be told about.", oneOf: reasons };
  },
  locale: (schema) => { schema.properties.messages.properties = keys(); },
};

let stale = false;
for (const [name, change] of Object.entries(changes)) {
  const path = `pkg/schema/${name}.schema.json`;
  const before = read(path);
  const schema = JSON.parse(before);
  change(schema);
  const after = JSON.stringify(schema, null, 2) + "\n";
  if (after === before) continue;
  stale = true;
  if (process.argv.includes("--check")) console.error(`${path} is not what src/ and locales/en.json say; run: node tools/schema.mjs`);
  else writeFileSync(new URL("../" + path, import.meta.url), after);
}
if (process.argv.includes("--check") && stale) process.exit(1);
