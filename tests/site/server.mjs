// build/site as a static host has it, in a folder of its own, under a strict policy. Remembers what was not there.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../build/site/", import.meta.url));
const FOLDER = "/help/errors/";
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json", ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** `{ address, missing, refused, take, close }` on a free port; what a test puts into `refused` is not sent; `take()` gives the paths that were sent since the last time. */
export function serve() {
  const missing = [];
  const refused = [];
  const sent = [];
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const name = path.slice(FOLDER.length) || "index.html";
    try {
      if (!path.startsWith(FOLDER) || path.includes("..") || refused.includes(name)) throw new Error("not served");
      const bytes = readFileSync(root + name);
      response.writeHead(200, { "Content-Type": types[extname(name)] ?? "application/octet-stream", "Content-Security-Policy": POLICY, "Cache-Control": "no-store" });
      response.end(bytes);
      sent.push(bytes);
    } catch {
      missing.push(path);
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    address: `http://127.0.0.1:${server.address().port}${FOLDER}`,
    missing,
    refused,
    take: () => sent.splice(0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  })));
}
