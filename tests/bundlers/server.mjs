// A folder on 127.0.0.1, as any host of files would serve it. Remembers what was taken, and what was not there.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm" };

/** `{ origin, taken, missing, close }` on a free port. */
export function serve(folder) {
  const taken = [];
  const missing = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const file = join(folder, name);
    if (!existsSync(file)) {
      missing.push(name);
      return response.writeHead(404).end();
    }
    taken.push(name);
    response.writeHead(200, { "Content-Type": types[extname(name)] || "application/octet-stream" }).end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    origin: `http://127.0.0.1:${server.address().port}/`,
    taken,
    missing,
    close() {
      server.closeAllConnections();
      server.close();
    },
  })));
}
