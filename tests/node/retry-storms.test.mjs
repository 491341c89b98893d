// What once sent thousands of times, lost a body, or could not be ended. In a simulated clock.

import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { simulated } from "../simulated.js";

const clock = simulated();
const { create } = await import("../../pkg/dist/js.js");
const { axiosRetry, retryingFetch, RetryBudget, tanstackRetry } = await import("../../pkg/dist/retry.js");

const plainly = create({ locales: "en" });
const HOUR = 3_600_000;
const EXPIRED = { status: 401, headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } };
const JSON_TYPE = { "Content-Type": "application/json" };

/** Sends as told until it is over: `{ sends, outcome, kinds }`, the times from the first. */
async function storm(answer, { context, init, speaker = plainly, within = HOUR, ...options } = {}) {
  const began = clock.now();
  const seen = { sends: [], kinds: [], outcome: undefined, at: undefined };
  const call = retryingFetch(speaker, {
    context: typeof context === "function" ? context : { random: 0, ...context },
    onNotice: ({ retry }) => { seen.kinds.push(retry.kind); },
    fetch: async (...request) => {
      seen.sends.push(clock.now() - began);
      return answer(...request);
    },
    ...options,
  });
  call("http://api.test/", init).then(({ status }) => { seen.outcome = status; }, (error) => { seen.outcome = error.name; })
    .then(() => { seen.at = clock.now() - began; });
  await clock.run(began + within);
  return seen;
}

const status = (code, headers, body = "") => () => new Response(body, { status: code, headers });

test("a deadline that comes nearer makes no storm", async () => {
  for (const deadlineMs of [1000, 300, 100, 1, 0, -1, -Infinity]) {
    const { sends, outcome, at } = await storm(status(503), { context: { deadlineMs, maxAttempts: 0 } });
    assert.equal(outcome, 503);
    assert.ok(sends.length <= 1 + Math.max(0, deadlineMs) / 100, `${deadlineMs} ms: ${sends}`);
    assert.ok(at <= Math.max(0, deadlineMs), `${deadlineMs} ms: over after ${at}`);
  }
});

test("a deadline ends a wait for the connection, and what hangs", async () => {
  const offline = create({ locales: "en", online: () => false });
  const lost = await storm(() => { throw new TypeError("Failed to fetch"); }, { speaker: offline, context: { deadlineMs: 30_000 } });
  assert.deepEqual([lost.sends, lost.kinds, lost.outcome, lost.at], [[0], ["when_online", "never"], "TypeError", 30_000]);
  const hangs = await storm(status(EXPIRED.status, EXPIRED.headers), { context: { deadlineMs: 9000 }, refreshToken: () => new Promise(() => undefined) });
  assert.deepEqual([hangs.sends, hangs.kinds, hangs.outcome, hangs.at], [[0], ["after_action", "after_action"], 401, 9000]);
});

test("what a response calls offline is no lost connection", async () => {
  const codes = { 7: { reason: "service_unavailable", retry: { kind: "when_online" } }, 8: { reason: "offline" } };
  const speaker = plainly.with({ provider: "acme", catalogs: [{ provider: "acme", codes }] });
  const post = await storm(status(503, { ...JSON_TYPE, "Retry-After": "3600" }, '{"code":7}'), { speaker, init: { method: "POST" }, context: { maxAttempts: 2 } });
  assert.deepEqual([post.sends, post.kinds], [[0], ["after_action"]]);
  const get = await storm(status(403, JSON_TYPE, '{"code":8}'), { speaker, context: { maxAttempts: 2 } });
  assert.deepEqual([get.sends.length, get.kinds], [2, ["auto", "never"]]);
});

