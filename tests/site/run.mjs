#!/usr/bin/env node
// build/site in headless Chromium, as who reads it uses it. What is expected comes from locales/, catalogs/ and the package.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";
import selenium from "selenium-webdriver";
import { load } from "../../pkg/dist/node.js";
import { reasons } from "../../tools/data/names.mjs";
import { readPack, tags } from "../../tools/data/pack.mjs";
import { browsers } from "../browser/browsers.mjs";
import { cutRows } from "./paper.mjs";
import { serve } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What the first view may load, in bytes as they are on the disk. */
const BUDGET = 300_000;
/** One page of each kind. */
const PAGES = ["#/", "#/?status=401&body=%7B%22error%22:%7B%22code%22:489%7D%7D", "#/catalogs", "#/catalog/ministra/490", "#/reasons", "#/reason/account_disabled",
  "#/sheets", "#/sheet/ministra", "#/search?q=490", "#/nowhere"];
const { Key } = selenium;

const codesOf = (provider) => JSON.parse(readFileSync(new URL(`../../catalogs/${provider}.json`, import.meta.url), "utf8")).codes;
const plainly = await load({ locales: "en" });
const blocked = async (lang, style) => (await plainly.with({ locales: lang, codeStyle: style })).explain({ status: 401, body: { error: { code: 490 } } });

const failed = [];
let passed = 0;
const same = (found, wanted) => {
  const [a, b] = [found, wanted].map((each) => JSON.stringify(each));
  if (a !== b) throw new Error(`${a} instead of ${b}`);
};
async function check(what, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failed.push(`${what}: ${error.message}`);
  }
}

const server = await serve();
const driver = await browsers[0].start();
const ask = (script, ...given) => driver.executeScript(script, ...given);
const text = (selector) => ask("const found = document.querySelector(arguments[0]); return found && found.textContent", selector);
const texts = (selector) => ask("return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)", selector);
const ready = () => driver.wait(() => ask('return Boolean(document.querySelector("#main h1")) && !document.getElementById("main").hasAttribute("aria-busy")'), 20_000, "the page does not come");
const shows = (selector, wanted) => driver.wait(async () => (await text(selector)) === wanted, 10_000, `${selector} does not say: ${wanted}`)
  .catch(async (error) => { throw new Error(`${error.message}, but: ${await text(selector)}`); });

async function open(hash) {
  await driver.get("about:blank");
  await driver.get(server.address + hash);
  await ready();
}

/** Types into a field of the form as a person does. */
async function type(name, value) {
  const field = await driver.findElement({ css: `[name=${name}]` });
  await field.clear();
  if (value) await field.sendKeys(value);
}

