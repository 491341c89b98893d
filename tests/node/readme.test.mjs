// What the README shows is what happens.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { coverage } from "../../pkg/dist/coverage.js";
import { load, validate } from "../../pkg/dist/node.js";
import { RetryBudget, retryingFetch } from "../../pkg/dist/retry.js";
import { forAcceptLanguage } from "../../pkg/dist/server.js";
import { failure, response, sample, samples } from "../../pkg/dist/testing.js";
import { EXPOSED } from "../browser/server.mjs";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/```(\w+)\n([^]*?)```/g)].map(([, language, text]) => ({ language, text }));
const AsyncFunction = (async () => {}).constructor;

/** Runs a block of the README as a module would, with the package given instead of imported. */
function run(text, given) {
  const body = text.replace(/^import .*$/gm, "");
  return new AsyncFunction(...Object.keys(given), body)(...Object.values(given));
}

test("a notice is what the README prints", async () => {
  const printed = [];
  await run(blocks.find(({ language, text }) => language === "js" && text.includes("console.log(notice)")).text, { load, console: { log: (value) => printed.push(value) } });
  const expected = JSON.parse(blocks.find(({ language }) => language === "json").text);
  assert.deepEqual(JSON.parse(JSON.stringify(printed)), [expected]);
});

test("maintenance and announcements of the README", async () => {
  const plainly = await load({ locales: "en", timeZone: "Europe/Berlin" });
  const now = Date.parse("2026-12-01T02:00:00Z");
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("const works"));
  const { during } = await run(text + "\nreturn { during };", { plainly, catalogs: [], packs: [] });
  const [, told] = /message; \/\/ "(.*)"/.exec(text);
  assert.equal(during.explain({ status: 503 }, { now }).message.replace(/\u00a0/g, " "), told);
  const file = blocks.find(({ language, text }) => language === "json" && text.includes("announcements"));
  assert.deepEqual(validate(JSON.parse(file.text)), []);
  const shown = [];
  const poll = blocks.find(({ language, text }) => language === "js" && text.includes("async function poll")).text;
  let at = now;
  const fetch = async () => new Response(file.text, { headers: { Date: new Date(at).toUTCString() } });
  const kept = {};
  const localStorage = { getItem: (key) => kept[key] ?? null, setItem: (key, value) => { kept[key] = value; } };
  let left;
  const mount = (root, { onClose }) => {
    left = onClose;
    return { announce: (notice) => shown.push(notice && [notice.title, notice.message.replace(/\u00a0/g, " ")]) };
  };
  const given = { plainly, fetch, localStorage, mount, document: {}, setInterval: () => 0 };
  const { poll: again } = await run(poll + "\nawait poll(); return { poll };", given);
  left({ announcement: "now" });
  await again();
  at = Date.parse("2026-11-30T20:00:00Z");
  await again();
  assert.deepEqual(shown, [["We're moving", "Our studio is moving to a new building. Please try again after 6:00 AM."], undefined, ["We're moving tonight", "The service will pause at 1:00 AM."]]);
  at = now;
  await run(poll + "\nawait poll();", given);
  assert.equal(shown.at(-1), undefined, "seen is seen after a restart");
});

test("the screens that the README shows are drawn", async () => {
  runInThisContext(readFileSync(new URL("dom.js", import.meta.url), "utf8"));
  const { mount } = await import("../../pkg/dist/screen.js");
  const { document } = globalThis;
  const drawn = () => document.querySelectorAll(".plainly-title").map(({ textContent }) => textContent);
  const blocked = async () => new Response('{"error":{"code":490}}', { status: 401 });
  const english = (options) => load({ locales: "en", ...options });
  const example = (mark) => blocks.find(({ language, text }) => language === "js" && text.includes(mark)).text;
  let screen;
  const mounting = (...given) => (screen = mount(...given));
  try {
    await run(example("plainly/screen"), { load: english, mount: mounting, document, fetch: blocked });
    assert.deepEqual([drawn(), screen.notice.actions[0].phone], [["There's a problem with your account"], "+44 20 7946 0000"]);
    screen.destroy();
    const went = [];
    const body = example("router.go") + "\nawait watch(); return screen;";
    await run(body, { load: english, mount: mounting, document, fetch: blocked, play: () => went.push("played"), router: { go: (to) => went.push(to) }, history: { back: () => went.push("back") } });
    assert.deepEqual([drawn(), screen.notice.actions.map(({ kind }) => kind)], [["There's a problem with your account"], ["contact_support", "retry", "go_back"]]);
    press(27);
    assert.deepEqual([drawn(), went], [[], ["back"]]);
    const notice = sample("account_disabled");
    screen.show(notice);
    const { same } = await run(example("screen.reword(arabic)") + "\nreturn { same };", { plainly: await english(), screen, notice });
    assert.deepEqual([same.locale, drawn()], ["ar", [same.title]]);
  } finally {
    screen.destroy();
    for (const name of ["document", "window", "press", "getComputedStyle", "addEventListener", "removeEventListener"]) delete globalThis[name];
  }
});

test("samples for tests are what the README says", async () => {
  const { default: de } = await import("../../pkg/dist/locales/de.js");
  const text = blocks.find(({ language, text }) => language === "js" && text.includes("plainly/testing")).text;
  const told = [];
  const heard = (make) => (...given) => told.push(make(...given));
  await run(text, { failure: heard(failure), response: heard(response), sample: heard(sample), samples: heard(samples), de, plainly: await load({ locales: "en" }) });
  const [german, busy, all, answer, offline] = told;
  assert.deepEqual([german.locale, busy.retry.kind, all.length > 60, answer instanceof Response, offline.cause instanceof TypeError], ["de", "auto", true, true, true]);
});

