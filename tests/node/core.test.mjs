// A core that failed, by a full stack, too little memory or an app's own functions, is replaced: the next notice is right.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { fromFullStack, wrong } from "../failing.js";
import { CURIOUS } from "../hostile.js";

const dist = new URL("../../pkg/dist/", import.meta.url);
const at = (path) => JSON.stringify(new URL(path, dist).href);
const UNKNOWN = { status: 400, body: { code: "ZZ-1" } };

const builds = {
  wasm: async (options) => (await import("../../pkg/dist/node.js")).load({ locales: "en", ...options }),
  inline: async (options) => (await import("../../pkg/dist/inline.js")).load({ locales: "en", ...options }),
  js: async (options) => (await import("../../pkg/dist/js.js")).create({ locales: "en", ...options }),
};

/** Runs a script in a process of its own. */
function apart(script, ...flags) {
  return execFileSync(process.execPath, [...flags, "--input-type=module", "--eval", script], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

for (const [build, open] of Object.entries(builds)) {
  test(`${build}: a full stack, at any depth`, async () => {
    const [speaker, other] = [await open(), await open({ codeStyle: "none" })];
    fromFullStack(speaker, 3000);
    assert.deepEqual(wrong(speaker), []);
    // Another one that was open in the same core opens again too, with its own options.
    assert.deepEqual([other.explain({ status: 404 }).text, wrong(other)], [other.explain({ status: 404 }).message, []]);
    const further = await speaker.with({ provider: "ministra" });
    assert.deepEqual([wrong(further), wrong(await open())], [[], []]);
  });

  test(`${build}: onReport that explains what it hears`, async () => {
    let heard = 0;
    const speaker = await open({ onReport: () => { heard += 1; assert.equal(speaker.explain(UNKNOWN).code, "ZZ-1"); } });
    for (let call = 1; call <= 3; call += 1) {
      assert.equal(speaker.explain(UNKNOWN).code, "ZZ-1");
      assert.equal(heard, 1, "it hears of what is the same once, and nothing of its own");
    }
    assert.deepEqual(wrong(speaker), []);
  });

  test(`${build}: online() that explains`, async () => {
    let asked = 0;
    const speaker = await open({ online: () => { asked += 1; if (speaker) speaker.explain(UNKNOWN); return false; } });
    assert.deepEqual([speaker.explain({}).reason, asked], ["offline", 1]);
    assert.deepEqual(wrong(speaker), []);
  });

  for (const [name, make] of CURIOUS) {
    test(`${build}: ${name} that explains, without end`, async () => {
      const speaker = await open();
      assert.equal(typeof speaker.explain(make((failure) => speaker.explain(failure))).code, "string");
      assert.deepEqual(wrong(speaker), []);
    });
    test(`${build}: ${name} that explains once`, async () => {
      const speaker = await open();
      let once = true;
      const within = [];
      const failure = make((again) => { if (once) { once = false; within.push(speaker.explain(again).code); } });
      assert.deepEqual([speaker.explain(failure).code, within], ["490", ["490"]]);
    });
  }
}

test("an explainer that was opened without a connection does not say for ever that there is none", async () => {
  let online = false;
  const speaker = await builds.js({ online: () => online });
  assert.equal(speaker.explain({}).reason, "offline");
  online = true;
  const said = new Set();
  const down = () => { try { down(); } catch (e) { try { said.add(speaker.explain({ status: 404 }).reason); } catch (again) { /* no room */ } throw e; } };
  assert.throws(down, RangeError);
  assert.ok(said.has("not_found") && !said.has("offline"), [...said].join());
  assert.equal(speaker.explain({ status: 404 }).reason, "not_found");
});

test("where the engine makes no instance at once, the core comes back a little later", async () => {
  const { load } = await import("../../pkg/dist/node.js?instances");
  const speaker = await load({ locales: "de" });
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function () { throw new RangeError("WebAssembly.Instance is disallowed on the main thread"); };
  try {
    const german = speaker.explain({ status: 404 });
    fromFullStack(speaker, 3000);
    const meanwhile = speaker.explain({ status: 404 });
    assert.deepEqual([meanwhile.reason, meanwhile.locale, meanwhile.retry.kind], ["unknown", "de", "never"]);
    assert.match(speaker.countdown(5000), /\p{L}/u);
    const deadline = performance.now() + 5000;
    while (speaker.explain({ status: 404 }).reason !== "not_found" && performance.now() < deadline) await new Promise((done) => setTimeout(done, 5));
    assert.deepEqual(speaker.explain({ status: 404 }, { now: 0, random: 0 }), german);
  } finally {
    WebAssembly.Instance = Instance;
  }
});

test("explainers that are collected after their core failed do not end the process", () => {
  const said = apart(`
    import { load } from ${at("node.js")};
    import { fromFullStack } from ${at("../../tests/failing.js")};
    const speaker = await load({ locales: "en" });
    let dropped = [];
    for (let n = 0; n < 50; n += 1) dropped.push(await speaker.with({ locales: "de" }));
    fromFullStack(speaker, 3000);
    dropped = undefined;
    for (let n = 0; n < 20; n += 1) { gc(); await new Promise((done) => setTimeout(done, 10)); }
    console.log(speaker.explain({ status: 404 }).reason);`, "--expose-gc");
  assert.equal(said, "not_found");
});

test("too little memory for one answer of a server leaves enough for the next", () => {
  const script = `
    import { load } from ${at("node.js")};
    const speaker = await load({ locales: "en" });
    const good = () => speaker.explain({ status: 401, body: { error: { code: 490 } } }).code;
    const text = JSON.stringify({ error: { code: 490 }, x: Array.from({ length: 120 }, () => "\\u4e2d".repeat(2040)) });
    const headers = Array.from({ length: 250 }, (_, at) => ["x-" + at, "\\u00e9".repeat(2000)]);
    const big = speaker.explain({ status: 401, body: text, headers }).code;
    console.log(JSON.stringify([speaker.build, big, good(), speaker.countdown(5000)]));`;
  let starved = 0;
  for (const pages of [18, 19, 20, 24, 32, 64]) {
    const [build, big, after, wait] = JSON.parse(apart(script, `--wasm-max-mem-pages=${pages}`));
    assert.deepEqual([after, wait], ["490", "Trying again in 5 seconds"], `${pages} pages`);
    if (build === "wasm" && big !== "490") starved += 1;
  }
  assert.ok(starved > 0, "no number of pages was too small for the large answer");
});

test("functions of an app that reject later make no unhandled rejection", () => {
  const said = apart(`
    import { load } from ${at("node.js")};
    import { retryingFetch } from ${at("retry.js")};
    const unhandled = [];
    process.on("unhandledRejection", (error) => unhandled.push(error.message));
    const no = (name) => async () => { throw new Error(name); };
    const speaker = await load({ locales: "ja", packs: [{ locale: "ja", messages: { nope: "x" } }], onReport: no("onReport"), online: no("online") });
    speaker.explain(${JSON.stringify(UNKNOWN)});
    let tries = 0;
    const call = retryingFetch(speaker, { fetch: async () => new Response("", { status: (tries += 1) > 1 ? 200 : 503 }),
      onNotice: no("onNotice"), onRecovered: no("onRecovered"), context: { random: 0, online: true } });
    await call("http://localhost/");
    await new Promise((done) => setTimeout(done, 20));
    console.log(JSON.stringify([tries, unhandled]));`);
  assert.deepEqual(JSON.parse(said), [2, []]);
});

/** The memory in use after so many explainers that nobody keeps, and after ten times as many. */
const discarding = (open) => `
  ${open}
  const some = async (count) => {
    for (let n = 0; n < count; n += 1) { make(n); if (n % 500 === 0) { gc(); await new Promise((done) => setTimeout(done, 1)); } }
    for (let n = 0; n < 5; n += 1) { gc(); await new Promise((done) => setTimeout(done, 5)); }
  };
  await some(4000);
  const before = process.memoryUsage().rss;
  await some(40000);
  console.log(JSON.stringify([before, process.memoryUsage().rss]));`;

const makers = {
  wasm: `import { load } from ${at("node.js")}; const one = await load({ locales: "en" }); const make = (n) => one.with({ support: { phone: "1" + n } });`,
  js: `import { create } from ${at("js.js")}; const one = create({ locales: "en" }); const make = (n) => one.with({ support: { phone: "1" + n } });`,
  "js, where nothing tells what is collected": `delete globalThis.FinalizationRegistry;
    const { create } = await import(${at("js.js")}); const one = create({ locales: "en" }); const make = (n) => one.with({ support: { phone: "1" + n } });`,
};
for (const [name, open] of Object.entries(makers)) {
  test(`${name}: 40,000 explainers that nobody keeps are given back`, () => {
    const [before, after] = JSON.parse(apart(discarding(open), "--expose-gc"));
    assert.ok(after - before < 24e6, `${Math.round(before / 1e6)} MB became ${Math.round(after / 1e6)} MB`);
  });
}

test("where nothing tells what is collected, those that are still held stay what they are", () => {
  const context = createContext({ setTimeout, clearTimeout, console });
  runInContext(`delete this.FinalizationRegistry;\n${readFileSync(new URL("tv.js", dist), "utf8")}`, context);
  const texts = runInContext(`
    var held = [], first = plainly.create({ locales: "en" });
    for (var n = 0; n < 100; n++) held.push(first.with({ support: { phone: String(n) } }));
    held.map(function (one) { return one.explain({ status: 403 }).actions[0].phone; }).join();`, context);
  assert.equal(texts, Array.from({ length: 100 }, (_, n) => n).join());
});