try {
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });

  await check("the first view is small", async () => {
    await open("");
    await shows(".tv .plainly-message", (await blocked("en")).text);
    const sent = server.take();
    const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);
    const plain = sum(sent.map((bytes) => bytes.length));
    console.log(`first view: ${sent.length} files, ${plain} bytes, ${sum(sent.map((bytes) => brotliCompressSync(bytes).length))} of brotli`);
    if (plain > BUDGET) throw new Error(`${plain} bytes, more than ${BUDGET}`);
  });

  await check("the playground explains 490 in German, in the code style that is chosen", async () => {
    await open("#/?lang=de");
    const notice = await blocked("de");
    await shows(".tv .plainly-title", notice.title);
    await shows(".tv .plainly-message", notice.text);
    same(JSON.parse(await text("#json")).message, notice.message);
    same(await texts(".tv .plainly-action"), notice.actions.map(({ label }) => label));
    await ask('const style = document.querySelector("[name=style]"); style.value = "suffix"; style.dispatchEvent(new Event("input", { bubbles: true }))');
    await shows(".tv .plainly-message", (await blocked("de", "suffix")).text);
  });

  await check("what is typed is explained, stands in the address, and the focus stays", async () => {
    await open("#/");
    await type("body", "");
    await type("status", "451");
    await shows(".tv .plainly-message", plainly.explain({ status: 451 }).text);
    same(await ask("return document.activeElement.name"), "status");
    const address = await driver.getCurrentUrl();
    await driver.get("about:blank");
    await driver.get(address);
    await ready();
    await shows(".tv .plainly-message", plainly.explain({ status: 451 }).text);
    same(await ask('return document.querySelector(".tv").contains(document.activeElement)'), false);
  });

  await check("Retry-After: 7200 is a time line", async () => {
    await open("#/?status=503&body=&headers=Retry-After:%207200&deadline=9000");
    const lines = await texts(".times li");
    same(lines.length, 4);
    for (const [at, word] of [[1, "2 hours"], [2, "between 2 hours and 2.5 hours"], [3, "2.5 hours"]]) {
      if (!lines[at].includes(word)) throw new Error(`${lines[at]} does not say ${word}`);
    }
    const [asked, from, deadline] = await ask('return [".asked", ".window", ".deadline"].map((name) => document.querySelector(".line " + name).getBoundingClientRect().left)');
    if (!(Math.abs(asked - from) < 5 && deadline > from + 20)) throw new Error(`the line: ${asked}, ${from}, ${deadline}`);
    same(await ask('return document.querySelector(".line").getAttribute("aria-hidden")'), "true");
  });

  await check("Arabic runs from right to left", async () => {
    await open("#/?lang=ar");
    const { title } = await blocked("ar");
    await shows(".tv .plainly-title", title);
    same(await ask('const { lang, dir } = document.querySelector(".tv .plainly-notice"); return [lang, dir]'), ["ar", "rtl"]);
    await open("#/reasons?lang=ar");
    same(await ask('const words = document.querySelector(".card [lang=ar]"); return [words.dir, getComputedStyle(words).direction]'), ["rtl", "rtl"]);
  });

  await check("a notice beside an input, and one that is not shown", async () => {
    await open("#/?status=401&body=%7B%22error%22:%7B%22code%22:489%7D%7D");
    same(await ask('return document.querySelector("#tv-input").getAttribute("aria-invalid")'), "true");
    await open("#/?status=500&body=");
    same(await ask('return [document.querySelector(".silent").hidden, Boolean(document.querySelector(".tv .plainly-notice"))]'), [false, false]);
  });

  await check("an address leads to a row of a catalog", async () => {
    await open("#/catalog/stripe/card_declined?lang=ar");
    const [current, code, named, words, seen, rows] = await ask(`const row = document.activeElement; const { top, bottom } = row.getBoundingClientRect();
      return [row.getAttribute("aria-current"), ...[0, 2, 3].map((at) => row.cells[at].textContent), top >= 0 && bottom <= innerHeight, row.parentNode.rows.length]`);
    const { messages } = readPack("ar");
    const codes = codesOf("stripe");
    const { reason } = codes.card_declined;
    same([current, code, named, words.includes(messages[reason]), seen, rows], ["true", "card_declined", reason, true, true, Object.keys(codes).length]);
    // "Try it" tells the same.
    await ask('document.activeElement.querySelector(".try").click()');
    await driver.wait(async () => (await text(".tv .plainly-title")) !== null, 10_000, "the playground does not come");
    same(JSON.parse(await text("#json")).reason, reason);
  });

  await check("a reason has its words in every language", async () => {
    await open("#/reason/account_disabled?lang=de");
    const statements = await texts("#rows tbody td:nth-child(3)");
    same([...statements].sort(), tags().map((tag) => readPack(tag).messages.account_disabled).sort());
    await open("#/reasons?lang=de");
    same(await texts(".card h2"), reasons.map(({ name }) => name));
  });

  await check("the search finds a code, and a word of a language", async () => {
    await open("#/");
    await (await driver.findElement({ id: "query" })).sendKeys("490", Key.ENTER);
    await driver.wait(async () => (await texts("#codes a")).includes("ministra 490"), 10_000, "490 is not found");
    await open("#/search?q=Konto&lang=de");
    const { messages } = readPack("de");
    const wanted = reasons.map(({ name }) => name).filter((name) => [messages[`${name}.title`], messages[name]].some((each) => each?.toLowerCase().includes("konto")));
    const found = await texts("#words a");
    if (wanted.length === 0) throw new Error("German has no such word");
    same(wanted.filter((name) => !found.includes(name)), []);
    // Without its language, where every language is looked through.
    await open("#/search?q=Benutzerkonto");
    same(await texts("#words a"), []);
    await (await driver.findElement({ id: "all" })).click();
    await driver.wait(async () => (await texts("#words a")).length > 0, 10_000, "the word is not found in every language");
  });

  await check("a sheet in French has a row for each code, and prints without a cut row", async () => {
    await open("#/sheet/ministra?lang=fr");
    const codes = Object.keys(codesOf("ministra"));
    same(await texts("#rows tbody th"), codes);
    same(codes.length, 14);
    const french = await plainly.with({ locales: "fr", provider: "ministra" });
    const notice = french.explain({ status: 401, body: { error: { code: 490 } } });
    const row = await ask('return [...document.querySelectorAll("#rows tbody tr")].find((row) => row.cells[0].textContent === "490").textContent');
    for (const words of [notice.title, notice.message, ...notice.actions.map(({ label }) => label)]) {
      if (!row.includes(words)) throw new Error(`the row of 490 does not say: ${words}`);
    }
    same(await cutRows(driver), { rows: codes.length, cut: [], heads: "on every page" });
  });

  await check("who chooses a language stays at it, and the page speaks it", async () => {
    await open("#/sheet/ministra?lang=fr");
    await ask('const list = document.getElementById("language"); list.focus(); list.value = "ja"; list.dispatchEvent(new Event("change", { bubbles: true }))');
    await driver.wait(() => ask('return Boolean(document.querySelector("#rows [lang=ja]"))'), 10_000, "Japanese does not come");
    same(await ask("return document.activeElement.id"), "language");
  });

  for (const lang of ["en", "ar"]) {
    for (const page of PAGES) {
      await check(`axe-core finds nothing on ${page} in ${lang}`, async () => {
        await open(`${page}${page.includes("?") ? "&" : "?"}lang=${lang}`);
        await ask(AXE);
        const found = await driver.executeAsyncScript(`const back = arguments[arguments.length - 1];
          axe.run().then(({ violations, passes }) => back([passes.length > 0, violations.map(({ id, nodes }) => id + ": " + nodes[0].html + " " + nodes[0].failureSummary)]));`);
        same(found, [true, []]);
      });
    }
  }

  await check("on a telephone nothing stands over the side", async () => {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 375, height: 800, deviceScaleFactor: 1, mobile: false });
    for (const page of [...PAGES, "#/catalog/aws", "#/sheet/kaltura-ovp"]) {
      await open(`${page}${page.includes("?") ? "&" : "?"}lang=ta`);
      const over = await ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (over > 0) throw new Error(`${page}: ${over} pixels`);
    }
  });

  await check("nothing stands in the console, and no file is missing", async () => {
    await ask('console.error("a word to hear whether the console can be heard")');
    const logged = (await driver.manage().logs().get("browser")).map(({ message }) => message);
    same(logged.filter((message) => message.includes("a word to hear")).length, 1);
    same(logged.filter((message) => !message.includes("a word to hear")), []);
    same(server.missing.filter((path) => path !== "/favicon.ico"), []);
  });

  await check("where the wasm does not come, JavaScript explains; where data do not come, the page says so", async () => {
    server.refused.push("plainly/plainly_bg.wasm", "data/causes.json");
    await open("#/?lang=de");
    await shows(".tv .plainly-message", (await blocked("de")).text);
    await open("#/reasons");
    const page = await ask('return document.getElementById("failed").content.querySelector("h1").textContent');
    await shows("#main h1", page);
  });

  await check("an address that makes no sense breaks nothing", async () => {
    for (const hash of ["#/?status=abc&attempt=-5&deadline=x&style=y&method=z&provider=none&headers=%00:", "#/%E0%A4%A", "#/catalog/none", "#/sheet/__proto__", "#/constructor", "#/?body=<img src=x onerror=alert(1)>"]) {
      await open(hash);
      same(await ask('return [Boolean(document.querySelector("#main h1")), document.querySelector("#main img") === null]'), [true, true]);
    }
    same(await driver.executeScript('return document.getElementById("failed").content.querySelector("h1").textContent === document.querySelector("#main h1").textContent'), false);
  });
} finally {
  await driver.quit();
  server.close();
}

console.log(`the site: ${passed} passed, ${failed.length} failed`);
for (const each of failed) console.error(each);
if (failed.length > 0) process.exitCode = 1;