test("the operator's catalog and pack are without fault and are used", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes('"acme.payment_pending"'));
  const reports = [];
  const plainly = await run(text.replace("const plainly =", "return"), {
    load: (options) => {
      for (const data of [...options.catalogs, ...options.packs]) assert.deepEqual(validate(data), []);
      return load({ locales: "en", onReport: (report) => reports.push(report), ...options });
    },
  });
  const notice = plainly.explain({ status: 402, body: { fault: { id: "pay-7" } } });
  assert.equal(notice.title, "Your payment is on its way");
  assert.equal(notice.message, "We are waiting for your bank. This usually takes a minute.");
  assert.deepEqual(notice.actions.map((action) => action.label), ["Open the shop", "Go back"]);
  assert.deepEqual(reports, []);
});

test("a catalog that is loaded by name explains its codes", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("plainly/catalogs/brightcove"));
  const { default: brightcove } = await import("../../pkg/dist/catalogs/brightcove.js");
  const plainly = await run(text.replace("const plainly =", "return"), { load, brightcove });
  const body = [{ error_code: "ACCESS_DENIED", error_subcode: "CLIENT_GEO" }];
  assert.equal(plainly.explain({ status: 403, body }).reason, "geo_blocked");
});

test("the build without WebAssembly is opened as the README says", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("plainly/js"));
  const { create } = await import("../../pkg/dist/js.js");
  const { default: de } = await import("../../pkg/dist/locales/de.js");
  const plainly = await run(text.replace("const plainly =", "return"), { create, de, navigator: { languages: ["de-AT", "en"] } });
  assert.deepEqual([plainly.build, plainly.locale], ["js", "de"]);
});

test("the scripts that the README names are there", () => {
  const { text } = blocks.find(({ language }) => language === "html");
  const files = [...text.matchAll(/node_modules\/plainly\/([\w./-]+)/g)].map(([, file]) => file);
  assert.ok(files.length > 2);
  for (const file of files) assert.ok(readFileSync(new URL("../../pkg/dist/" + file, import.meta.url)).length > 0, file);
});

test("validate answers what the README says", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("acount_disabled"));
  const [, comment] = text.match(/\/\/ (\[.*\])/);
  const call = text.match(/^validate\(.*\);$/m)[0];
  const answer = await run(`return ${call}`, { validate });
  assert.deepEqual(answer, await run(`return ${comment}`, {}));
});

test("coverage answers what the README says", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("plainly/coverage"));
  const printed = [];
  await run(text, { coverage, console: { log: (...values) => printed.push(...values) } });
  const [, comment] = text.match(/^console\.log.*\/\/ (.*)$/m);
  assert.deepEqual(printed, JSON.parse(`[${comment.replace("] [", "], [")}]`));
});

test("a fetch that tries again does what the README says", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("retryingFetch"));
  const plainly = await load({ locales: "en" });
  const answers = [[401, '{"error":{"code":493}}'], [503, ""], [200, "here"]];
  const shown = [];
  const fetch = async () => {
    const [status, body] = answers.shift();
    return new Response(body, { status });
  };
  const session = { refresh: async () => shown.push("refreshed") };
  const body = text.replace(/^const response.*$/m, "return call('https://api.example.com/channels', { signal });");
  const response = await run(body, { plainly, session, RetryBudget, signal: new AbortController().signal,
    show: (id, { code }) => shown.push(`${id}: ${code}`), hide: (id) => shown.push(`${id}: over`),
    retryingFetch: (explainer, { context, ...more }) => retryingFetch(explainer, { ...more, fetch, context: { ...context, random: 0 } }) });
  assert.equal(await response.text(), "here");
  assert.deepEqual(shown, ["1: 493", "refreshed", "1: 503", "1: over"]);
});

test("a server answers each viewer in their language, as the README says", async () => {
  const { text } = blocks.find(({ language, text }) => language === "js" && text.includes("plainly/server"));
  const answers = [() => new Response('{"error":{"code":490}}', { status: 401 }), () => { throw new TypeError("fetch failed"); }, () => new Response("here")];
  const server = await run(text.replace(/^createServer/m, "return createServer").replace("8080", "0"),
    { createServer, load, forAcceptLanguage, fetch: async () => answers.shift()() });
  try {
    await once(server, "listening");
    const ask = (header) => fetch(`http://127.0.0.1:${server.address().port}/`, { headers: { "Accept-Language": header } });
    for (const [header, status, code, locale] of [["de-CH,fr;q=0.8,*;q=0.1", 401, "490", "de"], ["xx", 502, "P-3", "en"]]) {
      const response = await ask(header);
      assert.deepEqual([response.status, response.headers.get("content-language"), response.headers.get("vary")], [status, locale, "Accept-Language"]);
      const notice = await response.json();
      assert.deepEqual([notice.code, notice.locale], [code, locale]);
    }
    assert.equal(await (await ask("ja")).text(), "here");
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("the fields that an API is told to expose are those that browsers are tried with", () => {
  const { text } = blocks.find(({ language }) => language === "http");
  assert.equal(text, `Access-Control-Expose-Headers: ${EXPOSED}\n`);
});

test("the schemas that the README names are there", () => {
  for (const [, file] of readme.matchAll(/(\w+\.schema\.json)/g)) {
    JSON.parse(readFileSync(new URL(`../../pkg/schema/${file}`, import.meta.url), "utf8"));
  }
});