test("who says offline while there is a connection is asked no more than it may try", async () => {
  for (const maxAttempts of [2, 3]) {
    const { sends, kinds } = await storm(() => { throw new TypeError("Failed to fetch"); }, { context: { online: false, maxAttempts } });
    assert.deepEqual([sends.length, kinds.at(-1)], [maxAttempts, "never"]);
    assert.ok(sends[1] >= 5000, "it looks again after a while");
  }
  const { sends } = await storm(() => { throw new TypeError("Failed to fetch"); }, { context: { online: false, maxAttempts: 0 }, within: 60_000 });
  assert.ok(sends.length <= 13);
});

test("polls end with the device code, keep the server's time, and slow down for good", async () => {
  const pending = status(400, JSON_TYPE, '{"error":"authorization_pending"}');
  const init = { method: "POST" };
  const whole = await storm(pending, { init });
  assert.equal(whole.outcome, 400);
  assert.ok(whole.at <= 1_800_000 && whole.sends.length <= 361 && whole.sends.length > 300, `${whole.sends.length} in ${whole.at} ms`);
  const stated = await storm(status(400, JSON_TYPE, '{"error":"authorization_pending","expires_in":60,"interval":10}'), { init });
  assert.deepEqual(stated.sends, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  assert.equal(stated.kinds.at(-1), "after_action");
  const asked = await storm(status(400, { ...JSON_TYPE, "Retry-After": "60" }, '{"error":"authorization_pending"}'), { init, within: 150_000 });
  assert.deepEqual(asked.sends, [0, 60_000, 120_000]);
  let count = 0;
  const slower = await storm(() => status(400, JSON_TYPE, `{"error":"${++count === 1 ? "slow_down" : "authorization_pending"}"}`)(), { init, within: 35_000 });
  assert.deepEqual(slower.sends, [0, 10_000, 20_000, 30_000]);
  const fast = await storm(pending, { init, context: { pollIntervalMs: 1 }, within: 3500 });
  assert.deepEqual(fast.sends, [0, 1000, 2000, 3000]);
});

test("a server alone starts no poll", async () => {
  const { sends, kinds } = await storm(status(400, JSON_TYPE, '{"error":"authorization_pending"}'));
  assert.deepEqual([sends, kinds], [[0], ["never"]]);
});

test("an abort ends everything at once, whoever takes no notice of it", async () => {
  const hangs = () => new Promise(() => undefined);
  const endless = () => new Response(new ReadableStream({ pull: hangs }), { status: 404 });
  for (const [what, answer, options] of [
    ["a wait", status(503, { "Retry-After": "60" })],
    ["a wait without limit", status(503, { "Retry-After": "60" }), { context: { maxAttempts: 0 } }],
    ["a send", hangs],
    ["an error body", endless],
    ["a refresh", status(EXPIRED.status, EXPIRED.headers), { refreshToken: hangs }],
  ]) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(Object.assign(new Error("enough"), { name: "Mine" })), 200);
    const { sends, outcome, at } = await storm(answer, { ...options, init: { signal: stop.signal } });
    assert.deepEqual([sends.length, outcome, at], [1, "Mine", 200], what);
  }
  const { sends, outcome } = await storm(status(200), { init: { signal: AbortSignal.abort() } });
  assert.deepEqual([sends, outcome], [[], "AbortError"]);
});

test("many calls of one signal listen to it once, and leave nothing behind", async () => {
  const stop = new AbortController();
  let listening = 0;
  let most = 0;
  const [add, remove] = [stop.signal.addEventListener.bind(stop.signal), stop.signal.removeEventListener.bind(stop.signal)];
  stop.signal.addEventListener = (...given) => { most = Math.max(most, ++listening); add(...given); };
  stop.signal.removeEventListener = (...given) => { listening -= 1; remove(...given); };
  let settled = 0;
  const call = retryingFetch(plainly, { fetch: async () => status(503, { "Retry-After": "30" })(), onSettled: (how) => { settled += how === "canceled"; } });
  const all = Array.from({ length: 30 }, () => call("http://api.test/", { signal: stop.signal }).catch(({ name }) => name));
  const other = call("http://api.test/", { signal: AbortSignal.timeout(2 ** 30) }).catch(({ name }) => name);
  await clock.run(clock.now() + 100);
  assert.equal(clock.timers() >= 31, true);
  stop.abort();
  assert.deepEqual([...new Set(await Promise.all(all))], ["AbortError"]);
  assert.deepEqual([most, listening, settled], [1, 0, 30]);
  call.cancel();
  assert.equal(await other, "AbortError");
});

