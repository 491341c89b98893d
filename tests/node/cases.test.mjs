// Every case of tests/cases/, on every build of the package.

import assert from "node:assert/strict";
import { test } from "node:test";
import { builds } from "../builds.mjs";
import { differences, faultsOf, thrownOf } from "../compare.js";
import { caseFiles } from "../cases.mjs";

// The cases say that no time of day is to be told: the time zone changes nothing. One build shows it.
const chosen = process.env.TZ ? { wasm: builds.wasm } : builds;

for (const [build, open] of Object.entries(chosen)) {
  const plainly = await open();
  test(`the build ${build} is what it says`, () => assert.equal(plainly.build, build === "js" ? "js" : "wasm"));
  for (const { file, cases } of caseFiles()) {
    test(`${file}, ${build}`, async (t) => {
      const names = new Set();
      for (const given of cases) {
        await t.test(given.name, async () => {
          assert.ok(!names.has(given.name), "two cases of one file have this name");
          names.add(given.name);
          const faults = await faultsOf(plainly, given, build === "wasm" ? undefined : 100);
          assert.deepEqual(faults, [], faults.join("\n"));
        });
      }
    });
  }
}

test("the time zone that was asked for", { skip: !process.env.TZ && "no TZ" }, () => {
  assert.equal(Intl.DateTimeFormat().resolvedOptions().timeZone, process.env.TZ);
});

test("there are cases", () => assert.ok(caseFiles().some(({ cases }) => cases.length > 0)));

test("the comparison sees what differs", () => {
  assert.deepEqual(differences({ a: { b: 1 }, c: [1, { d: 2 }] }, { a: { b: 1, x: 1 }, c: [1, { d: 2, e: 3 }], y: 1 }), []);
  assert.equal(differences({ a: null }, { a: 0 }).length, 1);
  assert.equal(differences({ a: null }, {}).length, 0);
  assert.equal(differences({ a: [1] }, { a: [1, 2] }).length, 1);
  assert.equal(differences({ a: { b: 1 } }, { a: 1 }).length, 1);
  assert.equal(differences({ a: 1 }, { a: "1" }).length, 1);
  assert.equal(differences({ actionKinds: ["retry"] }, { actions: [{ kind: "go_back" }] }).length, 1);
  assert.equal(differences({ actionKinds: ["retry"] }, { actions: [{ kind: "retry" }] }).length, 0);
});

test("a description of something thrown becomes an error", () => {
  const error = thrownOf({ name: "TypeError", message: "fetch failed", cause: { name: "Error", code: "ECONNREFUSED" } });
  assert.ok(error instanceof Error && error.cause instanceof Error);
  assert.deepEqual([error.name, error.message, error.cause.code], ["TypeError", "fetch failed", "ECONNREFUSED"]);
  assert.equal(thrownOf("no"), "no");
});
