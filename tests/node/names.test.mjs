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
  assert.deepEqual(union("Category"), [...body.matchAll(/= "(\w+)"/g)].map(([, name]) => name));
});

test("reasons", () => {
  const rows = [...read("src/reason.rs").matchAll(/^ {4}[A-Z]\w+ "(\w+)": /gm)].map(([, name]) => name);
  assert.ok(rows.length > 20);
  assert.deepEqual(union("KnownReason"), rows);
});

test("versions", () => {
  const [, version] = read("Cargo.toml").match(/^version = "(.*)"$/m);
  assert.equal(JSON.parse(read("pkg/package.json")).version, version);
});

test("the cases that tests/web.rs runs", () => {
  const listed = [...read("tests/web.rs").matchAll(/include_str!\("cases\/(.*)\.json"\)/g)].map(([, file]) => file + ".json");
  assert.deepEqual(listed, caseFiles().map(({ file }) => file));
});
