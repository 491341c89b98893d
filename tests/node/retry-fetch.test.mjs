// retryingFetch: what is sent, when, and what is told meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../pkg/dist/node.js";
import { RetryBudget, retryingFetch } from "../../pkg/dist/retry.js";

const plainly = await load({ locales: ["en"] });
const AT_ONCE = { random: 0 }; // no jitter: without a hint there is no wait

/** Answers of a server, one after the other, the last again and again; `{ fetch, calls }`. */
function server(...answers) {
  const calls = [];
  return {
    calls,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const [status, fields, body] = answers[Math.min(calls.length, answers.length - 1)];
      calls.push({ at: performance.now(), method: request.method, body: request.body ? await request.text() : "" });
      request.signal.throwIfAborted();
      if (status === 0) throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
      return new Response(body ?? null, { status, headers: fields });
    },
  };
}

function caller(answers, options = {}) {
  const { calls, fetch } = server(...answers);
  const told = [];
  const call = retryingFetch(plainly, {
    fetch,
    context: AT_ONCE,
    onNotice: (notice) => told.push(notice),
    onRecovered: () => told.push("recovered"),
    ...options,
  });
  return { call, calls, told };
}

test("it tries again until it succeeds, and tells both", async () => {
  const { call, calls, told } = caller([[503], [0], [200, {}, "here"]]);
  const response = await call("http://api.test/");
  assert.equal(await response.text(), "here");
  assert.equal(calls.length, 3);
  assert.deepEqual(told.map((notice) => notice.retry?.attempt ?? notice), [2, 3, "recovered"]);
  assert.deepEqual(told.slice(0, 2).map(({ reason }) => reason), ["service_unavailable", "connection_failed"]);
});

test("a success at once is no news", async () => {
  const { call, told } = caller([[204]]);
  assert.equal((await call("http://api.test/")).status, 204);
  assert.deepEqual(told, []);
});

test("a redirect or an unchanged document is no failure", async () => {
  const { call, calls } = caller([[304]]);
  assert.equal((await call("http://api.test/")).status, 304);
  assert.equal(calls.length, 1);
});

test("the last response is the caller's, body and all", async () => {
  const { call, calls, told } = caller([[503, {}, '{"error":{"code":480}}']]);
  const response = await call("http://api.test/");
  assert.equal(calls.length, 4);
  assert.equal(told.at(-1).retry.kind, "never");
  assert.equal(await response.text(), '{"error":{"code":480}}');
});

test("what the last try threw is thrown", async () => {
  const { call, calls } = caller([[0]]);
  await assert.rejects(call("http://api.test/"), /fetch failed/);
  assert.equal(calls.length, 4);
});

test("never earlier than the server asked, and hardly later", async () => {
  const { call, calls } = caller([[503, { "Retry-After-Ms": "80" }], [200]]);
  await call("http://api.test/");
  const waited = calls[1].at - calls[0].at;
  assert.ok(waited >= 80 && waited < 400, `${waited} ms`);
});

test("what may not be safe to repeat is sent once; with a key it is repeated, with its body", async () => {
  const unsafe = caller([[500]]);
  assert.equal((await unsafe.call("http://api.test/", { method: "POST", body: "a" })).status, 500);
  assert.equal(unsafe.calls.length, 1);
  assert.equal(unsafe.told[0].retry.action, "confirm_retry");
  for (const headers of [{ "Idempotency-Key": "7" }, new Headers({ "idempotency-key": "7" }), [["Idempotency-Key", "7"]]]) {
    const safe = caller([[500], [200]]);
    await safe.call("http://api.test/", { method: "POST", body: "a", headers });
    assert.deepEqual(safe.calls.map(({ method, body }) => method + body), ["POSTa", "POSTa"]);
  }
});

