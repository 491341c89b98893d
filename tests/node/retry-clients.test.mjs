// The plug-ins inside the real libraries: TanStack Query, axios; Shaka Player by its callbacks. hls.js and Shaka Player
// themselves run in tests/browser/players.js.

import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/query-core";
import axios from "axios";
import { answering } from "./answering.mjs";
import { load } from "../../pkg/dist/node.js";
import { axiosRetry, hlsRetry, RetryBudget, shakaDrmRetry, shakaStreamingRetry, tanstackRetry } from "../../pkg/dist/retry.js";
import { reasons } from "../../tools/data/names.mjs";

const plainly = await load({ locales: ["en"] });
const AT_ONCE = { random: 0 };

const { base, seen, count } = await answering();
const at = (path) => base + path;

const codes = Object.fromEntries(reasons.map(({ name }) => [name.replace(/_/g, "-"), { reason: name }]));
const priced = await plainly.with({ catalogs: [{ provider: "acme", codes }], provider: "acme" });
for (const { name } of reasons) {
  test(`a budget pays for ${name} as the core does`, () => {
    const judge = (retryTokens) => priced.explain({ status: 500, body: { code: name.replace(/_/g, "-") } }, { retryTokens, idempotent: true });
    const whole = judge(14);
    assert.equal(whole.reason, name);
    // Only what is tried again by itself costs something, and polls do not.
    if (whole.retry.kind !== "auto" || whole.retry.pollIntervalMs !== undefined) return assert.equal(judge(0).retry.kind, whole.retry.kind);
    const cost = new RetryBudget().spend(whole);
    assert.equal(judge(cost).retry.kind, "auto");
    assert.equal(judge(cost - 1).retry.kind, "never");
  });
}

test("a budget stays within its bounds, whatever it is given", () => {
  for (const given of [undefined, {}, { tokens: NaN }, { capacity: -1 }, { capacity: "x" }]) assert.equal(new RetryBudget(given).tokens, 42);
  assert.equal(new RetryBudget({ tokens: 500 }).tokens, 42);
  assert.equal(new RetryBudget({ capacity: 0 }).tokens, 0);
  const budget = new RetryBudget({ tokens: 3 });
  budget.spend({ reason: "server_error" });
  assert.equal(budget.tokens, 0);
  budget.earn(500);
  assert.equal(budget.tokens, 42);
});

test("TanStack Query tries again as told, and knows when not to", async () => {
  const told = [];
  const client = new QueryClient({ defaultOptions: { queries: tanstackRetry(plainly, { context: AT_ONCE, onNotice: ({ retry }) => told.push(retry.kind) }) } });
  const query = (path) => client.fetchQuery({ queryKey: [path], queryFn: async () => {
    const response = await fetch(at(path));
    if (!response.ok) throw response;
    return "here";
  } });
  assert.equal(await query("/503,500,200?q"), "here");
  assert.equal(count("/503,500,200?q"), 3);
  assert.deepEqual(told.splice(0), ["auto", "auto"], "one notice a failure");
  await assert.rejects(query("/403?q"));
  assert.equal(count("/403?q"), 1);
  await assert.rejects(query("/502?q"));
  assert.equal(count("/502?q"), 4);
});

test("TanStack Query waits no less than the server asked", async () => {
  const client = new QueryClient({ defaultOptions: { queries: tanstackRetry(plainly, { context: AT_ONCE }) } });
  const path = "/503,200?retry-after-ms=70";
  await client.fetchQuery({ queryKey: [path], queryFn: async () => {
    const response = await fetch(at(path));
    if (!response.ok) throw response;
    return 1;
  } });
  const [first, second] = seen.get(path);
  assert.ok(second.at - first.at >= 69);
});

test("TanStack Query: both functions speak of the same wait, whichever is asked first", () => {
  const failure = new Response(null, { status: 503 });
  const told = [];
  const { retry, retryDelay } = tanstackRetry(plainly, { context: { random: 0.9 }, onNotice: (notice) => told.push(notice.retry.delayMs) });
  for (let failures = 0; failures < 3; failures++) {
    const delay = retryDelay(failures, failure);
    assert.equal(retry(failures, failure), true);
    assert.deepEqual(told.splice(0), [delay]);
  }
  assert.equal(retry(3, failure), false);
});

test("a TanStack budget is paid once a retry", () => {
  const budget = new RetryBudget();
  const { retry, retryDelay } = tanstackRetry(plainly, { budget });
  const failure = new Response(null, { status: 503 });
  retryDelay(0, failure);
  retry(0, failure);
  assert.equal(budget.tokens, 28);
});

