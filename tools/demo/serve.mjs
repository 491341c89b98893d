#!/usr/bin/env node
// Serves www/ and pkg/dist/ under their own paths, on this machine alone.
// The page's relative imports are then the same on any static host of the repository.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = await realpath(fileURLToPath(new URL("../..", import.meta.url)));
const folders = ["/www/", "/pkg/dist/"];
const port = Number(process.env.PORT || 8080);

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

// The file behind a request's path, or nothing: outside the folders, hidden, or not there.
async function find(target) {
  let path;
  try {
    path = decodeURIComponent(new URL(target, "http://localhost").pathname);
  } catch {
    return;
  }
  if (path.endsWith("/")) path += "index.html";
  const folder = folders.find((name) => path.startsWith(name));
  if (!folder || path.includes("\0") || path.includes("\\")) return;
  if (path.split("/").some((part) => part.startsWith("."))) return;
  try {
    const file = await realpath(join(root, path));
    if (!file.startsWith(await realpath(join(root, folder)) + sep)) return;
    const { size, isFile } = await stat(file).then((s) => ({ size: s.size, isFile: s.isFile() }));
    return isFile ? { file, size, type: types[extname(file)] || "application/octet-stream" } : undefined;
  } catch {
    return;
  }
}

function answer(response, status, headers, text = "") {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
  response.end(text);
}

const server = createServer(async (request, response) => {
  const { method, url } = request;
  if (method !== "GET" && method !== "HEAD") return answer(response, 405, { Allow: "GET, HEAD" });
  if (url === "/" || url === "/www") return answer(response, 302, { Location: "/www/" });
  const found = await find(url);
  if (!found) return answer(response, 404, {}, "Not found\n");
  response.writeHead(200, {
    "Content-Type": found.type,
    "Content-Length": found.size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  if (method === "HEAD") return response.end();
  createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
});

server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken; choose another with PORT=` : error.message);
  process.exitCode = 1;
});
server.listen(port, "127.0.0.1", () => {
  console.log(`Plainly: http://127.0.0.1:${server.address().port}/www/`);
});
