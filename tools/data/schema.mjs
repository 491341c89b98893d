// The names that pkg/schema/*.json list, from where they are at home: reasons and actions from src/, keys of
// messages from locales/en.json. `node tools/data/schema.mjs` writes them, `--check` only compares.

import { readFileSync, writeFileSync } from "node:fs";
import { actions, reasons } from "./names.mjs";

const at = (path) => new URL("../../" + path, import.meta.url);
const english = JSON.parse(readFileSync(at("locales/en.json"), "utf8")).messages;

/** One of these, each with what it means, which editors show. */
const oneOf = (names) => names.map(({ name, description }) => ({ const: name, description }));

/** Every key that a pack may have but for an operator's own, with what English says. */
function keys() {
  const properties = {};
  const add = (key, description) => { properties[key] = { $ref: "#/$defs/message", description }; };
  for (const [key, message] of Object.entries(english)) add(key, "English: " + message);
  for (const { name } of reasons) {
    for (const part of ["title", "advice"]) {
      const key = `${name}.${part}`;
      if (english[key] === undefined) add(key, `A ${part} of its own; English has none.`);
    }
  }
  return properties;
}

/** What no name of an operator's own begins with. */
const taken = [.../OURS: &str = "(.*)"/.exec(readFileSync(at("src/action.rs"), "utf8"))[1].split(" "), ...reasons.map(({ name }) => name)].join("|");
const OWN = `(?=.{1,64}$)(?!(${taken})\\.)[a-z0-9_-]+(\\.[a-z0-9_-]+)+$`;

const changes = {
  catalog: (schema) => {
    schema.$defs.own.pattern = "^" + OWN;
    schema.$defs.entry.properties.words.anyOf[2] = { enum: Object.keys(english).filter((key) => key.startsWith("plainly.")) };
    schema.$defs.action = { description: "An action of ours.", oneOf: oneOf(actions) };
    schema.$defs.reason = { description: "A cause that a viewer can be told about.", oneOf: oneOf(reasons) };
  },
  locale: (schema) => {
    schema.properties.messages.properties = keys();
    const message = { $ref: "#/$defs/message" };
    schema.properties.messages.patternProperties = { ["^action\\." + OWN]: message, ["^(?![^.]+\\.(title|advice)$)" + OWN]: message };
  },
};

let stale = 0;
for (const [name, change] of Object.entries(changes)) {
  const path = `pkg/schema/${name}.schema.json`;
  const text = readFileSync(at(path), "utf8");
  const schema = JSON.parse(text);
  change(schema);
  const fresh = JSON.stringify(schema, null, 2) + "\n";
  if (fresh === text) continue;
  stale += 1;
  if (process.argv.includes("--check")) console.error(`${path}: differs from src/ and locales/en.json; run node tools/data/schema.mjs`);
  else writeFileSync(at(path), fresh);
}
if (stale > 0 && process.argv.includes("--check")) process.exit(1);
