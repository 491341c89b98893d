// plainly/qr: a decoder by others reads back what is drawn.

import decoder from "jsqr";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { qr } from "../../pkg/dist/qr.js";
import { OLD, television } from "./television.mjs";

const decode = decoder.default || decoder;
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const script = read("pkg/dist/tv/qr.js");

const MOST = 150; // bytes
const QUIET = 4;

/** As much of a document as a drawing may need, and nothing that a policy could refuse. In ES5, for old engines have it too. */
function makeDocument() {
  return {
    createElementNS: function (space, name) {
      if (space !== "http://www.w3.org/2000/svg") throw new Error(space);
      var element = { nodeType: 1, name: name, attributes: {}, children: [] };
      element.setAttribute = function (name, value) {
        if (/^(style$|on|href$|src$)/.test(name) || typeof value !== "string") throw new Error(name);
        element.attributes[name] = value;
      };
      element.appendChild = function (child) { element.children.push(child); };
      return Object.freeze(element);
    },
  };
}
globalThis.document = makeDocument();

/** By row, which modules of a drawing are black. Throws where it is not made as it should be. */
function modules({ name, attributes, children: [rect, path, ...others] }) {
  const { "aria-label": label, viewBox, ...always } = attributes;
  assert.deepEqual([name, always], ["svg", { class: "plainly-qr", part: "qr", role: "img", "shape-rendering": "crispEdges" }]);
  const [, size] = viewBox.match(/^0 0 (\d+) \1$/);
  assert.deepEqual([rect.name, rect.attributes], ["rect", { width: size, height: size, fill: "#fff" }]);
  const { d, ...paint } = path.attributes;
  assert.deepEqual([path.name, paint, others], ["path", { fill: "#000" }, []]);
  const rows = Array.from({ length: +size }, () => new Array(+size).fill(false));
  const rest = d.replace(/M(\d+) (\d+)h(\d+)v1h-\3z/g, (run, x, y, width) => {
    rows[y].fill(true, +x, +x + +width);
    return "";
  });
  assert.equal(rest, "");
  return rows;
}

/** What a reader finds in it: text, version, level, and whether it is told that the text is UTF-8. */
function found(drawn) {
  const rows = modules(drawn);
  const scale = 3;
  const side = rows.length * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) if (rows[Math.floor(y / scale)][Math.floor(x / scale)]) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  }
  const { data, version, chunks } = decode(pixels, side, side, { inversionAttempts: "dontInvert" });
  // The level stands in the first two modules of the ninth row, which are masked with 10.
  const level = "MLHQ"[rows[QUIET + 8].slice(QUIET, QUIET + 2).reduce((bits, black) => bits * 2 + black, 0) ^ 2];
  const edge = rows.flatMap((row, y) => row.map((black, x) => black && Math.min(x, y, row.length - 1 - x, row.length - 1 - y)).filter((far) => far !== false));
  return { text: data, version, level, utf8: chunks.some(({ type, assignmentNumber }) => type === "eci" && assignmentNumber === 26), quiet: Math.min(...edge) };
}

const address = (length) => "https://help.example.com/tv?device=".padEnd(length, "0123456789abcdefghijklmnopqrstuvwxyz-").slice(0, length);

