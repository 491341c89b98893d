// A page opened from disk, in today's Chromium and in Chromium 53; its scripts are read by the V8 of Chromium 38.

import { parse } from "acorn";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fetched } from "../../../tools/engines/cache.mjs";
import { engines } from "../../../tools/engines/list.mjs";
import { viewer, words } from "../viewer.mjs";

const FAILURE = { status: 401, body: '{"error":{"code":490}}' };
const OPTIONS = { provider: "ministra", support: { phone: "+44 20 7946 0000" }, actions: ["retry", "go_back", "exit_app", "contact_support"] };
const LIMIT = 60_000; // ms for what an old engine does with the page

/** What the page's viewer does in an engine that nobody drives; its result is what this leaves in `result`. */
const BY_ITSELF = `(function () {
  var faults = [];
  var press = function (keyCode) {
    var event = document.createEvent("Event");
    event.initEvent("keydown", true, true);
    event.keyCode = keyCode;
    (document.activeElement || document.body).dispatchEvent(event);
  };
  var notice = function () { return document.querySelector(".plainly-notice"); };
  var began = Date.now();
  var when = function (look, then) {
    if (look()) return then();
    if (Date.now() - began > 30000) { window.result = "nothing came of " + look; return; }
    setTimeout(function () { when(look, then); }, 50);
  };
  when(notice, function () {
    var labels = notice().querySelectorAll(".plainly-action");
    if (getComputedStyle(notice()).position !== "fixed") faults.push("the style sheet is not there");
    for (var at = 0; at < labels.length; at += 1) {
      if (document.activeElement !== labels[at]) faults.push("the focus is not on " + labels[at].textContent);
      press(39);
    }
    when(function () { return document.querySelectorAll("#channels button").length === 2; }, function () {
      if (notice()) faults.push("the notice stays");
      if (document.activeElement.textContent !== "One") faults.push("the focus is not in the list");
      window.result = faults.join("; ") || "good";
    });
  });
})();`;

/** An engine of an old television, or why there is none. */
async function engine(name) {
  const found = engines.find((each) => each.name === name);
  try {
    return { ...found, folder: await fetched(found) };
  } catch (error) {
    console.log(`tv: ${found.engine} cannot be had: ${error.message}`);
    return undefined;
  }
}

async function check({ driver, page, check, keys, axe, api, speak, folder }) {
  const { press, focused, shown, gone, differs, walks, until } = viewer(driver);
  const at = (path, base = page) => `${base}?channels=${encodeURIComponent(api + path)}`;
  const scripts = ["app.js", "node_modules/plainly/tv.js", "node_modules/plainly/tv/screen.js", "node_modules/plainly/tv/locales/ar.js", "node_modules/plainly/tv/locales/ja.js"];

  await check("the scripts are ES5", async () => {
    for (const name of scripts) parse(readFileSync(join(folder, name), "utf8"), { ecmaVersion: 5 });
  });
  for (const language of ["en", "ar", "ja"]) {
    await speak(language);
    await driver.get(at("/api/status/401?code=490"));
    await check(`the notice in ${language}`, async () => differs(await words(language, FAILURE, OPTIONS)));
    await check(`axe in ${language}`, axe);
    await check(`every button in ${language}, by arrow keys`, async () => walks(language === "ar" ? keys.ARROW_LEFT : keys.ARROW_RIGHT));
    await check(`Back leaves in ${language}`, async () => {
      await press(keys.ESCAPE);
      await gone();
    });
  }

  await speak("en");
  await check("Try again makes a new call, and the notice goes", async () => {
    await driver.get(at("/api/status/401?code=490&times=1&id=again"));
    await shown();
    await press(keys.ARROW_RIGHT);
    if ((await focused()) !== "Try again") return `the focus is on ${await focused()}`;
    await press(keys.ENTER);
    await gone();
    return (await focused()) === "One" ? "" : `the focus is on ${await focused()}`;
  });
  await check("a service that comes back needs nobody", async () => {
    await driver.get(at("/api/status/503?after=3&times=1&id=back"));
    await shown();
    await gone();
    await until("return document.querySelectorAll('#channels button').length === 2");
    await press(keys.ARROW_DOWN);
    return (await focused()) === "Two" ? "" : `the keys are not the list's: ${await focused()}`;
  });

  const old = await engine("chromium-53");
  if (old) {
    await check("in Chromium 53", async () => {
      const index = readFileSync(join(folder, "index.html"), "utf8");
      const driven = join(folder, "by-itself.html");
      writeFileSync(driven, index.replace("</body>", '<script src="by-itself.js"></script></body>'));
      writeFileSync(join(folder, "by-itself.js"), BY_ITSELF);
      const browser = await old.open(old.folder);
      try {
        const result = await browser.visit({ address: at("/api/status/503?after=3&times=1&id=old", pathToFileURL(driven).href) }, LIMIT);
        return result === "good" ? "" : result;
      } finally {
        await browser.close();
      }
    });
  }
  const older = await engine("v8-3.28");
  if (older) {
    await check("the V8 of Chromium 38 reads the scripts", async () => {
      const script = 'var fs = require("fs"), vm = require("vm"); process.argv.slice(1).forEach(function (name) { new vm.Script(fs.readFileSync(name, "utf8")); });';
      execFileSync(join(older.folder, "package/bin/node"), ["-e", script, ...scripts], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    });
  }
}

export default { name: "tv", file: "index.html", check };
