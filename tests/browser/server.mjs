// The repository's files on 127.0.0.1, and a few answers that a test needs. Remembers what was not there.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folders = ["/www/", "/pkg/dist/", "/tests/"];
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

function answer(path, response) {
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
  const bytes = readFileSync(join(root, path.endsWith("/") ? path + "index.html" : path));
  response.writeHead(200, { "Content-Type": types[extname(path.endsWith("/") ? ".html" : path)] || "text/html; charset=utf-8" });
  response.end(bytes);
}

/** `{ origin, missing, close }` on a free port. */
export function serve() {
  const missing = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      answer(path, response);
    } catch {
      missing.push(path);
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    origin: `http://127.0.0.1:${server.address().port}`,
    missing,
    close() {
      server.closeAllConnections();
      server.close();
    },
  })));
}
