// The border: what crosses it and how, and what one value does to another on the way.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, validate } from "../../pkg/dist/node.js";
import { functions } from "../../tools/size/functions.mjs";

const plainly = await load({ locales: ["en"] });
const numbers = (length) => Array.from({ length }, (_, at) => at);

test("a body with many members leaves the context what it is", () => {
  const body = { error: { code: 493 }, list: numbers(5000) };
  assert.equal(plainly.explain({ status: 401, body }, { refreshed: true }).retry.action, "sign_in");
  const order = { status: 500, body: { list: numbers(5000) } };
  assert.equal(plainly.explain(order, { method: "POST", now: 0, random: 0 }).retry.action, "confirm_retry");
});

test("a body with many members leaves the cause what it is", () => {
  const cause = Object.assign(new Error("aborted"), { name: "AbortError" });
  assert.equal(plainly.explain({ body: numbers(5000), cause }).reason, "canceled");
});

test("many header fields leave the body what it is", () => {
  const headers = Object.fromEntries(numbers(256).map((at) => ["x-" + at, "1"]));
  const body = { list: numbers(400), error: { code: 490 } };
  assert.equal(plainly.explain({ status: 401, body }).code, "490");
  assert.equal(plainly.explain({ status: 401, headers, body }).code, "490");
});

test("halves of surrogate pairs do not join across values", () => {
  const body = JSON.parse('{"a":"\\ud83d","\\ude00":1,"error":{"code":490}}');
  assert.equal(plainly.explain({ status: 401, body }, { provider: "ministra" }).code, "490");
  // A server must not be able to change what the caller said of the call.
  const retry = plainly.explain({ status: 500, body }, { method: "POST", now: 0, random: 0 }).retry;
  assert.equal(retry.action, "confirm_retry");
});

test("a string that is cut within a surrogate pair does not join with the next", () => {
  const body = { a: "x".repeat(2047) + "💥", "\ude00": 1, error: { code: 490 } };
  assert.equal(plainly.explain({ status: 401, body }).code, "490");
});

test("numbers arrive as they are", () => {
  const code = (value) => plainly.explain({ status: 400, body: { code: value } }).code;
  assert.equal(code(9007199254740991), "9007199254740991");
  assert.equal(code(-7), "-7");
  assert.equal(code(0), "0");
  assert.equal(code(1.5), "400");
  assert.equal(code(1e300), "400");
  assert.equal(code(12345678901234567890n), "12345678901234567890");
});

test("text in any encoding of JavaScript is the same body", () => {
  const text = '{"error":{"code":490}}';
  const bytes = new TextEncoder().encode(text);
  const expected = plainly.explain({ status: 401, body: JSON.parse(text) }, { random: 0 });
  const within = new Uint8Array(100);
  within.set(bytes, 7);
  const forms = {
    text,
    "text with a mark": "\ufeff" + text,
    "text with space around": " \r\n" + text + "\n",
    bytes,
    buffer: bytes.buffer,
    view: new DataView(within.buffer, 7, bytes.length),
    "bytes within bytes": within.subarray(7, 7 + bytes.length),
    "bytes with a mark": new TextEncoder().encode("\ufeff" + text),
    "Node's": Buffer.from(text),
  };
  for (const [name, body] of Object.entries(forms)) assert.deepEqual(plainly.explain({ status: 401, body }, { random: 0 }), expected, name);
});

test("a catalog of thousands of codes leaves the other options what they are", async () => {
  const codes = Object.fromEntries(numbers(40_000).map((at) => [at, { reason: "not_found" }]));
  const speaker = await plainly.with({ catalogs: [{ provider: "acme", codes }], codeStyle: "none", support: { phone: "112" } });
  const notice = speaker.explain({ status: 401, body: { error: { code: 490 } } });
  assert.equal(notice.text, notice.message);
  assert.equal(notice.actions[0].phone, "112");
});

test("a message that is too long is dropped, not cut", () => {
  assert.deepEqual(validate({ locale: "de", messages: { not_found: "x".repeat(9000) } }).map(({ place }) => place), ["messages.not_found"]);
});

test("a provider that is no name is not repeated", () => {
  for (const provider of ["", "<b>\u202e", "x".repeat(5000)]) {
    const { provider: said = "acme" } = plainly.explain({ status: 500 }, { provider });
    assert.match(said, /^[a-z0-9_-]{1,64}$/);
  }
});

