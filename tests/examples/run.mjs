#!/usr/bin/env node
// The samples of examples/, built and used in headless Chromium: `run.mjs tv express` are these alone. What each must do
// stands in samples/, a file a sample, whose default export is
//   { name, build?: [command, ...arguments], dist?: "dist", file?: "index.html", server?: async ({ folder, port, api }) => stop,
//     answers?: (url, response, cors) => boolean, says?: pattern, check: async ({ driver, page, check, keys, axe, api, speak, folder }) => undefined }
// `dist` is served, `file` opened from disk, and `server` serves itself; `answers` is what its API has besides server.mjs, and
// `says` what its libraries always write into the console.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import selenium from "selenium-webdriver";
import { browsers } from "../browser/browsers.mjs";
import { listen } from "./console.mjs";
import { project } from "./project.mjs";
import { serve } from "./server.mjs";

const here = fileURLToPath(new URL("samples/", import.meta.url));
const axeSource = readFileSync(fileURLToPath(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const BUILD = 180_000; // ms for a build, on a machine that has other things to do

const wanted = process.argv.slice(2);
const all = await Promise.all(readdirSync(here).sort().map(async (name) => (await import(pathToFileURL(join(here, name)))).default));
const chosen = all.filter(({ name }) => !wanted.length || wanted.includes(name));
const total = { passed: 0, failed: 0 };

const seconds = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** What axe-core finds wrong with what the page shows now. */
async function axe(driver) {
  await driver.executeScript(`if (!window.axe) { ${axeSource} }`);
  return driver.executeAsyncScript("const back = arguments[arguments.length - 1]; axe.run(document, { runOnly: arguments[0], preload: false }).then("
    + "({ violations }) => back(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')).join('; ')), (error) => back(String(error)));", RULES);
}

/** The viewer's languages, as the page and the server see them. */
async function speak(driver, languages) {
  const userAgent = await driver.executeScript("return navigator.userAgent");
  await driver.sendDevToolsCommand("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: languages });
}

function freePort() {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  }));
}

/** Where the sample's page is, and what ends that. */
async function opened({ dist, server, file }, folder, api) {
  if (file) return { page: pathToFileURL(join(folder, file)).href, stop() {}, missing: [] };
  if (server) {
    const port = await freePort();
    return { page: `http://127.0.0.1:${port}/`, stop: await server({ folder, port, api }), missing: [] };
  }
  const served = await serve(join(folder, dist));
  return { page: `${served.origin}/`, stop: served.close, missing: served.missing };
}

async function tried(sample, folder, driver, ear) {
  const began = performance.now();
  const result = { passed: 0, failed: [] };
  const check = async (what, test) => {
    try {
      const fault = await test();
      if (!fault) result.passed += 1;
      else result.failed.push(`${what}: ${fault}`);
    } catch (error) {
      result.failed.push(`${what}: ${error.message}`);
    }
  };
  let api;
  let at;
  let built = "";
  try {
    if (sample.build) {
      const [command, ...args] = sample.build;
      execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: BUILD,
        env: { ...process.env, PATH: `${join(folder, "../node_modules/.bin")}:${process.env.PATH}` } });
      built = `built in ${seconds(began)}, `;
    }
    api = await serve(undefined, sample.answers);
    at = await opened(sample, folder, api.origin);
    await ear.take();
    await sample.check({ driver, page: at.page, check, keys: selenium.Key, axe: () => axe(driver), api: api.origin, speak: (languages) => speak(driver, languages), folder });
    await check("nothing in the console", async () => (await ear.take()).filter((text) => !(sample.says && sample.says.test(text))).join("; "));
    await check("every file is there", async () => [...at.missing, ...api.missing].join(", "));
  } catch (error) {
    result.failed.push(String(error.stderr || error.stack || error).trim());
  } finally {
    await driver.get("about:blank").catch(() => undefined);
    if (at) await at.stop();
    if (api) api.close();
  }
  for (const failure of result.failed) console.log(`${sample.name}: ${failure}`);
  console.log(`${sample.name}: ${result.passed} passed, ${result.failed.length} failed (${built}${seconds(began)} in all)`);
  total.passed += result.passed;
  total.failed += result.failed.length;
}

let copies;
let driver;
try {
  copies = project();
  driver = await browsers.find(({ name }) => name === "Chromium").start();
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  const ear = await listen(driver);
  if (!(await ear.hears())) throw new Error("the console cannot be heard");
  for (const sample of chosen) await tried(sample, join(copies.folder, sample.name), driver, ear);
} catch (error) {
  total.failed += 1;
  console.log(`the samples cannot be tried: ${error.message.split("\n")[0]}`);
} finally {
  if (driver) await driver.quit().catch(() => undefined);
  if (copies) copies.remove();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);
