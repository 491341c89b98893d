// A fleet comes back, as in docs/fleet.md, and every television of it is a client of ours as it ships.

import assert from "node:assert/strict";
import { test } from "node:test";
import { simulated } from "../simulated.js";

const CLIENTS = 3000;
const WHOLE_MS = 200_000; // in which the service can serve all
const OUTAGE_MS = 60_000;
const EACH_MS = WHOLE_MS / CLIENTS;
const WINDOW_MS = 10_000; // a second of so few clients is all chance

const clock = simulated();
const { create } = await import("../../pkg/dist/js.js");
const { retryingFetch } = await import("../../pkg/dist/retry.js");

/** Down at first, then so many a second, with a queue of a window's work; who does not fit is told to come in 30 s. */
function service(began) {
  const sends = [];
  let free = began + OUTAGE_MS; // when what waits is done
  const date = () => new Date(Date.now()).toUTCString();
  const unavailable = (after) => new Response(null, { status: 503, headers: { date: date(), "retry-after": after } });
  const back = new Date(Date.now() + OUTAGE_MS).toUTCString();
  return {
    sends,
    fetch: () => new Promise((resolve) => {
      const now = clock.now();
      sends.push(now - began);
      setTimeout(() => {
        if (now < began + OUTAGE_MS) return resolve(unavailable(back));
        if (free - now > WINDOW_MS) return resolve(unavailable("30"));
        free = Math.max(free, now) + EACH_MS;
        setTimeout(resolve, free - now, new Response(null, { headers: { date: date() } }));
      }, 100);
    }),
  };
}

async function fleet(speaker, fetch, start) {
  const served = [];
  const began = clock.now();
  for (let n = 0; n < CLIENTS; n++) {
    const call = retryingFetch(speaker, { fetch, context: { maxAttempts: 0, spreadMs: WHOLE_MS } });
    setTimeout(() => call("http://api.test/").then(({ status }) => { if (status === 200) served.push(clock.now() - began - OUTAGE_MS); }), start());
  }
  await clock.run(began + OUTAGE_MS + 3 * WHOLE_MS);
  return served.sort((one, other) => one - other);
}

function held(sends, served) {
  const windows = new Map();
  for (const at of sends) if (at >= OUTAGE_MS) windows.set(Math.trunc(at / WINDOW_MS), (windows.get(Math.trunc(at / WINDOW_MS)) || 0) + 1);
  const peak = Math.max(...windows.values()) / (WINDOW_MS / EACH_MS);
  assert.ok(peak <= 1.5, `at most ${peak} times what it can serve`);
  assert.ok(sends.length / CLIENTS <= 2.5, `${sends.length / CLIENTS} requests a client`);
  assert.ok(served.length >= CLIENTS * 0.99, `${served.length} were served`);
  const most = served[Math.trunc(CLIENTS * 0.99) - 1] / WHOLE_MS;
  assert.ok(most <= 1.2, `99 % were served after ${most} of the ideal`);
}

test("an outage, and the same Retry-After to all", async () => {
  const { sends, fetch } = service(clock.now());
  held(sends, await fleet(create({ locales: "en" }), fetch, () => Math.random() * 1000));
});

test("a power cut: all are online again at once", async () => {
  let online = false;
  const speaker = create({ locales: "en", online: () => online });
  const { sends, fetch } = service(clock.now());
  const lost = () => (online ? fetch() : Promise.reject(new TypeError("Failed to fetch")));
  setTimeout(() => {
    online = true;
    clock.connect(true);
  }, OUTAGE_MS);
  held(sends, await fleet(speaker, lost, () => Math.random() * 1000));
});
