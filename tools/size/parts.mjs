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
  { name: "writing answers", is: /Serialize|serde|hashbrown/,
    for: "serde and serde-wasm-bindgen: what crosses is the type itself, and a member that is new needs no code" },
  { name: "reading operators' packs and catalogs", is: /(catalog|pack|Catalog|LocalePack).*::read|locale::read|faults?::|error::|validate/,
    for: "every entry is held to the rules, at run time and by validate(): what is wrong is dropped and told with its place" },
  { name: "finding the language", is: /locale::(negotiate|tag|cldr)/,
    for: "CLDR's language matching, for tags in any form that a platform reports" },
  { name: "judging retries", is: /Explainer>::judge|retry::|notice::|judgement::/,
    for: "Retry-After in all forms of dates, RateLimit's structured fields, hints in bodies, vetoes, backoff" },
  { name: "reading failures", is: /Explainer>::(read|class)|envelope|failure::|context::|clean::|problem::|cause::|param::|catalog|action::/,
    for: "codes and request ids of any body: JSON by path, XML, headers, sentences; made safe to show" },
  { name: "words", is: /words::|locale::(syntax|message|plural|pack)/,
    for: "MessageFormat 2 with plurals of all CLDR languages, and a notice that is all in one language" },
  { name: "explainer and border", is: /Explainer|explainer|reason::|wasm::|js_sys|wasm_bindgen/,
    for: "explain(), countdown(), reports; plain data of JavaScript read by name" },
  { name: "strings, lists, numbers, memory", is: /./,
    for: "what Rust's standard library and the allocator bring, and what all parts use" },
];

/** Of index.js: the files that esbuild put in. */
const SCRIPT = [
  { name: "wasm-bindgen's glue", is: /plainly:glue/, for: "the functions of js-sys and serde-wasm-bindgen, and text in and out" },
  { name: "reading what was thrown", is: /facts\/(failure|response|thrown)/,
    for: "errors of HTTP clients, players, media elements and network stacks, each known by its own fields" },
  { name: "entry", is: /./,
    for: "load(), explain() and the rest: callers' facts copied without throwing, within bounds; packs, the fallback without WebAssembly, a core that failed" },
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
    { part: { name: "data: English, catalogs, names, tables", for: "all that the package speaks and knows at the start" }, bytes: dataBytes },
    ...shares(SCRIPT, inputs, script),
  ];
}
