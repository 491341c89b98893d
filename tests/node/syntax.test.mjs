// Every file that is shipped parses in the oldest engine that it is for.

import { parse } from "acorn";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../pkg/dist/", import.meta.url);
const files = readdirSync(dist, { recursive: true }).filter((file) => /\.(js|cjs|mjs)$/.test(file));
const read = (file) => readFileSync(new URL(file, dist), "utf8");

const SCRIPT = /^tv(\/|\.js$)/;
const ES5 = /^(js|js-core|inline|retry|screen|qr)\.(js|cjs)$|^(locales|catalogs)\//;

/** Throws where something is newer than ES5, imports and exports aside. */
function es5Module(text) {
  const { body } = parse(text, { ecmaVersion: 2015, sourceType: "module", ranges: true });
  const declared = body.filter(({ type }) => /^(Import|Export)/.test(type));
  assert.ok(declared.length > 0, "no module");
  let rest = text;
  for (const { type, range: [from, to], declaration } of declared.reverse()) {
    // Of `export default value` and `export var name` the value must be ES5 too.
    const kept = /^Export/.test(type) && declaration ? text.slice(...declaration.range) : "";
    const value = type === "ExportDefaultDeclaration" && kept ? `(${kept.replace(/;$/, "")});` : kept;
    rest = rest.slice(0, from) + ";" + value + rest.slice(to);
  }
  parse(rest, { ecmaVersion: 5, sourceType: "script" });
}

/** Throws where something is newer than ES2017, `import()` and `import.meta` aside. */
function es2017(text, sourceType) {
  const program = parse(text, { ecmaVersion: 2020, sourceType, ranges: true });
  const newer = [];
  (function walk(node) {
    if (!node || typeof node !== "object") return;
    if (Array.isArray(node)) return node.forEach(walk);
    if (node.type === "ImportExpression") newer.push([node.range[0], node.range[0] + "import".length]);
    if (node.type === "MetaProperty") newer.push(node.range);
    Object.keys(node).filter((key) => key !== "range").forEach((key) => walk(node[key]));
  })(program);
  let rest = text;
  for (const [from, to] of newer.sort((a, b) => b[0] - a[0])) rest = `${rest.slice(0, from)}ours${rest.slice(to)}`;
  parse(rest, { ecmaVersion: 2017, sourceType });
}

function check(file, text) {
  if (SCRIPT.test(file)) parse(text, { ecmaVersion: 5, sourceType: "script" });
  else if (ES5.test(file) && file.endsWith(".cjs")) parse(text, { ecmaVersion: 5, sourceType: "script" });
  else if (ES5.test(file)) es5Module(text);
  else es2017(text, file.endsWith(".cjs") ? "commonjs" : "module");
}

for (const file of files) test(file, () => check(file, read(file)));

test("every kind of file is there", () => {
  for (const name of ["index.js", "node.cjs", "js.js", "js.cjs", "js-core.js", "inline.js", "qr.js", "qr.cjs", "tv.js", "tv/qr.js", "tv/locales/de.js", "tv/catalogs/stripe.js", "locales/de.cjs"]) {
    assert.ok(files.includes(name), name);
  }
});

test("what is newer is seen", () => {
  for (const text of ["let a = 1", "var f = () => 1", "export var a", "import('a')", "var a = `b`", "Promise.resolve().then(function*() {})"]) {
    assert.throws(() => check("tv.js", text), SyntaxError, text);
  }
  for (const text of ["export const a = 1", "let a; export { a }", "export default { a() {} };", "import('a'); export {}", 'export default "\u2028";']) {
    assert.throws(() => check("js.js", text), SyntaxError, text);
  }
  check("js.js", 'import { a } from "b"; export default { "a": [1] }; export { a as c };');
  for (const text of ["a?.b", "a ?? b", "({ ...a })", "try {} catch {}", "async () => { for await (const a of b); }", "1n"]) {
    assert.throws(() => check("index.js", text), SyntaxError, text);
  }
  check("index.js", 'import("a" + new URL("b", import.meta.url)); async () => { await 1; };');
});

test("no eval, and none of what a policy takes for it", () => {
  for (const file of files) assert.doesNotMatch(read(file), /\beval\(|\bnew Function\b|[^.\w]Function\(/, file);
});
