// The names in index.d.ts are those of the core.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { caseFiles } from "../cases.mjs";

const read = (path) => readFileSync(new URL("../../" + path, import.meta.url), "utf8");
const types = read("pkg/index.d.ts");

/** The members of a union of the types. */
function union(name) {
  const [, body] = types.match(new RegExp(`export type ${name} =([^;]*);`));
  return [...body.matchAll(/"(\w+)"/g)].map(([, member]) => member);
}

test("actions", () => {
  const [, body] = read("src/action.rs").match(/ActionKind \{([\s\S]*?)\n {4}\}/);
  assert.deepEqual(union("KnownAction"), [...body.matchAll(/= "(\w+)"/g)].map(([, name]) => name));
});

test("categories", () => {
  const [, body] = read("src/reason.rs").match(/Category \{([\s\S]*?)\n {4}\}/);
  assert.deepEqual(union("KnownCategory"), [...body.matchAll(/= "(\w+)"/g)].map(([, name]) => name));
});

test("reasons", () => {
  const rows = [...read("src/reason.rs").matchAll(/^ {4}[A-Z]\w+ "(\w+)": /gm)].map(([, name]) => name);
  assert.ok(rows.length > 20);
  assert.deepEqual(union("KnownReason"), rows);
});

test("keys of packs", () => {
  const [, body] = types.match(/export type KnownKey =([^;]*);/);
  const parts = body.split("\n").map((line) => line.trim().replace(/^\| /, "")).filter(Boolean);
  /** Every string that a line of the type stands for. */
  const strings = (line) => {
    const names = (inner) => (inner.startsWith("Known") ? union(inner) : [...inner.matchAll(/"([\w.]*)"/g)].map(([, name]) => name));
    return line.replace(/^[`"]|[`"]$/g, "").split(/(\$\{[^}]*\}|^Known\w+$)/).reduce((all, part) => {
      const choice = part.startsWith("${") ? names(part.slice(2, -1)) : part.startsWith("Known") ? union(part) : [part];
      return all.flatMap((begin) => choice.map((end) => begin + end));
    }, [""]);
  };
  const keys = new Set(parts.flatMap(strings));
  const english = Object.keys(JSON.parse(read("locales/en.json")).messages);
  assert.deepEqual(english.filter((key) => !keys.has(key)), []);
  // Reasons may have a title or advice where English has none, and secret ones say nothing of their own.
  const more = [...keys].filter((key) => !english.includes(key) && !union("KnownReason").includes(key.replace(/\.(title|advice)$/, "")));
  assert.deepEqual(more, ["action.refresh_token"].filter((key) => !english.includes(key)));
});

test("what no own name begins with", () => {
  const [, ours] = read("src/action.rs").match(/OURS: &str = "(.*)"/);
  const [, type] = types.match(/type Taken =([^;]*);/);
  assert.deepEqual([...type.matchAll(/"(\w+)"/g)].map(([, name]) => name), ours.split(" "));
  const reasons = union("KnownReason");
  for (const key of Object.keys(JSON.parse(read("locales/en.json")).messages)) {
    const head = key.split(".")[0];
    assert.ok(ours.split(" ").includes(head) || reasons.includes(head), key);
  }
});

test("versions", () => {
  const [, version] = read("Cargo.toml").match(/^version = "(.*)"$/m);
  assert.equal(JSON.parse(read("pkg/package.json")).version, version);
});

test("the cases that tests/web.rs runs", () => {
  const listed = [...read("tests/web.rs").matchAll(/include_str!\("cases\/(.*)\.json"\)/g)].map(([, file]) => file + ".json");
  assert.deepEqual(listed, caseFiles().map(({ file }) => file));
});
