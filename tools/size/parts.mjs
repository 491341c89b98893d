// What of the first visit is for what. The bytes of a part are its share of its file's brotli, by what it takes before
// compression: an estimate, for parts share words, and the compiler puts small functions into others.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { functions } from "./functions.mjs";

const built = (path) => fileURLToPath(new URL(`../../build/${path}`, import.meta.url));

/** Above this a part says in `for` what it is worth. */
export const EXPLAINED = 2000;

/** Of the wasm: a function belongs to the first part whose pattern its name has. */
const WASM = [
  { name: "packs and catalogs", is: /catalog|prepare|locale::(pack|english)|LocalePack>::(unpack|with|english)|action::|named/ },
  { name: "judging retries", is: /Explainer>::judge|retry::|notice::/,
    for: "Retry-After in all forms of dates, RateLimit's structured fields, hints in bodies, vetoes, backoff" },
  { name: "reading failures", is: /Explainer>::(read|class)|envelope|failure::(?!Context)|clean::|problem::|cause::|param::/,
    for: "codes and request ids of any body: JSON by path, XML, headers, sentences; made safe to show" },
  { name: "words", is: /words::|locale::(syntax|message|plural)/,
    for: "MessageFormat 2 with plurals of all CLDR languages, and a notice that is all in one language" },
  { name: "the notice", is: /Explainer|explainer::|reason::/,
    for: "explain(), with(), countdown(), reports" },
  { name: "border", is: /^ask$|tape|answer|From<plainly::value::Value>|decode|wasm::/,
    for: "one text in and one out, instead of 14 kB for serde-wasm-bindgen in both directions" },
  { name: "strings, lists, memory", is: /./,
    for: "what Rust's standard library and the allocator bring, and what all parts use" },
];

/** Of index.js: the files that esbuild put in. */
const SCRIPT = [
  { name: "English", is: /plainly:english/ },
  { name: "catalogs: HTTP, Ministra, OAuth", is: /plainly:catalogs/ },
  { name: "reading what was thrown", is: /facts\/(failure|response|thrown)/,
    for: "errors of HTTP clients, players, media elements and network stacks, each known by its own fields" },
  { name: "finding and loading packs", is: /plainly:locales|data\.js|loading|first/ },
  { name: "entry and border", is: /./,
    for: "load(), explain() and the rest: callers' facts looked at without throwing, within bounds, and handed over as one text; the fallback without WebAssembly" },
];

/** `[{ part, bytes }]` of a file whose pieces, `[name, size]`, are told apart by name. */
function shares(parts, pieces, brotli) {
  const sizes = parts.map(() => 0);
  for (const [name, size] of pieces) sizes[parts.findIndex(({ is }) => is.test(name))] += size;
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return parts.map((part, at) => ({ part, bytes: Math.round((sizes[at] / whole) * brotli) }));
}

/** Of the wasm's and of index.js' bytes of brotli. */
export function parts(wasm, script) {
  const { code, data, names } = functions(readFileSync(built("wasm/named.wasm")));
  const inputs = Object.entries(JSON.parse(readFileSync(built("index.json"), "utf8"))).map(([name, { bytesInOutput }]) => [name, bytesInOutput]);
  const dataBytes = Math.round((wasm * data) / (data + code));
  return [
    ...shares(WASM, names, wasm - dataBytes),
    { part: { name: "names, tables, sentences", for: "reasons and actions, header fields, and where codes stand in bodies" }, bytes: dataBytes },
    ...shares(SCRIPT, inputs, script),
  ];
}
