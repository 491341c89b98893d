// How long showing a notice takes, from show() to the end of its layout: in the Chromium of this machine at most a frame, and
// three where the processor has a sixth of its speed, as a television's. Chromium 53, where `make test-engines` fetched it, cannot
// be slowed down: what it takes counts six times.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browsers } from "../../tests/browser/browsers.mjs";
import { serve } from "../../tests/browser/server.mjs";
import { cache } from "../engines/cache.mjs";
import { engines } from "../engines/list.mjs";
import { built } from "../engines/pages.mjs";
import { median } from "./measure.mjs";

const FRAME = 1000 / 60;
const BOUNDS = [{ slower: 1, frames: 1 }, { slower: 6, frames: 3 }];
const TIMES = 60;

/** Milliseconds of each show(), with the style and layout that follow; what is shown alternates, so that all of it is drawn anew. */
const SHOW = `const back = arguments[arguments.length - 1];
  const times = arguments[0];
  (async () => {
    const [{ create }, { mount }] = await Promise.all([import("/pkg/dist/js.js"), import("/pkg/dist/screen.js")]);
    const plainly = create({ locales: "en", support: { phone: "+44 20 7946 0000" }, online: () => true });
    const blocked = plainly.explain({ status: 401, headers: { "x-request-id": "abc-123" }, body: { error: { code: 490 } } }, { provider: "ministra" });
    const busy = plainly.explain({ status: 503, headers: { "Retry-After": "60" } }, { random: 0.5 });
    const screen = mount(document.body, { plainly, theme: "television" });
    const taken = [];
    for (let shown = 0; shown < times; shown += 1) {
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      if (shown % 2) screen.show(busy, { id: 1, retryAt: Date.now() + 60000 });
      else screen.show(blocked);
      document.body.offsetHeight;
      taken.push(performance.now() - start);
    }
    screen.destroy();
    return taken;
  })().then(back, (error) => back(String(error.stack || error)));`;

const server = await serve();
const driver = await browsers.find(({ name }) => name === "Chromium").start();
let slow = false;

function told(what, taken, frames) {
  const first = taken[0];
  const middle = median(taken);
  const bound = frames * FRAME;
  slow = slow || middle > bound;
  console.log(`${what}: ${middle.toFixed(1)} ms, the first ${first.toFixed(1)} ms, the slowest ${Math.max(...taken).toFixed(1)} ms (at most ${bound.toFixed(1)} ms in the middle)`);
}

try {
  await driver.manage().setTimeouts({ script: 60_000 });
  for (const { slower, frames } of BOUNDS) {
    await driver.get(`${server.origin}/tests/browser/screen.html`);
    await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: slower });
    const taken = await driver.executeAsyncScript(SHOW, TIMES);
    if (typeof taken === "string") throw new Error(taken);
    told(`showing a notice${slower > 1 ? `, processor ${slower} times slower` : ""}`, taken, frames);
  }
} finally {
  await driver.quit();
  server.close();
}

/** The same in ES5, on a page from disk. */
const OLD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plainly</title><link rel="stylesheet" href="../../../pkg/dist/screen.css"></head><body>
<script>var result; window.onerror = function (message) { result = result || JSON.stringify(message); };</script>
<script src="../../../pkg/dist/tv.js"></script><script src="../../../pkg/dist/tv/screen.js"></script>
<script>
  var speaker = plainly.create({ locales: "en", support: { phone: "+44 20 7946 0000" }, online: function () { return true; } });
  var blocked = speaker.explain({ status: 401, body: { error: { code: 490 } } }, { provider: "ministra" });
  var busy = speaker.explain({ status: 503, headers: { "Retry-After": "60" } }, { random: 0.5 });
  var screen = plainly.screen.mount(document.body, { plainly: speaker });
  var taken = [];
  (function next() {
    if (taken.length === ${TIMES}) return (result = JSON.stringify(taken));
    var start = performance.now();
    if (taken.length % 2) screen.show(busy, { id: 1, retryAt: Date.now() + 60000 });
    else screen.show(blocked);
    document.body.offsetHeight;
    taken.push(performance.now() - start);
    requestAnimationFrame(next);
  })();
</script></body></html>`;

const SLOWER = 6;
const television = engines.find(({ name }) => name === "chromium-53");
const folder = join(cache, "engines", television.name);
if (existsSync(folder)) {
  mkdirSync(join(built, "pages"), { recursive: true });
  const page = join(built, "pages/bench-screen.html");
  writeFileSync(page, OLD);
  const engine = await television.open(folder);
  try {
    const taken = JSON.parse(await engine.visit({ address: String(pathToFileURL(page)) }, 60_000));
    if (typeof taken === "string") throw new Error(taken);
    told(`in ${television.engine}, ${SLOWER} times what it takes`, taken.map((ms) => ms * SLOWER), BOUNDS[1].frames);
  } finally {
    await engine.close();
  }
} else {
  console.log(`${television.engine} is not here: make test-engines fetches it`);
}
process.exit(slow ? 1 : 0);
