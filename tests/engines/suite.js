// What is asked of a build in whatever engine runs it: every case, and that many notices leave nothing behind.
// tools/engines/suite.mjs makes one ES5 script of it, with the global `suite`.

import all from "plainly:cases";
import { faultsOfRun } from "../browser/runs.js";
import { faultsAtOnce, incomplete, optionsOf, thrownOf } from "../compare.js";
import { fromFullStack, wrong } from "../failing.js";
import { compareForms, reportOf } from "../mutations.js";
import exempt from "../mutations.json";
import { speaking } from "../speaking.js";
import { retries } from "./retries.js";
import { screens } from "./screens.js";

export { speaking };

const DRAWS = 30; // of random numbers where a case holds for any: a television is slow

// Old engines say offline where they merely see no network.
const ENGLISH = { locales: ["en"], online: () => true };
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"].reduce((all, locales) =>
  all.concat(["prefix", "suffix"].map((codeStyle) => ({ locales, codeStyle }))), []);
// Cases with the same options share an explainer: opening one is what takes long on a television.
const keyOf = (options) => JSON.stringify(options);

/** `{ passed, failed: [text], ms }` over the global `plainly` with its scripts of packs and catalogs. */
export function run(plainly) {
  const start = Date.now();
  const speaker = plainly.create(ENGLISH);
  const opened = {};
  const open = (options) => opened[keyOf(options)] || (opened[keyOf(options)] = speaker.with(options));
  const result = outcome(speaker, open, plainly.catalogs, plainly, "js", start);
  fromFullStack(speaker, FRAMES);
  return told(result, wrong(speaker));
}

/** The same, and then how `plainly.retry` calls and, where there is a page, `plainly.screen` draws; `done` is given all of it. */
export function runAll(plainly, scope, done) {
  const result = run(plainly);
  const add = (what, faults) => {
    if (faults.length === 0) result.passed += 1;
    faults.forEach((fault) => result.failed.push(`${what}: ${fault}`));
  };
  retries(plainly, scope, (faults) => {
    add("retries", faults);
    if (typeof document !== "object") return done(result);
    screens(plainly, scope, (found) => {
      add("screens", found);
      done(result);
    });
  });
}

/** Promises the same over a build that loads; `wrap` may add to what it gives. */
export function runLater(plainly, catalogs, wrap = (speaker) => speaker) {
  const start = Date.now();
  let speaker;
  return plainly.load(ENGLISH).then((loaded) => {
    speaker = wrap(loaded);
    const opened = {};
    const prepare = (options) => {
      if (!opened[keyOf(options)]) opened[keyOf(options)] = speaker.with(options);
    };
    all.forEach(({ cases }) => cases.forEach((given) => optionsOf(given, catalogs).forEach(prepare)));
    RIGHT_TO_LEFT.forEach(prepare);
    const keys = Object.keys(opened);
    return Promise.all(keys.map((key) => opened[key])).then((speakers) => {
      keys.forEach((key, at) => (opened[key] = speakers[at]));
      return outcome(speaker, (options) => opened[keyOf(options)], catalogs, plainly, "wasm", start);
    });
  }).then((result) => {
    fromFullStack(speaker, FRAMES);
    return righted(speaker, 100).then(() => told(result, wrong(speaker)));
  });
}

const FRAMES = 200; // that explain on the way back from a full stack

/** Promises to wait until a core is there again: Chromium 64 to 108 make no instance of the wasm while the page waits. */
function righted(speaker, turns) {
  if (turns === 0 || wrong(speaker).length === 0) return Promise.resolve();
  return new Promise((done) => setTimeout(done, 20)).then(() => righted(speaker, turns - 1));
}

function told(result, faults) {
  if (faults.length === 0) result.passed += 1;
  else result.failed.push(`after a full stack: ${faults.join("; ")}`);
  return result;
}