test("addresses of every length, in every version", () => {
  const versions = new Set();
  for (let length = 1; length <= MOST; length += 1) {
    const drawn = qr(address(length));
    const { text, version, level, utf8, quiet } = found(drawn);
    assert.deepEqual([text, utf8, quiet, drawn.attributes["aria-label"]], [address(length), false, QUIET, address(length)]);
    assert.ok("MQH".includes(level), level);
    versions.add(version);
  }
  assert.deepEqual([...versions], [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.equal(qr(address(MOST + 1)), undefined);
});

test("text beyond ASCII is said to be UTF-8, of every length", () => {
  const letters = "é日💥ü";
  for (let count = 1; Buffer.byteLength(letters.repeat(count)) <= MOST; count += 1) {
    for (const text of [letters.repeat(count), "é".repeat(count), "日".repeat(count), "💥".repeat(count)]) {
      const { text: heard, utf8, level } = found(qr(text));
      assert.deepEqual([heard, utf8, level !== "L"], [text, true, true]);
    }
  }
  assert.equal(found(qr("é".repeat(75))).text, "é".repeat(75));
  assert.equal(qr("é".repeat(76)), undefined, "152 bytes");
});

test("an address without a scheme gets one", () => {
  for (const host of ["help.example.com", "HELP.example.com", "help.example.com/", "help.example.com/tv?from=490#contact", "help.example.com:8443/tv", "help.example.com?tv",
    "example.com.", "xn--bcher-kva.example", "пример.рф", "bücher.example/hilfe", "help.xn--p1ai"]) {
    const drawn = qr(host);
    assert.equal(found(drawn).text, `https://${host}`);
    assert.equal(drawn.attributes["aria-label"], host);
  }
  for (const text of ["http://help.example.com", "tel:+442079460000", "mailto:help@example.com", "help@example.com", "+44 20 7946 0000", "localhost", "localhost:8080", "1.2.3.4",
    "javascript:alert(1)", "see help.example.com", "help.example.com and more", "..", ".com", "a..b", "//example.com", "example.com:port", "HTTPS://EXAMPLE.COM"]) {
    assert.equal(found(qr(text)).text, text);
  }
});

test("the scheme counts too", () => {
  const host = (length) => "help.example.com/".padEnd(length, "x");
  assert.equal(found(qr(host(MOST - 8))).text, `https://${host(MOST - 8)}`);
  assert.equal(qr(host(MOST - 7)), undefined);
});

test("what is no text to be drawn is nothing, and throws nothing", () => {
  const throwing = new Proxy({}, { get() { throw new Error("asked"); } });
  const cyclic = [];
  cyclic.push(cyclic);
  for (const value of [undefined, null, 0, 7, NaN, true, 1n, Symbol("a"), {}, [], ["help.example.com"], cyclic, () => "a", new String("help.example.com"), throwing]) {
    assert.equal(qr(value), undefined);
  }
  assert.equal(qr(), undefined);
  for (const text of ["", " ", " \u00a0\u3000 ", "x".repeat(MOST + 1), "x".repeat(10_000_000), "a.".repeat(5_000_000), "-".repeat(MOST) + "."]) assert.equal(qr(text), undefined);
});

test("control and bidi characters and half characters are refused wherever they stand", () => {
  const refused = [0x061c, 0x200e, 0x200f, 0xd800, 0xdbff, 0xdc00, 0xdfff];
  for (const [from, to] of [[0, 0x1f], [0x7f, 0x9f], [0x2028, 0x202e], [0x2066, 0x2069]]) for (let unit = from; unit <= to; unit += 1) refused.push(unit);
  for (const unit of refused) {
    const bad = String.fromCharCode(unit);
    for (const text of [bad, `https://help.example.com/${bad}`, `${bad}help.example.com`, `help${bad}.example.com`, `💥${bad}`, `${bad}${bad}`]) {
      assert.equal(qr(text), undefined, unit.toString(16));
    }
  }
  assert.equal(qr("\udca5\ud83d"), undefined, "a pair the wrong way round");
});

test("hostile text is read back as it is, or not drawn", () => {
  const parts = ["help.example.com", "https://", "%", "%00", "%F0%9F", "é", "💥", "\ud83d", "\0", "\n", "<script>", "\"'>", "\\000026", "]Q1", "0", "A", "\u202e", "\ufeff", "\uffff", " ", "WIFI:S:a;;", ".", ":", "?#"];
  let seed = 0x9e3779b9;
  const next = (below) => {
    for (const [shift, left] of [[13, true], [17, false], [5, true]]) seed ^= left ? seed << shift : seed >>> shift;
    return (seed >>> 0) % below;
  };
  let drawings = 0;
  for (let n = 0; n < 600; n += 1) {
    const text = Array.from({ length: next(9) }, () => parts[next(parts.length)]).join("");
    const drawn = qr(text);
    if (!drawn) continue;
    drawings += 1;
    assert.equal(drawn.attributes["aria-label"], text);
    assert.ok([text, `https://${text}`].includes(found(drawn).text), JSON.stringify(text));
  }
  assert.ok(drawings > 100, String(drawings));
});

test("nothing is drawn where there is no page", () => {
  const run = television();
  run(script);
  assert.equal(run('plainly.qr("https://help.example.com")'), undefined);
});

for (const [engine, before] of [["today's", ""], ["the oldest", OLD]]) {
  test(`the script draws the same in ${engine} engine`, () => {
    const run = television(before);
    run(`var document = (${makeDocument})();`, script);
    const drawn = (text) => JSON.parse(run(`JSON.stringify(plainly.qr(${JSON.stringify(text)}) || null)`));
    for (const text of [...Array.from({ length: MOST }, (_, at) => address(at + 1)), "help.example.com", "bücher.example", "💥", "é".repeat(70), "", "\n", "x".repeat(151)]) {
      assert.deepEqual(drawn(text), JSON.parse(JSON.stringify(qr(text) || null)), text);
    }
  });
}

test("the script changes nothing but plainly, and keeps what is there", () => {
  const run = television(OLD);
  const look = `JSON.stringify([Object.getOwnPropertyNames(this).sort()].concat(["Object", "Array", "String", "Uint8Array", "Int8Array"].map(function (name) {
    return [Object.getOwnPropertyNames(this[name]), Object.getOwnPropertyNames(this[name].prototype), Object.getOwnPropertyNames(Object.getPrototypeOf(this[name].prototype) || {})];
  }, this)))`;
  run("var plainly = { kept: true };");
  const before = run(look);
  run(script);
  assert.equal(run(look), before);
  assert.equal(run("Object.keys(plainly).join()"), "kept,qr");
});

test("the script is ASCII, for nobody may say how it is encoded", () => assert.doesNotMatch(script, /[^\0-\x7f]/));

test("for require", () => {
  const required = createRequire(import.meta.url)("../../pkg/dist/qr.cjs");
  assert.deepEqual(Object.keys(required), ["qr"]);
  assert.deepEqual(JSON.stringify(required.qr("help.example.com")), JSON.stringify(qr("help.example.com")));
});

test("the library's licence comes along", () => {
  assert.ok(read("pkg/dist/LICENSE-THIRD-PARTY").includes(read("node_modules/lean-qr/LICENSE").trim()));
  const [copyright] = read("node_modules/lean-qr/LICENSE").match(/Copyright .*/);
  for (const file of ["qr.js", "qr.cjs", "tv/qr.js"]) assert.match(read(`pkg/dist/${file}`).split("\n")[0], new RegExp(`^/\\*! lean-qr .*${copyright.replace(/[()]/g, "\\$&")}.*LICENSE-THIRD-PARTY \\*/$`));
});
