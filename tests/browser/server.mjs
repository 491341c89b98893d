// The repository's files on 127.0.0.1, and a few answers that a test needs. Remembers what was not there.

import { buildSync } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { flaky, timesOf } from "./flaky.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folders = ["/www/", "/pkg/dist/", "/build/engines/", "/tests/", "/node_modules/dashjs/dist/", "/node_modules/hls.js/dist/",
  "/node_modules/shaka-player/dist/", "/node_modules/dejavu-fonts-ttf/ttf/"];
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".json": "application/json",
  ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** The line that the README gives to operators. */
export const EXPOSED = "Retry-After, RateLimit, RateLimit-Policy, Date, Age, WWW-Authenticate, X-Request-Id";

/** One instant: two could lie on two sides of a second. */
const HOUR_AHEAD = Date.now() + 3_600_000;

/** Answers for a page of another origin, which sees of their fields what `exposed` names. */
const CROSS = {
  "/cross/expired": [401, { "WWW-Authenticate": 'Bearer error="invalid_token"' }],
  "/cross/limited": [429, { RateLimit: '"default";r=0;t=30' }],
  "/cross/busy": [503, { "Retry-After": "30", "X-Request-Id": "abc-123" }],
  // A server whose clock runs an hour ahead, and who asks for 30 seconds.
  "/cross/dated": [503, {
    Date: new Date(HOUR_AHEAD).toUTCString(),
    "Retry-After": new Date(HOUR_AHEAD + 30_000).toUTCString(),
  }],
};

/** RxPlayer's files name each other as only bundlers understand. */
function rxPlayer() {
  const options = { entryPoints: [join(root, "node_modules/rx-player/dist/es2017/index.js")], bundle: true, format: "esm", write: false };
  return buildSync(options).outputFiles[0].contents;
}

/** tests/browser/react.js with the React of a version, whose complaints are heard. */
function react(version) {
  const alias = version === "18" ? { react: "react-18", "react-dom": "react-dom-18" } : {};
  const options = { entryPoints: [join(root, "tests/browser/react.js")], bundle: true, format: "esm", write: false, alias };
  return buildSync({ ...options, define: { "process.env.NODE_ENV": '"development"' }, logLevel: "error" }).outputFiles[0].contents;
}

function answer(path, query, response, rules) {
  if (path.startsWith("/flaky/")) return flaky(path, response);
  if (path === "/flaky-times") return response.end(JSON.stringify(timesOf(query.get("address"))));
  if (path === "/rx-player.js") {
    response.writeHead(200, { "Content-Type": types[".js"] });
    return response.end(rxPlayer());
  }
  const [, version] = path.match(/^\/react-(\d+)\.js$/) || [];
  if (version) {
    response.writeHead(200, { "Content-Type": types[".js"] });
    return response.end(react(version));
  }
  if (CROSS[path]) {
    const [status, fields] = CROSS[path];
    const exposed = query.get("expose");
    const cors = { "Access-Control-Allow-Origin": "*", ...(exposed && { "Access-Control-Expose-Headers": exposed }) };
    response.writeHead(status, { ...cors, ...fields });
    return response.end();
  }
  if (path === "/slow") return; // never; the caller gives up
  if (path === "/blocked") {
    response.writeHead(401, { "Content-Type": "application/json", "X-Request-Id": "abc-123" });
    return response.end('{"error":{"code":490}}');
  }
  if (path === "/tests/cases/") {
    response.writeHead(200, { "Content-Type": "application/json" });
    return response.end(JSON.stringify(readdirSync(join(root, path)).filter((name) => name.endsWith(".json")).sort()));
  }
  if (path.includes("..") || !folders.some((folder) => path.startsWith(folder))) throw new Error("not served");
  if (rules.missing.some((name) => path.endsWith(name))) throw new Error("not served for now");
  const bytes = readFileSync(join(root, path.endsWith("/") ? path + "index.html" : path));
  const end = extname(path.endsWith("/") ? ".html" : path);
  response.writeHead(200, {
    "Content-Type": rules.types[end] || types[end] || "text/html; charset=utf-8",
    ...(rules.policy && { "Content-Security-Policy": rules.policy }),
  });
  response.end(bytes);
}

/** What a test may change while a server runs: the pages' policy, files that are not there, media types. */
const RULES = { policy: "", missing: [], types: {} };

/** `{ origin, missing, rules, close }` on a free port. */
export function serve() {
  const missing = [];
  const rules = { ...RULES };
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(url.pathname);
    try {
      answer(path, url.searchParams, response, rules);
    } catch {
      missing.push(path);
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    origin: `http://127.0.0.1:${server.address().port}`,
    missing,
    rules: (given) => Object.assign(rules, RULES, given),
    close() {
      server.closeAllConnections();
      server.close();
    },
  })));
}
