// The same answer in other forms has the same notice, on the builds with and without WebAssembly; plainly/tv is asked by the
// suite of old engines, in tv.test.mjs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { builds } from "../builds.mjs";
import { caseFiles } from "../cases.mjs";
import { speakerOf } from "../compare.js";
import { NAMES, compareForms, mutations, renamed, reportOf, wordsOf } from "../mutations.js";

const exempt = JSON.parse(readFileSync(new URL("../mutations.json", import.meta.url), "utf8"));

for (const build of ["wasm", "js"]) {
  test(`every form of an answer has the same notice, ${build}`, async () => {
    const plainly = await builds[build]();
    const forms = { asked: {}, faults: {} };
    for (const { file, cases } of caseFiles()) {
      for (const given of cases) {
        if ("failure" in given) compareForms(await speakerOf(plainly, given), file, given, exempt, forms);
      }
    }
    assert.deepEqual(Object.keys(forms.asked).sort(), [...NAMES].sort(), "forms that no case has");
    const report = reportOf(forms);
    assert.ok(report.length === 0, `\n${report.join("\n")}`);
  });
}

test("what is exempt is there, and says why", () => {
  const files = new Map(caseFiles().map(({ file, cases }) => [file, cases.map(({ name }) => name)]));
  for (const { file, case: name, forms, because } of exempt) {
    assert.ok(files.get(file)?.includes(name), `${file}, ${name}`);
    assert.ok(forms.length > 0 && forms.every((form) => NAMES.includes(form)) && because, name);
  }
});

test("a difference is reported, unless it is exempt", () => {
  // An explainer that knows a code by its exact name alone, and only where the body was parsed.
  const speaker = { explain: ({ body }) => ({ code: String(body.code), reason: body.code ? "not_found" : "unknown", message: "x" }) };
  const given = { name: "a", failure: { status: 404, body: { code: 7 } }, context: { random: "any" } };
  const run = (list) => reportOf(compareForms(speaker, "x.json", given, list, { asked: {}, faults: {} }));
  const all = run([]);
  assert.equal(all.length, 5);
  assert.equal(all[0], 'as text: 1 of 1 have another notice\n  x.json, "a": code "7" became "undefined", reason "not_found" became "unknown"');
  const forms = ["as text", "after a BOM and spaces", "in a list", "in data"];
  assert.deepEqual(run([{ file: "x.json", case: "a", forms }]).map((text) => text.split(":")[0]), ["in PascalCase"]);
  assert.equal(run([{ file: "y.json", case: "a", forms }]).length, 5);
});

test("names have words", () => {
  for (const name of ["error_code", "errorCode", "ErrorCode", "error-code", "ERROR_CODE", "error__code_"]) {
    assert.deepEqual(wordsOf(name), ["error", "code"], name);
  }
  assert.deepEqual(wordsOf("HTTPStatus"), ["http", "status"]);
  assert.deepEqual(wordsOf("requestID"), ["request", "id"]);
  assert.deepEqual(wordsOf("oauth2Error"), ["oauth2", "error"]);
  assert.deepEqual(wordsOf("code"), ["code"]);
});

test("members are renamed at any depth, and values are not", () => {
  const upper = (words) => words.join("_").toUpperCase();
  const json = JSON.parse('{ "error_code": "a_b", "x": [{ "__type": "c_d", "@type": 1, "__proto__": { "eF": null } }], "headers": { "X-Reset": 1 } }');
  const other = JSON.parse('{ "ERROR_CODE": "a_b", "X": [{ "__type": "c_d", "@type": 1, "__proto__": { "E_F": null } }], "HEADERS": { "X-Reset": 1 } }');
  assert.deepEqual(renamed(json, upper), other);
  assert.equal(renamed([{ a_b: 1, aB: 2 }], upper), undefined, "two members of one name");
});

test("an answer has its forms", () => {
  const names = (failure) => mutations(failure).map(({ name }) => name);
  const form = (failure, name) => mutations(failure).find((each) => each.name === name).failure;
  const body = { error: { error_code: 7 } };
  const failure = { status: 400, headers: { "X-Id": "a" }, body };
  assert.deepEqual(names(failure), ["fields in upper case", "fields in lower case", "as text", "after a BOM and spaces", "in a list",
    "in data", "in camelCase", "in PascalCase", "in kebab-case"]);
  assert.deepEqual(form(failure, "fields in upper case"), { status: 400, headers: { "X-ID": "a" }, body });
  assert.equal(form(failure, "as text").body, '{"error":{"error_code":7}}');
  assert.equal(form(failure, "after a BOM and spaces").body, '\ufeff \r\n\t{"error":{"error_code":7}}\n ');
  assert.deepEqual(form(failure, "in data").body, { data: body });
  const text = { body: '\ufeff{"a_b": 1}' };
  assert.deepEqual(form(text, "parsed").body, { a_b: 1 });
  assert.equal(form(text, "in camelCase").body, '{"aB":1}');
  assert.ok(!names({ body: { errors: [], x: 1 } }).includes("in data"));
  assert.ok(names({ body: { errors: [], x: 1 } }).includes("in a list"));
  assert.ok(names({ body: { errors: {} } }).includes("in data"));
  assert.ok(!names({ body: [{ code: 1 }] }).includes("in a list"));
  assert.deepEqual(names({ body: "a\nb" }), ["after a BOM and spaces", "with CRLF"]);
  assert.equal(form({ body: "a\nb\r\n" }, "with CRLF").body, "a\r\nb\r\n");
  assert.equal(form({ headers: "A-b: C\r\nd:e" }, "fields in upper case").headers, "A-B: C\r\nD:e");
  assert.deepEqual(form({ headers: [["A-b", "C"]] }, "fields in lower case").headers, [["a-b", "C"]]);
  assert.ok(!names({ headers: { A: 1, a: 2 } }).includes("fields in lower case"), "two fields of one name");
  assert.deepEqual([names({ status: 500 }), names(7), names(null)], [[], [], []]);
});
