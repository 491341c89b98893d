// Pictures of every page of build/site, in build/site-shots, for a person to look at: node tests/site/shots.mjs

import { mkdirSync, writeFileSync } from "node:fs";
import { browsers } from "../browser/browsers.mjs";
import { serve } from "./server.mjs";

const PAGES = {
  play: "#/?", limited: "#/?status=503&body=&headers=Retry-After:%207200&deadline=9000&", inline: "#/?status=401&body=%7B%22error%22:%7B%22code%22:489%7D%7D&",
  catalogs: "#/catalogs?", catalog: "#/catalog/stripe/card_declined?", reasons: "#/reasons?", reason: "#/reason/account_disabled?",
  sheets: "#/sheets?", sheet: "#/sheet/ministra?", search: "#/search?q=490&",
};
const SIZES = [[1280, 800], [390, 844]];
const folder = new URL("../../build/site-shots/", import.meta.url);

mkdirSync(folder, { recursive: true });
const driver = await browsers[0].start();
const server = await serve();
try {
  for (const [width, height] of SIZES) {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    for (const lang of ["en", "ar"]) {
      for (const [name, hash] of Object.entries(PAGES)) {
        await driver.get("about:blank");
        await driver.get(`${server.address}${hash}lang=${lang}`);
        await driver.wait(() => driver.executeScript('return Boolean(document.querySelector("#main h1")) && !document.getElementById("main").hasAttribute("aria-busy")'), 20_000);
        const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { format: "png", captureBeyondViewport: false });
        writeFileSync(new URL(`${name}-${lang}-${width}.png`, folder), Buffer.from(data, "base64"));
      }
    }
  }
} finally {
  await driver.quit();
  server.close();
}