test("what can be read once is sent once, unless it can be made again", async () => {
  async function* pieces() { yield Buffer.from("whole"); }
  const once = { "an async generator": pieces, "a Node.js stream": () => Readable.from([Buffer.from("whole")]) };
  for (const [what, make] of Object.entries(once)) {
    const bodies = [];
    const fetch = async (input, { body }) => {
      let text = "";
      for await (const piece of body) text += piece;
      bodies.push(text);
      return new Response(null, { status: bodies.length < 2 ? 503 : 200 });
    };
    const first = await storm(fetch, { init: { method: "PUT", body: make() } });
    assert.deepEqual([bodies.splice(0), first.outcome, first.kinds], [["whole"], 503, ["never"]], what);
    const again = await storm(fetch, { init: { method: "PUT", body: () => make() } });
    assert.deepEqual([bodies.splice(0), again.outcome], [["whole", "whole"], 200], what);
  }
});

test("header fields that are an iterator reach every try", async () => {
  const given = { "a generator": () => (function* () { yield ["authorization", "Bearer t"]; yield ["idempotency-key", "7"]; })(),
    "entries of a map": () => new Map([["authorization", "Bearer t"], ["idempotency-key", "7"]]).entries() };
  for (const [what, headers] of Object.entries(given)) {
    const seen = [];
    const { outcome } = await storm((input, init) => {
      seen.push(new Headers(init.headers).get("authorization"));
      return new Response(null, { status: seen.length < 2 ? 500 : 200 });
    }, { init: { method: "POST", headers: headers() } });
    assert.deepEqual([seen, outcome], [["Bearer t", "Bearer t"], 200], what);
  }
});

test("one refresh for all calls that wait for a token, and none for who was sent with the old one", async () => {
  let token = "old";
  let refreshes = 0;
  const refreshToken = () => new Promise((resolve) => setTimeout(() => {
    refreshes += 1;
    token = "new";
    resolve();
  }, 500));
  const answer = async () => {
    const sent = token;
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.trunc(900 * Math.random())));
    return new Response(null, sent === "old" ? EXPIRED : { status: 200 });
  };
  const call = retryingFetch(plainly, { refreshToken, fetch: answer });
  const all = Array.from({ length: 10 }, () => call("http://api.test/"));
  await clock.run(clock.now() + 10_000);
  assert.deepEqual((await Promise.all(all)).map(({ status }) => status), Array(10).fill(200));
  assert.equal(refreshes, 1);
});

test("a refresh that fails is one for all too, and asks to sign in", async () => {
  let refreshes = 0;
  const told = [];
  const call = retryingFetch(plainly, {
    refreshToken: (done) => { refreshes += 1; setTimeout(() => done(false), 50); },
    fetch: async () => new Response(null, EXPIRED),
    onNotice: ({ retry }, { final }) => { told.push(`${retry.action} ${final}`); },
  });
  const all = Array.from({ length: 3 }, () => call("http://api.test/"));
  await clock.run(clock.now() + 10_000);
  await Promise.all(all);
  assert.equal(refreshes, 1);
  assert.deepEqual(told.sort(), [...Array(3).fill("refresh_token false"), ...Array(3).fill("sign_in true")]);
});

test("a new token is used no earlier than the server asked", async () => {
  let count = 0;
  const { sends } = await storm(() => new Response(null, ++count === 1 ? { status: 401, headers: { ...EXPIRED.headers, "Retry-After": "60" } } : { status: 200 }),
    { refreshToken: () => true });
  assert.deepEqual(sends, [0, 60_000]);
});