function outcome(speaker, open, catalogs, { validate }, build, start) {
  const result = { passed: 0, failed: [], ms: 0 };
  const check = (name, test) => {
    let faults;
    try {
      faults = test();
    } catch (e) {
      faults = [`threw ${e} ${(e && e.stack) || ""}`];
    }
    if (faults.length === 0) result.passed += 1;
    else result.failed.push(`${name}: ${faults.join("; ")}`);
  };
  for (const { file, cases } of all) {
    for (const given of cases) check(`${file}: ${given.name}`, () => faultsAtOnce(open, given, catalogs, DRAWS));
  }
  check("every form of an answer has the same notice", () => {
    const forms = { asked: {}, faults: {} };
    for (const { file, cases } of all) {
      for (const given of cases) {
        if ("failure" in given) compareForms(open(optionsOf(given, catalogs)[0]), file, given, exempt, forms);
      }
    }
    return reportOf(forms);
  });
  check("the build", () => (speaker.build === build ? [] : [String(speaker.build)]));
  check("validate", () => validate({ provider: "acme", codes: { 7: { reason: "not_found" } } }).map(({ place }) => place));
  if (typeof document === "object") {
    for (const options of RIGHT_TO_LEFT) check(`a code in ${keyOf(options)}`, () => turned(open(options), "NW-2-5"));
  }
  check("countdown", () => (speaker.countdown(5000) === "Trying again in 5 seconds" ? [] : [speaker.countdown(5000)]));
  result.ms = Date.now() - start;
  return result;
}

/** How a notice's code is shown otherwise than from left to right, where it stands among words from right to left. */
function turned(speaker, code) {
  const { text, direction } = speaker.explain({ status: 401, body: { error: { code } } });
  const element = document.body.appendChild(document.createElement("p"));
  element.dir = direction;
  element.style.whiteSpace = "nowrap"; // a view of QtWebEngine may have no width yet, and a code may break at its hyphens
  element.textContent = text;
  const faults = faultsOfRun(element, code, "rtl");
  document.body.removeChild(element);
  return faults;
}

const FEW = 1000;

/**
 * Gives `{ heap: [bytes, ...], core: [bytes, ...] }` to `done`: what is in use after a thousand notices, and after each
 * tenth of `many`, of the engine's heap, where it tells, and of the core's own memory. What is made in between is
 * garbage, and collected where the engine lets us.
 */
export function soak(speaker, many, coreOf, done) {
  const failures = [];
  for (const { cases } of all) for (const given of cases) if (!big(given)) failures.push(given);
  const found = { heap: [], core: [] };
  let made = 0;
  const some = (until, then) => {
    for (const end = Math.min(until, made + FEW); made < end; made += 1) {
      const given = failures[made % failures.length];
      const notice = "thrown" in given ? speaker.explainThrown(thrownOf(given.thrown), given.context) : speaker.explain(given.failure, given.context);
      if (made < failures.length && incomplete(notice).length) throw new Error(`${given.name}: ${incomplete(notice)}`);
    }
    setTimeout(() => (made < until ? some(until, then) : settled(() => {
      found.heap.push(heap());
      found.core.push(coreOf());
      then();
    })), 0);
  };
  const steps = (step) => (step > 10 ? done(found) : some((many * step) / 10, () => steps(step + 1)));
  some(FEW, () => steps(1));
}

const big = (given) => JSON.stringify(given).length > 4000;

/** Chromium's number is up to 50 ms old. */
function settled(then, times = 3) {
  if (typeof gc === "function") gc();
  setTimeout(() => (times > 1 ? settled(then, times - 1) : then()), 120);
}

/** V8's own number, where its flags let scripts have it: QtWebEngine 5.12 rounds the page's. */
let usage;
try {
  usage = new Function("return %GetHeapUsage()");
} catch { /* to everybody else this is no JavaScript */ }

function heap() {
  if (typeof process === "object" && process.memoryUsage) return process.memoryUsage().heapUsed;
  if (usage) return usage();
  return typeof performance === "object" && performance.memory ? performance.memory.usedJSHeapSize : null;
}

/** From now on gives the bytes of the core's memory: it is the largest buffer that is made, or the wasm's own. */
export function watch() {
  let bytes = 0;
  let memory;
  const Made = ArrayBuffer;
  const Watched = function (length) {
    bytes = Math.max(bytes, length);
    return new Made(length);
  };
  Watched.prototype = Made.prototype;
  Watched.isView = Made.isView;
  self.ArrayBuffer = Watched;
  if (typeof WebAssembly === "object") {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const real = WebAssembly[name];
      if (real) WebAssembly[name] = (...given) => real.apply(WebAssembly, given).then((made) => {
        memory = (made.instance || made).exports.memory;
        return made;
      });
    }
  }
  return () => (memory ? memory.buffer.byteLength : bytes);
}
