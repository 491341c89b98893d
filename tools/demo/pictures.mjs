// Makes the pictures in docs/ of what Chromium shows, all but that of Chromium 53. The machine needs letters of every language
// (Debian: fonts-noto-core, fonts-noto-cjk). Look at them before they are kept.

import { writeFileSync } from "node:fs";
import { deflateSync, crc32 } from "node:zlib";
import { PNG } from "pngjs";
import { browsers } from "../../tests/browser/browsers.mjs";
import { serve } from "../../tests/browser/server.mjs";

const LANGUAGES = ["en", "de", "ar", "ja", "hi", "ru"];
const docs = (name) => new URL(`../../docs/${name}`, import.meta.url);

const driver = await browsers[0].start();
const server = await serve();
const ask = (script, ...given) => driver.executeScript(script, ...given);
const size = (width, height, scale = 1) => driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: scale, mobile: false });

async function open(hash, done) {
  await driver.get("about:blank");
  await driver.get(`${server.origin}/www/#${hash}`);
  await driver.wait(() => ask(`return Boolean(${done})`), 20_000, `nothing is shown of ${hash}`);
  await new Promise((resolve) => setTimeout(resolve, 500)); // what moves has come to rest
}

async function shot(format) {
  const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { format, ...(format === "jpeg" && { quality: 85 }) });
  return Buffer.from(data, "base64");
}

/** White letters on black: sixteen greys, two points a byte. */
function grey(picture) {
  const { width, height, data } = PNG.sync.read(picture);
  const row = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = Math.round(data[(y * width + x) * 4 + 1] / 17);
      rows[y * row + 1 + (x >> 1)] |= x % 2 ? shade : shade << 4;
    }
  }
  const chunk = (type, content) => {
    const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type), content, Buffer.alloc(4)]);
    whole.writeUInt32BE(content.length, 0);
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
    return whole;
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([picture.subarray(0, 8), chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

try {
  await size(1280, 720);
  await open("failure=490&lang=en&view=tv&hold=1", 'document.activeElement.matches(".plainly-action")');
  writeFileSync(docs("tv.jpg"), await shot("jpeg"));
  await open("failure=503&lang=ar&style=suffix&hold=1", 'document.querySelector("#tv .plainly-title")');
  writeFileSync(docs("page.jpg"), await shot("jpeg"));

  // Six columns, and as long as it is.
  await size(1396, 2080);
  await open("failure=490&view=grid&hold=1", '[...document.querySelectorAll("#grid .cell")].every((cell) => cell.querySelector(".title"))');
  await ask('document.documentElement.style.setProperty("--px", ".5px")');
  await size(1396, await ask('return document.getElementById("grid").scrollHeight'));
  await ask('document.getElementById("grid").scrollTop = 0; document.activeElement.blur()');
  await new Promise((resolve) => setTimeout(resolve, 500));
  writeFileSync(docs("languages.png"), grey(await shot("png")));

  // plainly/screen alone, on televisions of 1920x1080, each a third as large.
  await size(1920, 1080, 1 / 3);
  const screens = [];
  for (const locale of LANGUAGES) {
    await driver.get(`${server.origin}/tests/browser/screen.html`);
    await driver.executeAsyncScript(`const [locale, back] = arguments;
      Promise.all([import("/pkg/dist/js.js"), import("/pkg/dist/screen.js"), import("/pkg/dist/locales/" + locale + ".js")]).then(([{ create }, { mount }, { default: pack }]) => {
        const plainly = create({ locales: locale, packs: [pack] });
        mount(document.body, { plainly, theme: "television" }).show(plainly.explain({ status: 401, body: { error: { code: 490 } } }));
        back();
      });`, locale);
    await new Promise((resolve) => setTimeout(resolve, 500));
    screens.push(PNG.sync.read(await shot("png")));
  }
  const [{ width, height }] = screens;
  const GAP = 10;
  const sheet = new PNG({ width: 2 * width + GAP, height: 3 * height + 2 * GAP, fill: true });
  sheet.data.fill(255);
  screens.forEach((screen, at) => PNG.bitblt(screen, sheet, 0, 0, width, height, (at % 2) * (width + GAP), Math.floor(at / 2) * (height + GAP)));
  writeFileSync(docs("screens.png"), grey(PNG.sync.write(sheet)));
} finally {
  await driver.quit();
  server.close();
}