test("a TanStack mutation is sent once, unless it may be repeated", async () => {
  const client = new QueryClient({ defaultOptions: tanstackRetry(plainly, { context: AT_ONCE }) });
  const stated = new QueryClient({ defaultOptions: tanstackRetry(plainly, { context: { ...AT_ONCE, method: "PUT" } }) });
  const mutate = (path, init, config, by = client) => new MutationObserver(by, { mutationFn: async () => {
    if (config) return axios.request({ url: at(path), ...config });
    const response = await fetch(at(path), init);
    return plainly.throwIfFailed(response, init);
  } }).mutate().catch((error) => error);
  await mutate("/500?m1", { method: "POST" });
  assert.equal(count("/500?m1"), 1);
  await mutate("/500?m2");
  assert.equal(count("/500?m2"), 1, "nobody says what it was");
  await mutate("/500,200?m3", { method: "PUT" });
  assert.equal(count("/500,200?m3"), 1, "one call of it says nothing of the others");
  await mutate("/500,200?m9", { method: "PUT" }, undefined, stated);
  assert.equal(count("/500,200?m9"), 2);
  await mutate("/500?m4", undefined, { method: "post" });
  assert.equal(count("/500?m4"), 1);
  await mutate("/429,200?m6", { method: "POST" });
  assert.equal(count("/429,200?m6"), 2, "nothing was done");
  const query = client.fetchQuery({ queryKey: ["m7"], queryFn: async () => plainly.throwIfFailed(await fetch(at("/500,200?m7"))) });
  assert.equal((await query).status, 200);
  const posted = client.fetchQuery({ queryKey: ["m8"], queryFn: async () => plainly.throwIfFailed(await fetch(at("/500?m8"), { method: "POST" }), { method: "POST" }) });
  await assert.rejects(posted);
  assert.equal(count("/500?m8"), 1);
});

/** A query that somebody looks at, with the plug-in knowing its client. */
function watched(path, options) {
  const told = [];
  const client = new QueryClient();
  client.setDefaultOptions(tanstackRetry(plainly, { client, context: AT_ONCE, onNotice: (notice, call) => told.push({ ...call, retry: notice.retry }), ...options }));
  client.mount();
  const observer = new QueryObserver(client, { queryKey: [path], queryFn: async () => (await plainly.throwIfFailed(await fetch(at(path)))).status });
  const states = [];
  const stop = observer.subscribe(({ status, fetchStatus }) => states.push(`${status} ${fetchStatus}`));
  const until = async (state) => {
    for (let turns = 300; states.at(-1) !== state && turns > 0; turns--) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(states.at(-1), state);
  };
  const end = () => {
    told.forEach(({ cancel }) => cancel && cancel());
    stop();
    client.unmount();
  };
  return { observer, told, until, end };
}

test("TanStack Query: during a long wait refetch() works, and nobody has to press", async () => {
  const path = "/503,503,200?retry-after-ms=2500&l";
  const { observer, told, until, end } = watched(path);
  await until("error idle");
  assert.deepEqual([told[0].final, told[0].attempt, count(path)], [false, 1, 1]);
  await until("success idle");
  const [first, second, third] = seen.get(path);
  assert.ok(second.at - first.at >= 2499 && third.at - second.at >= 2499);
  assert.deepEqual(told.map(({ attempt }) => attempt), [1, 2], "the attempts count on");
  end();
  const other = watched("/503,200?retry-after=100&l");
  await other.until("error idle");
  await other.observer.refetch();
  await other.until("success idle");
  other.end();
});

test("TanStack Query: retryNow() keeps the server's time", async () => {
  const path = "/503,200?retry-after-ms=2200&n";
  const { told, until, end } = watched(path, { context: { random: 0.999 } });
  await until("error idle");
  told[0].retryNow();
  await until("success idle");
  const [first, second] = seen.get(path);
  assert.ok(second.at - first.at >= 2199 && second.at - first.at < 2900, `${second.at - first.at} ms`);
  end();
});

test("TanStack Query: what nobody looks at any more is not fetched again", async () => {
  const budget = new RetryBudget();
  const path = "/503,200?retry-after-ms=2100&w";
  const { until, end, told } = watched(path, { budget });
  await until("error idle");
  const { retryNow } = told[0];
  end();
  retryNow();
  await new Promise((resolve) => setTimeout(resolve, 2600));
  assert.equal(count(path), 1);
});

