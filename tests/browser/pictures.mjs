#!/usr/bin/env node
// How notices look, beside pictures that are kept: `pictures.mjs` compares, `pictures.mjs --write` keeps what there is now. What
// differs is drawn in build/pictures. In Chromium alone, for every browser draws letters in its own way.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { browsers } from "./browsers.mjs";
import { serve } from "./server.mjs";

const kept = fileURLToPath(new URL("pictures/", import.meta.url));
const built = fileURLToPath(new URL("../../build/pictures/", import.meta.url));
const WIDTH = 960;
const HEIGHT = 540;
const THRESHOLD = 0.2; // of a pixel's colours, edges of letters aside
const SHARE = 0.001; // of all pixels: a few words have as many

const BLOCKED = "{ status: 401, headers: { 'x-request-id': 'abc-123' }, body: { error: { code: 490 } } }, { provider: 'ministra' }";
const BUSY = "{ status: 503, headers: { 'Retry-After': '60' } }, { random: 0.5 }";
const WRONG = "{ status: 401, body: { error: { code: 489 } } }, { provider: 'ministra' }";
// Languages whose letters the font has.
const PICTURES = [
  { name: "television-en", tag: "en", theme: "television", failure: BLOCKED },
  { name: "television-ar", tag: "ar", theme: "television", failure: BLOCKED },
  { name: "television-countdown-de", tag: "de", theme: "television", failure: BUSY, call: "{ id: 1, retryAt: Date.now() + 45000 }" },
  { name: "light-contacts-en", tag: "en", theme: "light", failure: BLOCKED, then: "document.querySelector('.plainly-action').click()" },
  { name: "dark-ar", tag: "ar", theme: "dark", failure: BUSY },
  { name: "inline-el", tag: "el", theme: "light", failure: WRONG, inline: true },
  { name: "phone-en", tag: "en", theme: "light", failure: BLOCKED, width: 360, height: 640 },
];

const draw = ({ tag, theme, failure, call, then, inline }) => `const back = arguments[arguments.length - 1];
  (async () => {
    const [{ create }, { mount }, pack] = await Promise.all([import("/pkg/dist/js.js"), import("/pkg/dist/screen.js"), import("/pkg/dist/locales/${tag}.js")]);
    await Promise.all(["400", "700"].map((weight) => document.fonts.load(weight + " 20px Pictures")));
    const plainly = create({ locales: "${tag}", packs: [pack.default], support: { phone: "+44 20 7946 0000", url: "https://help.example.com/tv" }, online: () => true });
    if (window.shown) shown.destroy();
    document.body.textContent = "";
    const input = document.body.appendChild(document.createElement("input"));
    window.shown = mount(document.body, { plainly, theme: "${theme}" });
    const notice = plainly.explain(${failure});
    shown.show(${inline ? '{ ...notice, presentation: "inline" }, { beside: input }' : `notice, ${call}`});
    if (notice.locale !== "${tag}") throw new Error("it speaks " + notice.locale);
    ${then || ""};
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  })().then(() => back(), (error) => back(String(error.stack || error)));`;

/** What differs from the picture that is kept, in words. */
function compared(name, bytes) {
  if (!existsSync(`${kept}${name}.png`)) return "there is no picture of it";
  const [now, before] = [PNG.sync.read(bytes), PNG.sync.read(readFileSync(`${kept}${name}.png`))];
  const { width, height } = before;
  if (now.width !== width || now.height !== height) return `it is ${now.width} by ${now.height} large, not ${width} by ${height}`;
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, difference.data, width, height, { threshold: THRESHOLD });
  if (pixels <= SHARE * width * height) return "";
  mkdirSync(built, { recursive: true });
  writeFileSync(`${built}${name}.png`, bytes);
  writeFileSync(`${built}${name}-difference.png`, PNG.sync.write(difference));
  return `${pixels} pixels differ: build/pictures/${name}-difference.png`;
}

/** `{ passed, failed: [text] }` */
export async function pictures({ driver, origin, write = false }) {
  const result = { passed: 0, failed: [] };
  await driver.get(`${origin}/tests/browser/screen.html`);
  await driver.executeScript('document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "pictures.css" }))');
  rmSync(built, { recursive: true, force: true });
  for (const picture of PICTURES) {
    const { name, width = WIDTH, height = HEIGHT } = picture;
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    const broken = await driver.executeAsyncScript(draw(picture));
    const bytes = Buffer.from(await driver.takeScreenshot(), "base64");
    if (write) {
      mkdirSync(kept, { recursive: true });
      writeFileSync(`${kept}${name}.png`, PNG.sync.write(PNG.sync.read(bytes), { deflateLevel: 9, colorType: 2 }));
    }
    const fault = broken || compared(name, bytes);
    if (fault) result.failed.push(`picture ${name}: ${fault}`);
    else result.passed += 1;
  }
  await driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve();
  const driver = await browsers.find(({ name }) => name === "Chromium").start();
  try {
    const { passed, failed } = await pictures({ driver, origin: server.origin, write: process.argv.includes("--write") });
    for (const fault of failed) console.log(fault);
    console.log(`${passed} passed, ${failed.length} failed`);
    process.exitCode = failed.length ? 1 : 0;
  } finally {
    await driver.quit();
    server.close();
  }
}
