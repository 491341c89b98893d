// What happens to a wait while the page is hidden or the device is offline. This process plays the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../pkg/dist/node.js";
import { retryingFetch } from "../../pkg/dist/retry.js";

globalThis.document = Object.assign(new EventTarget(), { visibilityState: "visible" });
globalThis.self = new EventTarget();
let online = true;
const plainly = await load({ locales: ["en"], online: () => online });
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** Timers that run: each keeps a process alive. */
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

const answers = (...list) => {
  const calls = [];
  const fetch = async () => {
    calls.push(performance.now());
    const [status, headers] = list[Math.min(calls.length, list.length) - 1];
    if (status === 0) throw new TypeError("Failed to fetch");
    return new Response(null, { status, headers });
  };
  return { calls, fetch };
};

const show = (state) => {
  document.visibilityState = state;
  document.dispatchEvent(new Event("visibilitychange"));
};
const connect = (state) => {
  online = state;
  self.dispatchEvent(new Event(state ? "online" : "offline"));
};

test("a hidden page runs no timer, and goes on when it is shown again", async () => {
  const { calls, fetch } = answers([503, { "Retry-After-Ms": "60" }], [200]);
  const done = retryingFetch(plainly, { fetch, context: { random: 0 } })("http://api.test/");
  await later(20);
  show("hidden");
  assert.equal(timers(), 0);
  await later(100);
  assert.equal(calls.length, 1);
  const shown = performance.now();
  show("visible");
  await done;
  assert.ok(calls[1] - shown < 50, "the time was over already");
});

test("hidden and shown before the time is over: not earlier than told", async () => {
  const { calls, fetch } = answers([503, { "Retry-After-Ms": "100" }], [200]);
  const done = retryingFetch(plainly, { fetch, context: { random: 0 } })("http://api.test/");
  await later(20);
  show("hidden");
  show("visible");
  await done;
  assert.ok(calls[1] - calls[0] >= 100);
});

test("a connection that is lost while waiting stops the wait; its return is spread", async () => {
  const { calls, fetch } = answers([503, { "Retry-After-Ms": "30" }], [200]);
  const done = retryingFetch(plainly, { fetch, context: { random: 0.1 } })("http://api.test/");
  await later(5);
  connect(false);
  await later(250);
  assert.equal(calls.length, 1);
  const back = performance.now();
  connect(true);
  await done;
  // A tenth of the least spread of one second.
  assert.ok(calls[1] - back >= 99 && calls[1] - back < 400, `${calls[1] - back} ms`);
});

test("offline: nothing is sent until the connection is back", async () => {
  online = false;
  const { calls, fetch } = answers([0], [200]);
  const told = [];
  const done = retryingFetch(plainly, { fetch, context: { random: 0 }, onNotice: ({ retry }) => told.push(retry.kind) })("http://api.test/");
  await later(50);
  assert.deepEqual([calls.length, told], [1, ["when_online"]]);
  connect(true);
  await done;
  assert.equal(calls.length, 2);
});

test("where no event comes, it looks by itself", { timeout: 10_000 }, async () => {
  online = false;
  const { calls, fetch } = answers([0], [200]);
  const done = retryingFetch(plainly, { fetch, context: { random: 0 } })("http://api.test/");
  await later(50);
  online = true; // and no event
  await done;
  assert.ok(calls[1] - calls[0] >= 4900 && calls[1] - calls[0] < 7000, `${calls[1] - calls[0]} ms`);
});

test("an abort while hidden and offline ends it, and leaves no listener", async () => {
  const stop = new AbortController();
  let listening = 0;
  for (const target of [document, self]) {
    const [add, remove] = [target.addEventListener, target.removeEventListener];
    target.addEventListener = (...given) => { listening += 1; add.apply(target, given); };
    target.removeEventListener = (...given) => { listening -= 1; remove.apply(target, given); };
  }
  const fetch = async (input, { signal }) => {
    signal.throwIfAborted();
    return new Response(null, { status: 503, headers: { "Retry-After": "60" } });
  };
  const done = retryingFetch(plainly, { fetch })("http://api.test/", { signal: stop.signal });
  await later(20);
  assert.equal(listening, 3);
  show("hidden");
  connect(false);
  stop.abort(new Error("enough"));
  await assert.rejects(done, /enough/);
  assert.equal(listening, 0);
  show("visible");
  connect(true);
});
