// docs/keys.md: every key that a pack may have, from English and the tables in src/. `node tools/data/keys.mjs` writes it,
// `--check` only compares.

import { readFileSync, writeFileSync } from "node:fs";
import { actions, categories, reasons, table } from "./names.mjs";

const at = (path) => new URL("../../" + path, import.meta.url);
const english = JSON.parse(readFileSync(at("locales/en.json"), "utf8")).messages;

const cell = (text) => (text === undefined ? "" : text.replace(/\|/g, "\\|"));
/** A table; `\`key\`` where English says nothing, which a pack may all the same. */
const rows = (head, lines) => [head, head.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");
const says = (key) => cell(english[key]);
const code = (text) => "`" + text + "`";

const told = new Set();
const note = (key) => { told.add(key); return says(key); };
const byReason = reasons.map(({ name }) => {
  const { category, like } = table.get(name);
  const statement = note(name) || (like ? `says what ${code(like)} says` : "");
  const title = note(`${name}.title`) || (like ? "" : `*${says(`category.${category}`)}*`);
  return [code(name), title, statement, note(`${name}.advice`)];
});
const list = (names, begin) => rows(["key", "English"], names.map((name) => [code(begin + name), note(begin + name)]));
const [categoryRows, actionRows] = [list(categories.map(({ name }) => name), "category."), list(actions.map(({ name }) => name).filter((name) => english[`action.${name}`]), "action.")];
const rest = Object.keys(english).filter((key) => !told.has(key));

const text = `# Keys of packs

Made by \`node tools/data/keys.mjs\` of locales/en.json. Editors know these keys by
\`node_modules/plainly/schema/locale.schema.json\`, TypeScript by \`definePack\`, and \`validate\` names what is no key.

## Reasons

A reason's statement has the reason's name for its key; its title and advice are \`<reason>.title\` and
\`<reason>.advice\`. Where English has no title of its own, what is *slanted* is said, the title of its category; a pack may
have one all the same.

${rows(["key", "`.title`", "the key itself", "`.advice`"], byReason)}

## Categories

${categoryRows}

## Buttons

${actionRows}

## What holds words together, and the rest

\`{$name}\` are placeholders: a translation has the same ones.

${rows(["key", "English"], rest.map((key) => [code(key), code(english[key]).replace(/\|/g, "\\|")]))}

## Your own

\`acme.payment_pending\`, with \`acme.payment_pending.title\` and \`acme.payment_pending.advice\`: two or more parts of
\`a-z 0-9 _ -\`, joined by dots, 64 characters at most; the label of an action of your own is
\`action.acme.open_shop\`. They may hold the parameters of a catalog, as \`{$limit}\`. They do not begin with the name of a
reason, nor with ${/OURS: &str = "(.*)"/.exec(readFileSync(at("src/action.rs"), "utf8"))[1].split(" ").map(code).join(", ")}.
`;

if (!process.argv.includes("--check")) writeFileSync(at("docs/keys.md"), text);
else if (readFileSync(at("docs/keys.md"), "utf8") !== text) {
  console.error("docs/keys.md: differs from locales/en.json; run node tools/data/keys.mjs");
  process.exit(1);
}
