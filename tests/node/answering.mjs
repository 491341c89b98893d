// A server whose addresses say what it answers: /503,503,200?retry-after=7 so in turn, the last again and again, with these
// header fields; 0 hangs up.

import { createServer } from "node:http";
import { after } from "node:test";

/** `{ base, seen, count }`: when an address was called and how, `{ at, method, body }` each; how often. `bodyOf(status)` is sent. */
export async function answering(bodyOf = () => undefined) {
  const seen = new Map();
  const server = createServer((request, response) => {
    const calls = seen.get(request.url) || [];
    seen.set(request.url, calls);
    let body = "";
    request.on("data", (piece) => { body += piece; });
    request.on("end", () => {
      calls.push({ at: performance.now(), body, method: request.method });
      const [list, query] = request.url.slice(1).split("?");
      const statuses = list.split(",");
      const status = Number(statuses[Math.min(calls.length, statuses.length) - 1]);
      if (status === 0) return request.socket.destroy();
      const sent = bodyOf(status);
      response.writeHead(status, { ...(sent && { "Content-Type": "application/json" }), ...Object.fromEntries(new URLSearchParams(query)) });
      response.end(sent);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${server.address().port}`, seen, count: (path) => (seen.get(path) || []).length };
}