test("a Request and a body that can be read once are sent again whole", async () => {
  const first = caller([[503], [503], [200]]);
  await first.call(new Request("http://api.test/", { method: "PUT", body: "whole" }));
  const second = caller([[503], [200]]);
  const body = new ReadableStream({ start(to) { to.enqueue(new TextEncoder().encode("whole")); to.close(); } });
  await second.call("http://api.test/", { method: "PUT", body, duplex: "half" });
  assert.deepEqual([...first.calls, ...second.calls].map(({ body }) => body), Array(5).fill("whole"));
});

test("an aborted call ends at once, whatever it waits for", async () => {
  const { call, calls } = caller([[503, { "Retry-After": "100" }]]);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30);
  const start = performance.now();
  await assert.rejects(call("http://api.test/", { signal: stop.signal }), { name: "AbortError" });
  assert.ok(performance.now() - start < 500);
  assert.ok(calls.length <= 2);
});

test("the token is refreshed once", async () => {
  const expired = [401, { "WWW-Authenticate": 'Bearer error="invalid_token"' }];
  let refreshed = 0;
  const refreshToken = async () => { refreshed += 1; };
  const works = caller([expired, [200]], { refreshToken });
  assert.equal((await works.call("http://api.test/")).status, 200);
  assert.equal(refreshed, 1);
  const fails = caller([expired], { refreshToken });
  assert.equal((await fails.call("http://api.test/")).status, 401);
  assert.equal(refreshed, 2);
  assert.deepEqual(fails.told.map(({ retry }) => retry.action), ["refresh_token", "sign_in"]);
});

test("without a new token the call fails as it is", async () => {
  for (const refreshToken of [undefined, async () => false, async () => { throw new Error("no"); }]) {
    const { call, calls } = caller([[401, { "WWW-Authenticate": 'Bearer error="invalid_token"' }]], { refreshToken });
    assert.equal((await call("http://api.test/")).status, 401);
    assert.equal(calls.length, 1);
  }
});

test("polls use no tries", async () => {
  const pending = [400, { "Content-Type": "application/json" }, '{"error":"authorization_pending"}'];
  const budget = new RetryBudget();
  const { call, calls } = caller([...Array(7).fill(pending), [200]],
    { context: { random: 0, pollIntervalMs: 5, provider: "oauth" }, budget });
  assert.equal((await call("http://api.test/", { method: "POST" })).status, 200);
  assert.equal(calls.length, 8);
  assert.equal(budget.tokens, 42);
});

for (const [what, context] of [["stated", { random: 0, deadlineMs: 200 }], ["asked for", () => ({ random: 0, deadlineMs: 200 })]]) {
  test(`the deadline is that of all tries together, ${what}`, async () => {
    const { call, calls, told } = caller([[503, { "Retry-After-Ms": "130" }]], { context });
    await call("http://api.test/");
    assert.equal(calls.length, 2);
    assert.deepEqual(told.map(({ retry }) => retry.kind), ["auto", "never"]);
  });
}

test("many calls share a budget", async () => {
  const budget = new RetryBudget({ capacity: 30 });
  const many = Array.from({ length: 5 }, () => caller([[503]], { budget }));
  await Promise.all(many.map(({ call }) => call("http://api.test/")));
  assert.equal(many.reduce((sum, { calls }) => sum + calls.length, 0), 7);
  assert.equal(budget.tokens, 2);
  const works = caller([[429], [200]], { budget: new RetryBudget({ tokens: 6 }) });
  assert.equal((await works.call("http://api.test/")).status, 200);
});

test("success gives back what the last retry cost, or earns one token", async () => {
  const budget = new RetryBudget({ tokens: 28 });
  await caller([[503], [503], [200]], { budget }).call("http://api.test/");
  assert.equal(budget.tokens, 14);
  await caller([[200]], { budget }).call("http://api.test/");
  assert.equal(budget.tokens, 15);
});

test("listeners that throw change nothing", async () => {
  const bad = () => { throw new Error("bad listener"); };
  const { call } = caller([[503], [200]], { onNotice: bad, onRecovered: bad, context: () => { bad(); } });
  assert.equal((await call("http://api.test/")).status, 200);
});
