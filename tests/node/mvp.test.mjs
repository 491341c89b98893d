// The binary is WebAssembly MVP, for televisions whose engine knows nothing newer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import init from "wabt";

const wabt = await init();
const FEATURES = ["mutable_globals", "sat_float_to_int", "sign_extension", "simd", "threads", "multi_value", "tail_call",
  "bulk_memory", "reference_types", "exceptions", "function_references", "gc", "memory64", "extended_const", "relaxed_simd"];
/** Features that stand on others, which must be on with them. */
const NEEDS = { reference_types: ["bulk_memory"], function_references: ["reference_types", "bulk_memory"],
  gc: ["function_references", "reference_types", "bulk_memory"], relaxed_simd: ["simd"] };

/** Why the module is not valid with these features alone; nothing when it is. */
function refusal(binary, features) {
  const given = Object.fromEntries(FEATURES.map((name) => [name, features.includes(name)]));
  let module;
  try {
    module = wabt.readWasm(binary, { ...given, readDebugNames: false });
    module.validate(given);
    return given.mutable_globals || !sharesMutable(module.toText({})) ? undefined : "a mutable global is imported or exported";
  } catch (error) {
    return error.message.trim();
  } finally {
    if (module) module.destroy();
  }
}

/** Engines before Chromium 69 refuse it; wabt does not look. */
function sharesMutable(text) {
  const mutable = new Set([...text.matchAll(/\(global \(;(\d+);\) \(mut /g)].map(([, at]) => at));
  const imported = /\(import "[^"]*" "[^"]*" \(global \(;\d+;\) \(mut /.test(text);
  return imported || [...text.matchAll(/\(export "[^"]*" \(global (\d+)\)\)/g)].some(([, at]) => mutable.has(at));
}

const spread = (names) => [...new Set(names.flatMap((name) => [...(NEEDS[name] || []), name]))];

/** The least that must be added to MVP: one feature, else a set that no member can be left out of, newest tried first. */
function newer(binary) {
  if (!refusal(binary, [])) return [];
  const single = FEATURES.find((name) => !refusal(binary, spread([name])));
  if (single) return [single];
  let set = FEATURES;
  if (refusal(binary, set)) return ["something that wabt does not know"];
  for (const name of FEATURES.toReversed()) {
    const less = set.filter((other) => other !== name);
    if (!refusal(binary, spread(less))) set = less;
  }
  return set;
}

const module = (text) => {
  const parsed = wabt.parseWat("test.wat", text, Object.fromEntries(FEATURES.map((name) => [name, true])));
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return buffer;
};

const shipped = (name) => readFileSync(new URL(`../../pkg/dist/${name}`, import.meta.url));
const binaries = {
  "plainly_bg.wasm": () => shipped("plainly_bg.wasm"),
  "the wasm of inline.js": () => Buffer.from(/"(AGFzbQ[\w+/]+=*)"/.exec(shipped("inline.js"))[1], "base64"),
};
for (const [name, read] of Object.entries(binaries)) {
  test(`${name} is WebAssembly MVP`, () => {
    const binary = read();
    assert.deepEqual(newer(binary), [], `it needs more than MVP: ${refusal(binary, [])}`);
  });
}

test("the check refuses what is newer, and names it", () => {
  const seen = {
    sign_extension: "(func (param i32) (result i32) local.get 0 i32.extend8_s)",
    sat_float_to_int: "(func (param f32) (result i32) local.get 0 i32.trunc_sat_f32_s)",
    bulk_memory: "(memory 1) (func i32.const 0 i32.const 0 i32.const 0 memory.copy)",
    multi_value: "(func (result i32 i32) i32.const 0 i32.const 0)",
    reference_types: '(table (export "t") 1 externref)',
    mutable_globals: '(global (export "g") (mut i32) (i32.const 0))',
    simd: "(func (result v128) v128.const i32x4 0 0 0 0)",
    tail_call: "(func $f return_call $f)",
  };
  for (const [feature, text] of Object.entries(seen)) assert.deepEqual(newer(module(`(module ${text})`)), [feature]);
  assert.deepEqual(newer(module('(module (import "a" "b" (global (mut i32))))')), ["mutable_globals"]);
  const both = module(`(module ${seen.sign_extension} ${seen.bulk_memory})`);
  assert.deepEqual(newer(both), ["sign_extension", "bulk_memory"]);
  assert.deepEqual(newer(module("(module (func (result i32) i32.const 0))")), []);
  assert.notDeepEqual(newer(Uint8Array.of(0, 0x61, 0x73, 0x6d, 2, 0, 0, 0)), []);
});
