// The JSON Schemas that editors use say what validate() says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { validate } from "../../pkg/dist/node.js";

const json = (path) => JSON.parse(readFileSync(new URL("../../" + path, import.meta.url), "utf8"));
const files = (folder) => readdirSync(new URL(`../../${folder}/`, import.meta.url)).filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`);
const ajv = new Ajv({ strict: true, allowMatchingProperties: true });
const names = { catalogs: "catalog.schema.json", packs: "locale.schema.json", announcements: "announcements.schema.json" };
for (const name of Object.values(names)) ajv.addSchema(json("pkg/schema/" + name), name);
const schemas = Object.fromEntries(Object.entries(names).map(([kind, name]) => [kind, ajv.getSchema(name)]));
const accepts = (schema, data) => schemas[schema](data);
const ours = [...files("catalogs").map((path) => ["catalogs", path]), ...files("locales").map((path) => ["packs", path])];

for (const [schema, path] of ours) {
  test(`${path} is good to both`, () => {
    const data = json(path);
    assert.ok(accepts(schema, data), JSON.stringify(schemas[schema].errors));
    assert.deepEqual(validate(data), []);
  });
}

for (const schema of Object.keys(schemas)) {
  const table = json(`tests/schemas/${schema}.json`);
  test(`${schema}: names are unique, and exceptions have a reason`, () => {
    assert.equal(new Set(table.map(({ name }) => name)).size, table.length);
    for (const { name, only, why } of table) assert.equal(only !== undefined, why !== undefined, name);
  });
  for (const { name, data, valid, place, expected: wanted, nearest, only } of table) {
    test(`${schema}: ${name}`, () => {
      const faults = validate(data);
      const verdicts = { validate: faults.length === 0, schema: accepts(schema, data) };
      // What only one of them can see, the other lets pass.
      const expected = { validate: valid || only === "schema", schema: valid || only === "validate" };
      assert.deepEqual(verdicts, expected, JSON.stringify([faults, schemas[schema].errors]));
      if (place !== undefined) assert.equal(faults[0].place, place);
      if (wanted !== undefined) assert.equal(faults[0].expected, wanted);
      if (nearest !== undefined) assert.equal(faults[0].nearest, nearest);
    });
  }
}

const WRONG = [null, 7.5, "\u202e", true, [[]], { "?": 1 }];

/** What one can do to each member: each object and array, walked from the top. */
function* mutations(data, place = []) {
  const at = (key) => [...place, key];
  yield { what: "an unknown member", place: at("no_such_member"), value: 1 };
  for (const [key, value] of Object.entries(data)) {
    yield { what: "dropped", place: at(key), value: undefined };
    for (const wrong of WRONG) yield { what: `now ${JSON.stringify(wrong)}`, place: at(key), value: wrong };
    if (value !== null && typeof value === "object" && !Array.isArray(value)) yield* mutations(value, at(key));
    for (const [item, inner] of Array.isArray(value) ? value.entries() : []) {
      if (typeof inner === "object") yield* mutations(inner, [...at(key), item]);
      yield { what: "an element now a number", place: [...at(key), item], value: 7.5 };
    }
  }
}

function mutated(data, [key, ...rest], value) {
  const copy = Array.isArray(data) ? [...data] : { ...data };
  if (rest.length > 0) copy[key] = mutated(copy[key], rest, value);
  else if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** Enough entries of a table to have every member of one among them. */
function sample(table) {
  const seen = new Set();
  const unseen = ([, entry]) => {
    const members = Object.keys(entry).map((member) => `${member} ${entry.retry && entry.retry.kind}`);
    const is = members.some((member) => !seen.has(member));
    members.forEach((member) => seen.add(member));
    return is;
  };
  return Object.fromEntries(Object.entries(table).filter(unseen));
}

/** The codes that other members name, which must be in the table. */
function named({ codes, sentences = {}, absent = [] }) {
  const fold = (code) => code.toLowerCase().replace(/[^a-z0-9]/g, "").replace(/^0+(?=\d+$)/, "");
  const names = new Set([...Object.values(sentences), ...absent.map(({ code }) => code)].map(fold));
  return Object.keys(codes).filter((code) => names.has(fold(code)));
}

const some = (object, count) => Object.fromEntries(Object.entries(object).slice(0, count));

/** Files that nobody has, for the rules of what holds for a time. */
const examples = {
  packs: { locale: "en", messages: { not_found: { message: "It is gone.", from: "2026-12-01T06:00:00Z", until: "2026-12-02T06:00:00Z" } } },
  catalogs: { provider: "acme", codes: { 7: { reason: "maintenance", from: "2026-12-01T06:00:00Z", until: "2026-12-02T06:00:00+01:00" } } },
  announcements: { announcements: [{ id: "1", code: "M-1", reason: "maintenance", words: "acme.works", from: "2026-12-01T06:00:00Z", until: "2026-12-02T06:00:00.5-05:30",
    actions: ["go_back", "acme.open_shop"], endsSession: true, note: "x" }], packs: [{ locale: "en", messages: { "acme.works": "We move.", "action.acme.open_shop": "Shop" } }] },
};
for (const [schema, data] of Object.entries(examples)) {
  test(`${schema} that hold for a time: a change that is wrong is wrong to both`, () => {
    assert.deepEqual([validate(data), accepts(schema, data)], [[], true]);
    let refused = 0;
    const differ = [];
    for (const { what, place, value } of mutations(data)) {
      // A schema cannot look for words and labels that are named elsewhere.
      if (place.at(-1) === "packs" || place[0] === "packs" || place.at(-1) === "words" || place.includes("actions")) continue;
      const other = mutated(data, place, value);
      // Without what tells what it is, validate() takes it for something else.
      if (place.length === 1 && what !== "an unknown member") continue;
      const [strict, lax] = [validate(other).length === 0, accepts(schema, other)];
      if (!strict) refused += 1;
      if (strict !== lax) differ.push(`${place.join(".")} ${what}: validate ${strict}, schema ${lax}`);
    }
    assert.deepEqual(differ, []);
    assert.ok(refused > 10);
  });
}

for (const [schema, path] of ours) {
  test(`${path}: a change that is wrong is wrong to both`, () => {
    const whole = json(path);
    const kept = schema === "catalogs" ? named(whole) : [];
    const data = schema === "catalogs" ? { ...whole, codes: { ...sample(whole.codes), ...Object.fromEntries(kept.map((code) => [code, whole.codes[code]])) } }
      : { ...whole, messages: some(whole.messages, 8), hashes: some(whole.hashes || {}, 1) };
    let refused = 0;
    const differ = [];
    for (const { what, place, value } of mutations(data)) {
      // A schema cannot look for a code that is named elsewhere.
      if (what === "dropped" && place[0] === "codes" && place.length === 2 && kept.includes(place[1])) continue;
      const other = mutated(data, place, value);
      const [strict, lax] = [validate(other).length === 0, accepts(schema, other)];
      if (!strict) refused += 1;
      if (strict !== lax) differ.push(`${place.join(".")} ${what}: validate ${strict}, schema ${lax}`);
    }
    assert.deepEqual(differ, []);
    assert.ok(refused > 10);
  });
}