test("header fields in every form that clients hold are the same", () => {
  const forms = {
    "an object": { "Retry-After": "30" },
    "an object of lists": { "retry-after": ["30"] },
    "an object of numbers": { "retry-after": 30 },
    pairs: [["Retry-After", "30"]],
    "a Map": new Map([["retry-after", "30"]]),
    Headers: new Headers({ "Retry-After": "30" }),
    "getAllResponseHeaders()": "date: now\r\nRetry-After: 30\r\n",
    "a polyfill's": { forEach: (tell) => tell("30", "Retry-After") },
    "Angular's": { forEach: (tell) => tell("Retry-After", ["30"]) },
  };
  for (const [name, headers] of Object.entries(forms)) {
    const { retry } = plainly.explain({ status: 503, headers }, { random: 0 });
    assert.deepEqual([retry.kind, retry.delayMs], ["auto", 30_000], name);
  }
});

test("the stack that Cargo.toml names is what the binary and its glue are made of", () => {
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
  const { names } = functions(read("build/wasm/named.wasm"));
  const manifest = read("Cargo.toml").toString();
  for (const crate of ["wasm-bindgen", "js-sys", "serde-wasm-bindgen", "serde", "talc"]) {
    assert.match(manifest, new RegExp(`^${crate} = \\{`, "m"), `Cargo.toml names ${crate}`);
  }
  // Each by what is its own: names of functions, and the functions of JavaScript that js-sys stands for.
  for (const own of ["serde_wasm_bindgen::", "serde_core::ser::Serialize", "talc::"]) {
    assert.ok(names.some(([name]) => name.includes(own)), `the binary has something of ${own}`);
  }
  const module = new WebAssembly.Module(read("pkg/dist/plainly_bg.wasm"));
  const imports = WebAssembly.Module.imports(module);
  for (const like of [/^__wbg_keys_/, /^__wbg_isArray_/, /^__wbg___wbindgen_string_get_/, /^__wbindgen_object_drop_ref$/]) {
    assert.ok(imports.some(({ name }) => like.test(name)), `the binary imports ${like}`);
  }
  // What the binary imports is in the glue that wasm-pack wrote, and in the package.
  const glue = read("build/wasm/plainly_bg.js").toString();
  for (const { module, name } of imports) {
    assert.equal(module, "./plainly_bg.js");
    assert.match(glue, new RegExp(`^export function ${name}\\(`, "m"));
    for (const file of ["index.js", "inline.js", "node.js"]) assert.ok(read(`pkg/dist/${file}`).includes(name), `${name} in ${file}`);
  }
  assert.ok(WebAssembly.Module.exports(module).some(({ name }) => name === "explainer_explain"), "a type with methods");
});

test("a notice is the same in Rust and in JavaScript: its members are those of the struct", async () => {
  const source = readFileSync(new URL("../../src/notice.rs", import.meta.url), "utf8");
  const [, struct] = /pub struct Notice \{([\s\S]*?)\n\}/.exec(source);
  const fields = [...struct.matchAll(/^ {4}pub (\w+):/gm)].map(([, field]) => field.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()));
  const all = ["ministra", undefined].flatMap((provider) => [401, 500].map((status) =>
    plainly.explain({ status, headers: { "x-request-id": "abc-1" }, body: { error: { code: 999 } } }, { provider })));
  const acme = await plainly.with({
    catalogs: [{ provider: "acme", params: { limit: "max" }, codes: { 7: { reason: "not_found", words: "acme.many" } } }],
    packs: [{ locale: "en", messages: { "acme.many": "At most {$limit}." } }],
  });
  all.push(acme.explain({ status: 404, body: { code: 7, max: 3 } }, { provider: "acme" }), plainly.explain({ status: 503, headers: { "retry-after": "7200" } }));
  const until = new Date(Date.now() + 3600000).toISOString();
  const timed = await plainly.with({ packs: [{ locale: "en", messages: { not_found: { message: "Gone.", until } } }] });
  all.push(timed.explain({ status: 404 }), plainly.announce({ announcements: [{ id: "1", reason: "maintenance", until }] }));
  const seen = new Set(all.flatMap((notice) => Object.keys(notice)));
  assert.deepEqual(fields.filter((field) => !seen.has(field)), []);
  for (const notice of all) assert.deepEqual(Object.keys(notice), fields.filter((field) => field in notice), "in the struct's order");
});
