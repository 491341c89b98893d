// plainly/screen: what its sources must not use, and that its script does where there is only what the oldest televisions have.

import { parse } from "acorn";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { OLD } from "./television.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
/** But for the element, which is for engines that have elements. */
const sources = readdirSync(new URL("../../pkg/src/screen/", import.meta.url)).filter((name) => name.endsWith(".js") && name !== "element.js")
  .map((name) => `pkg/src/screen/${name}`).concat("pkg/src/screen.js", "pkg/src/screen-tv.js");

/** By which words of others could become code, or a page's policy could be broken. */
const UNSAFE = ["innerHTML", "outerHTML", "insertAdjacentHTML", "createContextualFragment", "parseFromString", "write", "writeln", "style", "cssText",
  "eval", "Function", "srcdoc", "setHTMLUnsafe"];
/** What came after WebKit 538, and no build puts in place: things, and what is called of things. */
const NEWER = ["isConnected", "Map", "Set", "WeakMap", "Symbol", "Proxy", "Reflect", "Promise", "fetch", "URL", "ResizeObserver", "IntersectionObserver",
  "classList", "dataset", "animate"];
const CALLED = ["closest", "matches", "append", "prepend", "before", "after", "replaceWith", "replaceChildren", "toggleAttribute", "from", "includes", "find",
  "findIndex", "findLast", "flat", "flatMap", "entries", "values", "startsWith", "endsWith", "padStart", "repeat"];

/** Names of globals and members in a source: `{ used, called }`. */
function names(text) {
  const used = new Set();
  const called = new Set();
  (function walk(node, parent) {
    if (!node || typeof node !== "object") return;
    if (Array.isArray(node)) return node.forEach((each) => walk(each, parent));
    if (node.type === "Identifier") used.add(node.name);
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression") called.add(node.callee.property.name);
    // Attributes, and members by their name as a text.
    if (node.type === "Literal" && typeof node.value === "string" && (parent.type === "CallExpression" || parent.type === "MemberExpression")) used.add(node.value);
    Object.keys(node).forEach((each) => each !== "type" && walk(node[each], node));
  })(parse(text, { ecmaVersion: 2022, sourceType: "module" }));
  return { used, called };
}

test("the element makes no code or markup of words", () => {
  const { used } = names(read("pkg/src/screen/element.js"));
  // Its sheet is an element where there is no other way; "write" is a parameter.
  assert.deepEqual(UNSAFE.filter((name) => used.has(name)), ["write", "style"]);
});

for (const path of sources) {
  test(`${path} makes no code or markup of words, and needs nothing new`, () => {
    const { used, called } = names(read(path));
    assert.deepEqual([...UNSAFE, ...NEWER].filter((name) => used.has(name)), []);
    assert.deepEqual(CALLED.filter((name) => called.has(name)), []);
  });
}

test("what is looked for would be found", () => {
  for (const line of ["a.innerHTML = b", "a['style'].top = 1", "a.setAttribute('style', b)", "eval(b)", "new Function(b)", "h('p', { style: b })"]) {
    assert.ok(UNSAFE.some((name) => names(line).used.has(name)), line);
  }
  assert.ok(names("a.closest(b)").called.has("closest"));
});

test("the script draws, moves and leaves where there is only what WebKit 538 has", () => {
  const context = createContext({ setTimeout, clearTimeout }, { codeGeneration: { strings: false, wasm: false } });
  const run = (text) => runInContext(text, context);
  [OLD, read("tests/node/dom.js"), read("pkg/dist/tv/screen.js"), read("pkg/dist/tv.js"), read("pkg/dist/tv/locales/ar.js")].forEach(run);
  const told = JSON.parse(run(`(function () {
    var own = document.body.appendChild(document.createElement("button"));
    own.focus();
    var done = [];
    var speaker = plainly.create({ locales: "ar", support: { phone: "+44 20 7946 0000" } });
    var screen = plainly.screen.mount(document.body, { plainly: speaker, handlers: { retry: function () { done.push("retry"); } } });
    var texts = function (name) { return document.querySelectorAll(".plainly-" + name).map(function (each) { return each.textContent; }); };
    var at = function () { return document.activeElement.getAttribute("data-kind"); };
    var notice = speaker.explain({ status: 401, body: { error: { code: 490 } } }, { provider: "ministra" });
    screen.show(notice);
    var found = { title: texts("title")[0] === notice.title, actions: texts("action").length === notice.actions.length, first: at() };
    found.used = press(37);
    found.next = at() === notice.actions[1].kind;
    document.querySelector(".plainly-action").dispatch({ type: "click" });
    found.contact = texts("contact")[0];
    screen.show(speaker.explain({ status: 503, headers: { "Retry-After": "60" } }, { random: 0 }), { id: 1, retryAt: Date.now() + 45000 });
    found.countdown = texts("countdown")[0] === speaker.countdown(45000);
    found.back = press(461);
    found.shown = texts("notice").length;
    found.own = document.activeElement === own;
    screen.show(speaker.explain({ status: 503 }, { random: 0, attempt: 4 }));
    document.querySelectorAll(".plainly-action")[0].dispatch({ type: "click" });
    found.done = done.join();
    screen.destroy();
    found.left = document.body.childNodes.length;
    return JSON.stringify(found);
  })()`));
  assert.deepEqual(told, { title: true, actions: true, first: "contact_support", used: true, next: true, contact: "+44 20 7946 0000", countdown: true,
    back: true, shown: 0, own: true, done: "retry", left: 1 });
});
