// A sample's built files on 127.0.0.1, and an API that fails as it is asked to, for pages of any origin:
// /api/status/503?code=490&after=3&times=2&id=x fails twice, asks for three seconds each time, and answers then.

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { EXPOSED } from "../browser/server.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".wasm": "application/wasm" };
const CORS = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*", "Access-Control-Expose-Headers": EXPOSED };

/** @param failed how often each id has failed so far */
function api({ pathname, searchParams }, response, failed) {
  const id = searchParams.get("id") || pathname;
  const count = failed.get(id) || 0;
  if (searchParams.has("times") && count >= Number(searchParams.get("times"))) {
    return response.writeHead(200, { ...CORS, "Content-Type": "application/json" }).end('["One","Two"]');
  }
  failed.set(id, count + 1);
  const code = searchParams.get("code");
  const after = searchParams.get("after");
  response.writeHead(Number(pathname.split("/").pop()), { ...CORS, ...(code && { "Content-Type": "application/json" }), ...(after && { "Retry-After": after }) });
  response.end(code ? JSON.stringify({ error: { code: /^\d+$/.test(code) ? Number(code) : code } }) : "");
}

/**
 * `{ origin, missing, close }` on a free port.
 * @param folder what is served; nothing but the API without it
 * @param more what a sample's API has besides: told the address and the response, says whether it answered
 */
export function serve(folder, more) {
  const missing = [];
  const failed = new Map();
  const answer = (request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
    if (/^\/api\/status\/[1-9]\d\d$/.test(url.pathname)) return api(url, response, failed);
    if (more && more(url, response, CORS)) return undefined;
    const path = decodeURIComponent(url.pathname.endsWith("/") ? url.pathname + "index.html" : url.pathname);
    const file = folder && !path.includes("..") && join(folder, path);
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      if (path !== "/favicon.ico") missing.push(path);
      return response.writeHead(404, CORS).end();
    }
    return response.writeHead(200, { "Content-Type": TYPES[extname(file)] || "application/octet-stream" }).end(readFileSync(file));
  };
  const server = createServer(answer);
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    origin: `http://127.0.0.1:${server.address().port}`,
    missing,
    close() {
      server.closeAllConnections();
      server.close();
    },
  })));
}