test("TanStack Query: what was fetched again leaves the query as it was, and who wants no retry gets none", async () => {
  const path = "/503,200,503?retry-after-ms=2100&o";
  const { observer, told, until, end } = watched(path);
  await until("success idle");
  await observer.refetch();
  assert.deepEqual(told.map(({ attempt }) => attempt), [1, 1], "another fetch counts from the first");
  end();
  const client = new QueryClient();
  const notices = [];
  client.setDefaultOptions(tanstackRetry(plainly, { client, onNotice: (notice) => notices.push(notice) }));
  const none = new QueryObserver(client, { queryKey: ["none"], retry: false, queryFn: async () => plainly.throwIfFailed(await fetch(at("/503?retry-after-ms=2100&none"))) });
  const stop = none.subscribe(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  stop();
  assert.deepEqual([count("/503?retry-after-ms=2100&none"), notices.length], [1, 0]);
});

/** An axios instance with the plug-in. */
function client(options, defaults) {
  const instance = axios.create(defaults);
  const told = [];
  instance.interceptors.response.use(...axiosRetry(plainly, instance, {
    context: AT_ONCE,
    onNotice: (notice) => told.push(notice.retry.kind),
    onRecovered: () => told.push("recovered"),
    ...options,
  }));
  return { instance, told };
}

test("axios tries again as told", async () => {
  const budget = new RetryBudget({ tokens: 28 });
  const { instance, told } = client({ budget });
  assert.equal((await instance.get(at("/503,500,200?a"))).status, 200);
  assert.equal(count("/503,500,200?a"), 3);
  assert.deepEqual(told, ["auto", "auto", "recovered"]);
  assert.equal(budget.tokens, 14);
  await instance.get(at("/200?a"));
  assert.equal(budget.tokens, 15);
});

test("axios gives up with its own error", async () => {
  const { instance } = client();
  await assert.rejects(instance.get(at("/503?a")), (error) => axios.isAxiosError(error) && error.response.status === 503);
  assert.equal(count("/503?a"), 4);
  await assert.rejects(instance.post(at("/500?a"), { a: 1 }), { name: "AxiosError" });
  assert.equal(count("/500?a"), 1);
});

test("axios sends the same data again", async () => {
  const { instance } = client();
  await instance.post(at("/500,200?b"), { a: [1] }, { headers: { "Idempotency-Key": "7" } });
  await instance.put(at("/503,200?b"), '{"text":"as it is"}', { headers: { "Content-Type": "application/json" } });
  assert.deepEqual(seen.get("/500,200?b").map(({ body }) => body), ['{"a":[1]}', '{"a":[1]}']);
  assert.deepEqual(seen.get("/503,200?b").map(({ body }) => body), Array(2).fill('{"text":"as it is"}'));
});

test("axios: a stream is sent once; a token is refreshed once for all", async () => {
  const { instance } = client();
  await instance.put(at("/503,200?s"), Readable.from([Buffer.from("whole")])).catch(() => undefined);
  assert.deepEqual(seen.get("/503,200?s").map(({ body }) => body), ["whole"]);

  let refreshes = 0;
  const expired = `/401,401,401,200?www-authenticate=${encodeURIComponent('Bearer error="invalid_token"')}&s`;
  const tokens = client({ refreshToken: async () => { refreshes += 1; } });
  tokens.instance.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${refreshes}`;
    return config;
  });
  const answers = await Promise.all([1, 2, 3].map(() => tokens.instance.get(at(expired))));
  assert.deepEqual([answers.map(({ status }) => status), refreshes], [[200, 200, 200], 1]);
  const fails = client({ refreshToken: async () => { throw new Error("no"); } });
  await assert.rejects(fails.instance.get(at(expired.replace(",200", ""))), (error) => plainly.explainThrown(error).retry.action === "sign_in");
});

test("axios: a token in the defaults, a stream and a CancelToken", async () => {
  const expired = `/401,200?www-authenticate=${encodeURIComponent('Bearer error="invalid_token"')}&d`;
  const sent = [];
  const { instance } = client({ refreshToken: async () => { instance.defaults.headers.common.Authorization = "Bearer new"; } });
  instance.defaults.headers.common.Authorization = "Bearer old";
  instance.interceptors.request.use((config) => {
    sent.push(config.headers.Authorization);
    return config;
  });
  await instance.get(at(expired));
  assert.deepEqual(sent, ["Bearer old", "Bearer new"]);
  const streams = [];
  const streaming = client({ onNotice: (notice, { response }) => streams.push(response.data) });
  await streaming.instance.get(at("/503,200?st"), { responseType: "stream" });
  assert.equal(streams[0].destroyed, true);
  const source = axios.CancelToken.source();
  setTimeout(() => source.cancel(), 30);
  const start = performance.now();
  await assert.rejects(client().instance.get(at("/503?retry-after=50&ct"), { cancelToken: source.token }), (error) => axios.isCancel(error));
  assert.ok(performance.now() - start < 1000);
});

test("axios: what is known of one call alone stands in its config", async () => {
  const told = [];
  const { instance } = client({ onNotice: ({ retry }, { input }) => told.push([retry.action || retry.kind, input.url]) });
  const url = at(`/401?www-authenticate=${encodeURIComponent('Bearer error="invalid_token"')}&c`);
  await instance.get(url, { plainly: { signedIn: true } }).catch(() => undefined);
  assert.deepEqual(told, [["never", url]]);
});

test("axios: retryNow() and cancel()", async () => {
  const calls = [];
  const { instance } = client({ onNotice: (notice, call) => calls.push(call), context: { random: 0.999 } });
  const first = instance.get(at("/500,200?r"));
  while (calls.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  const start = performance.now();
  calls[0].retryNow();
  assert.equal((await first).status, 200);
  assert.ok(performance.now() - start < 300);
  const second = instance.get(at("/503?retry-after=50&r"));
  while (calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  calls[1].cancel();
  await assert.rejects(second, (error) => axios.isCancel(error));
});

test("axios: an abort ends the wait as axios tells an abort", async () => {
  const { instance } = client();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30);
  const start = performance.now();
  await assert.rejects(instance.get(at("/503?retry-after=50"), { signal: stop.signal }), (error) => axios.isCancel(error));
  assert.ok(performance.now() - start < 1000);
});

test("axios: what is no failure of a call is thrown on", async () => {
  const [, rejected] = axiosRetry(plainly, axios, {});
  for (const thrown of [undefined, null, new Error("mine"), 7]) {
    await rejected(thrown).then(() => assert.fail("resolved"), (error) => assert.equal(error, thrown));
  }
});

test("hls.js: a delay that is right in its policy when it looks", () => {
  const policy = hlsRetry(plainly, { context: { random: 0.5 } });
  assert.equal(policy.shouldRetry(policy, 0, false, { url: "", code: 503 }, true), true);
  assert.equal(policy.retryDelayMs, 500);
  assert.equal(policy.shouldRetry(policy, 1, true, undefined, true), true);
  assert.equal(policy.retryDelayMs, 500);
  assert.equal(policy.shouldRetry(policy, 1, false, { url: "", code: 404 }, true), false);
  assert.equal(policy.shouldRetry(policy, 3, false, { url: "", code: 503 }, true), false);
  assert.equal(policy.shouldRetry(policy, 9, false, { url: "", code: 0 }, true), false);
  assert.equal(hlsRetry(plainly, { context: { maxAttempts: 7 } }).maxNumRetry, 6);
  assert.equal(hlsRetry(plainly, { context: { maxAttempts: 0 } }).maxNumRetry, Infinity);
});

/** A shaka.util.Error by its members. */
const http = (status, headers = {}) => ({ severity: 2, category: 1, code: 1001, data: ["https://cdn.test/1", status, "", headers, 1] });

test("Shaka Player: streaming goes on when it may, and Shaka's own count is ours", () => {
  const seconds = [];
  const told = [];
  const player = { retryStreaming: (delay) => { seconds.push(delay); return true; } };
  const failed = shakaStreamingRetry(plainly, player, { context: AT_ONCE, onNotice: ({ retry }) => told.push(retry.kind) });
  const error = http(503, { "retry-after": "2" });
  failed(error);
  assert.deepEqual([seconds, error.severity], [[2], 1]);
  failed(http(500));
  failed(http(500));
  const last = http(500);
  failed(last);
  assert.deepEqual(told, ["auto", "auto", "auto", "never"]);
  assert.deepEqual([seconds.length, last.severity], [3, 2]);
  failed(http(403));
  assert.equal(seconds.length, 3);
});

test("Shaka Player: an error that cannot be written to is tried again all the same", () => {
  const seconds = [];
  const failed = shakaStreamingRetry(plainly, { retryStreaming: (delay) => { seconds.push(delay); } }, { context: AT_ONCE });
  failed(Object.freeze(http(503, { "retry-after": "2" })));
  assert.deepEqual(seconds, [2]);
});

test("Shaka Player: a licence is asked for again, with its session", () => {
  const asked = [];
  const player = { retryLicensing: async (...given) => { asked.push(given); return true; } };
  const failed = shakaDrmRetry(plainly, player, { context: AT_ONCE });
  const session = { sessionId: "1" };
  const error = { severity: 2, category: 6, code: 6007, data: [http(503, { "retry-after": "3" }), session] };
  failed(error);
  assert.deepEqual([asked, error.handled], [[[session, 3]], true]);
  const denied = { severity: 2, category: 6, code: 6007, data: [http(403), session] };
  failed(denied);
  assert.deepEqual([asked.length, denied.handled], [1, undefined]);
});
