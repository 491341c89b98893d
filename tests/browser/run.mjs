#!/usr/bin/env node
// The built package and the TV page in headless Chromium and Firefox. Names of browsers choose: run.mjs firefox.

import { readFileSync } from "node:fs";
import selenium from "selenium-webdriver";
import LogInspector from "selenium-webdriver/bidi/logInspector.js";
import { load } from "../../pkg/dist/node.js";
import { folder } from "../../tools/demo/www.mjs";
import { browsers } from "./browsers.mjs";
import { elements } from "./elements.mjs";
import { FAULTS, oneFont } from "./fonts.mjs";
import { pictures } from "./pictures.mjs";
import { policies } from "./policies.mjs";
import { screens } from "./screen.mjs";
import { EXPOSED, serve } from "./server.mjs";
import { television } from "./television.mjs";

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = browsers.filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
const total = { passed: 0, failed: 0 };
const plainly = await load({ locales: ["en"] });

const fonts = oneFont();
if (!fonts) console.log("this machine's fonts cannot be taken away: fontconfig is not asked here");

const OLD = readFileSync(new URL("chromium-53.js", import.meta.url), "utf8");
const PROBE = "a word to hear whether the console can be heard";
const isProbe = (text) => text.includes(PROBE);

/** What the console says that it should not. */
async function listen(driver) {
  const errors = [];
  const inspector = await LogInspector(driver);
  await inspector.onJavascriptException(({ text }) => errors.push(text));
  await inspector.onConsoleEntry(({ level, text }) => { if (level === "error") errors.push(text); });
  return {
    // Chromium's log also holds what the network and the page's policy refused.
    async take() {
      const types = await driver.manage().logs().getAvailableLogTypes().catch(() => []);
      if (types.includes("browser")) {
        for (const { message } of await driver.manage().logs().get("browser")) errors.push(message);
      }
      return errors.splice(0);
    },
  };
}

/** What a page found, or a script on the page that has none. */
async function found(driver, origin, page, script) {
  await driver.get(`${origin}/tests/browser/${page}`);
  if (script) await driver.executeScript('document.head.append(Object.assign(document.createElement("script"), { type: "module", src: arguments[0] }))', script);
  return driver.executeAsyncScript("const back = arguments[arguments.length - 1];"
    + "const wait = () => window.done ? window.done.then(back) : setTimeout(wait, 50); wait();");
}

async function run({ name, start }) {
  const results = { passed: 0, failed: [] };
  const add = ({ passed, failed }) => {
    results.passed += passed;
    results.failed.push(...failed);
  };
  let driver;
  let server;
  let other;
  try {
    driver = await start();
    server = await serve();
    other = await serve();
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
    const ear = await listen(driver);
    const api = new URLSearchParams({ api: other.origin, exposed: EXPOSED });
    for (const page of [`page.html?${api}`, "players.html", "direction.html", "react.html?react=19", "react.html?react=18"]) {
      add(await found(driver, server.origin, page));
    }
    for (const script of ["screen.js", "geometry.js"]) add(await found(driver, server.origin, "screen.html", script));
    add(await screens({ driver, origin: server.origin, keys: selenium.Key }));
    if (name === "Chromium") add(await pictures({ driver, origin: server.origin }));
    // Whoever hears nothing must be able to hear.
    await driver.executeScript("console.error(arguments[0])", PROBE);
    if (!(await ear.take()).some(isProbe)) throw new Error("the console cannot be heard");
    server.missing.length = 0;
    const console = { take: async () => (await ear.take()).filter((text) => !isProbe(text)) };
    add(await elements({ driver, origin: server.origin, console }));
    const rest = { driver, plainly, console, missing: server.missing, keys: selenium.Key };
    add(await television({ ...rest, page: `${server.origin}/www/` }));
    // From disk, as a television's app; where the browser lets us, with what Chromium 53 has.
    const told = driver.sendAndGetDevToolsCommand && await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: OLD });
    add(await television({ ...rest, page: new URL("index.html", folder).href, tags: ["en", "ar", "de", "ja", "te", "zh-Hant"], name: "TV page from disk" }));
    if (told) await driver.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", told);
    await driver.quit();
    driver = undefined;
    // Where the machine has no letters for a language, its words are wider than anywhere else.
    driver = await start(fonts);
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
    if (fonts) {
      const fault = await driver.executeScript(FAULTS);
      add({ passed: fault ? 0 : 1, failed: fault ? [`there should be one font: ${fault}`] : [] });
    }
    add(await found(driver, server.origin, "screen.html", "geometry.js"));
    add(await television({ ...rest, driver, console: await listen(driver), page: `${server.origin}/www/`, tags: ["en", "te", "hi", "ar", "ja", "de"], name: "TV page in one font", wide: true }));
    // Last, for nobody listens to what the console says of all that is refused.
    add(await policies({ driver, server }));
  } catch (error) {
    results.failed.push(driver ? String(error.stack || error) : `cannot be started: ${error.message.split("\n")[0]}`);
  } finally {
    if (driver) await driver.quit().catch(() => undefined);
    if (server) server.close();
    if (other) other.close();
  }
  for (const failure of results.failed) console.log(`${name}: ${failure}`);
  console.log(`${name}: ${results.passed} passed, ${results.failed.length} failed`);
  total.passed += results.passed;
  total.failed += results.failed.length;
}

for (const browser of chosen) await run(browser);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);