test("who signed in again is not sent round in circles, until a call succeeds", async () => {
  const answers = [493, 493, 493, 200, 493];
  const told = [];
  const call = retryingFetch(plainly, {
    context: { provider: "ministra" },
    refreshToken: async () => true,
    fetch: async () => {
      const code = answers.shift();
      return code === 200 ? new Response("{}") : new Response(`{"error":{"code":${code}}}`, { status: 401, headers: JSON_TYPE });
    },
    onNotice: ({ retry }) => { told.push(retry.action || retry.kind); },
  });
  const go = async (context) => {
    const done = call("http://api.test/", {}, context);
    await clock.run(clock.now() + 1000);
    await done;
    return told.splice(0);
  };
  assert.deepEqual(await go(), ["refresh_token", "sign_in"]);
  assert.deepEqual(await go({ signedIn: true }), ["never"]);
  assert.deepEqual(await go(), []);
  assert.deepEqual((await go())[0], "refresh_token", "another session");
});

test("a purse takes what a storage gives, and holds no more and no less", () => {
  for (const tokens of [null, undefined, "", [], false, NaN, "x", {}]) assert.equal(new RetryBudget({ tokens }).tokens, 42, String(tokens));
  for (const [tokens, left] of [["10", 10], [10, 10], [0, 0], ["0", 0], [-3, 0], [Infinity, 42], ["99", 42]]) {
    assert.equal(new RetryBudget({ tokens }).tokens, left, String(tokens));
  }
  assert.equal(new RetryBudget(new Proxy({}, { get() { throw new Error("trap"); } })).tokens, 42);
  const budget = new RetryBudget({ tokens: 20 });
  for (const cost of [-100, NaN, null, "x", {}]) budget.earn(cost);
  assert.equal(budget.tokens, 20);
  assert.equal(budget.spend(undefined), 14);
  budget.earn(Infinity);
  assert.equal(budget.tokens, 42);
});

test("contexts, budgets and errors that throw when they are looked at change nothing", async () => {
  const raise = () => { throw new Error("trap"); };
  const trap = new Proxy({}, { get: raise, ownKeys: raise, has: raise, getOwnPropertyDescriptor: raise });
  for (const options of [{ context: () => trap }, { budget: trap }, { budget: { get tokens() { throw new Error("tokens"); } } }]) {
    const { outcome } = await storm(status(404), options);
    assert.equal(outcome, 404);
    const thrown = { config: {}, response: { status: 404, headers: {} } };
    const [, rejected] = axiosRetry(plainly, { request: raise }, options);
    await rejected(thrown).then(() => assert.fail("resolved"), (error) => assert.equal(error, thrown));
    assert.equal(tanstackRetry(plainly, options).retry(0, { response: { status: 403 } }), false);
  }
});

test("the least gap counts from the answer, whatever an app does before it sends", async () => {
  const seen = [];
  let tokens = 0;
  const call = retryingFetch(plainly, { context: { random: 0 }, fetch: async () => {
    if (tokens++ === 0) await new Promise((resolve) => setTimeout(resolve, 90));
    seen.push(clock.now());
    return new Response(null, { status: seen.length < 3 ? 503 : 200 });
  } });
  const done = call("http://api.test/");
  await clock.run(clock.now() + 5000);
  await done;
  assert.ok(seen[1] - seen[0] >= 100 && seen[2] - seen[1] >= 100, String(seen));
});

test("what ends a call ends what it sent, and sends nothing more", async () => {
  let signal;
  const hangs = retryingFetch(plainly, { fetch: (input, init) => { signal = init.signal; return new Promise(() => undefined); } });
  const gone = hangs("http://api.test/").catch(({ name }) => name);
  await clock.run(clock.now() + 10);
  hangs.cancel();
  assert.deepEqual([await gone, signal.aborted], ["AbortError", true]);
  let sends = 0;
  const slow = () => new Promise((resolve) => setTimeout(resolve, 500, "made"));
  for (const stop of [(call) => call.cancel(), (call, own) => own.abort()]) {
    const own = new AbortController();
    const call = retryingFetch(plainly, { fetch: async () => { sends += 1; return new Response(null, { status: 503 }); } });
    const over = call("http://api.test/", { method: "PUT", body: slow, signal: own.signal }).catch(({ name }) => name);
    await clock.run(clock.now() + 100);
    stop(call, own);
    await clock.run(clock.now() + 5000);
    assert.deepEqual([await over, sends], ["AbortError", 0]);
  }
  const late = await storm(status(503), { context: { deadlineMs: 700 }, init: { method: "PUT", body: slow } });
  assert.deepEqual(late.sends, [500]);
});

test("a refresh that never answers holds up nobody for ever", async () => {
  let refreshes = 0;
  const call = retryingFetch(plainly, { refreshToken: () => { refreshes += 1; return new Promise(() => undefined); }, fetch: async () => new Response(null, EXPIRED) });
  const stop = new AbortController();
  const first = call("http://api.test/", { signal: stop.signal }).catch(({ name }) => name);
  await clock.run(clock.now() + 100);
  stop.abort();
  const second = call("http://api.test/").then(({ status }) => status);
  await clock.run(clock.now() + 40_000);
  assert.deepEqual([await first, await second, refreshes], ["AbortError", 401, 1]);
  const far = await storm(status(EXPIRED.status, EXPIRED.headers), { context: { deadlineMs: Number.MAX_SAFE_INTEGER }, refreshToken: () => new Promise((resolve) => setTimeout(resolve, 50)) });
  assert.deepEqual([far.sends.length, far.kinds.length], [2, 2]);
});

test("what is final is seen, and does not say that it goes on by itself", async () => {
  const seen = async (answer, options) => {
    const told = [];
    await storm(answer, { ...options, onNotice: ({ presentation, retry }, { final }) => { told.push([final, presentation, retry.kind]); } });
    return told.at(-1);
  };
  const once = () => ({ init: { method: "PUT", body: Readable.from([Buffer.from("a")]) } });
  assert.deepEqual(await seen(status(429), once()), [true, "screen", "never"]);
  assert.deepEqual(await seen(status(429, { "Retry-After": "7" }), once()), [true, "screen", "deferred"]);
  for (const options of [{}, once(), { refreshToken: async () => true, context: { maxAttempts: 1 } }]) {
    assert.deepEqual(await seen(status(EXPIRED.status, EXPIRED.headers), options), [true, "screen", "after_action"]);
  }
});

test("an answer proves a connection, whatever the device says", async () => {
  const speaker = create({ locales: "en", online: () => false });
  const { sends, outcome } = await storm(status(503, { "Retry-After": "1" }), { speaker });
  assert.deepEqual([sends.length, outcome], [4, 503]);
});

test("what is not repeated costs nothing", async () => {
  const budget = new RetryBudget();
  for (let n = 0; n < 5; n++) await storm(status(429), { budget, init: { method: "PUT", body: Readable.from([Buffer.from("a")]) } });
  for (let n = 0; n < 5; n++) await storm(status(503), { budget, onNotice: (_, { cancel }) => cancel() });
  assert.equal(budget.tokens, 42);
});

test("thousands of calls at once", async () => {
  const call = retryingFetch(plainly, { context: { random: 0 }, fetch: async () => new Response(null, { status: 503, headers: { "Retry-After": "5" } }) });
  const time = (count) => {
    const began = process.hrtime.bigint();
    for (let n = 0; n < count; n++) call("http://api.test/").catch(() => undefined);
    call.cancel();
    return Number(process.hrtime.bigint() - began);
  };
  time(2000);
  const [few, many] = [time(2000), time(20_000)];
  assert.ok(many < 40 * few, `${few / 1e6} and ${many / 1e6} ms`);
});

test("a retry that is not made is given back to the purse", async () => {
  const budget = new RetryBudget();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  await storm(status(503, { "Retry-After": "60" }), { budget, init: { signal: stop.signal } });
  assert.equal(budget.tokens, 42);
});
