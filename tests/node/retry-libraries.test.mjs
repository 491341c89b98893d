// The plug-ins inside the real libraries: Apollo Client, RTK Query, ky.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { RetryLink } from "@apollo/client/link/retry";
import { configureStore } from "@reduxjs/toolkit";
import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query";
import ky from "ky";
import { answering } from "./answering.mjs";
import { load } from "../../pkg/dist/node.js";
import { apolloRetry, kyRetry, RetryBudget, rtkRetry } from "../../pkg/dist/retry.js";

const plainly = await load({ locales: ["en"] });
const LEAST_MS = 100;
const ON_ITS_WAY_MS = 40;

const { base, seen, count } = await answering((status) => (status === 200 ? '{"data":{"channel":"one"}}' : "{}"));

/** Plug-in's options that remember what was told. */
function listening(more) {
  const told = [];
  return { told, options: { context: { random: 0 }, onNotice: (notice, about) => told.push({ ...notice.retry, ...about }), ...more } };
}

/** No call came earlier than told, nor within our least, which is from send to send: on its way a first call loses some. */
function inTime(path, told) {
  const calls = seen.get(path);
  for (let n = 1; n < calls.length; n++) {
    const waited = calls[n].at - calls[n - 1].at;
    const asked = Math.max(told[n - 1].delayMs - 2, LEAST_MS - ON_ITS_WAY_MS);
    assert.ok(waited >= asked, `${path}: ${waited} ms after the try, ${asked} were told`);
    assert.ok(waited < asked + 2000, `${path}: ${waited} ms, although ${asked} were told`);
  }
}

const QUERY = gql`query { channel }`;
const MUTATION = gql`mutation { channel }`;

/**
 * Each library as `{ read, write }`: a call that reads and one that changes something, `write` with header fields. Both
 * reject where the call fails.
 */
const libraries = {
  "Apollo Client"(options) {
    const run = (path, work) => {
      const link = ApolloLink.from([new RetryLink(apolloRetry(plainly, options)), new HttpLink({ uri: base + path })]);
      return work(new ApolloClient({ link, cache: new InMemoryCache() }));
    };
    return {
      read: (path) => run(path, (client) => client.query({ query: QUERY, fetchPolicy: "no-cache" })),
      write: (path, headers) => run(path, (client) => client.mutate({ mutation: MUTATION, context: { headers } })),
    };
  },
  "RTK Query"(options) {
    const api = createApi({
      baseQuery: rtkRetry(plainly, fetchBaseQuery({ baseUrl: base }), options),
      keepUnusedDataFor: 0,
      endpoints: (build) => ({
        read: build.query({ query: (path) => path }),
        write: build.mutation({ query: ({ path, headers }) => ({ url: path, method: "POST", body: { a: 1 }, headers }) }),
      }),
    });
    const store = configureStore({ reducer: { [api.reducerPath]: api.reducer }, middleware: (get) => get().concat(api.middleware) });
    const settled = async (action) => {
      const { data, error } = await store.dispatch(action);
      if (error) throw error;
      return data;
    };
    return {
      store,
      api,
      read: (path) => settled(api.endpoints.read.initiate(path, { subscribe: false })),
      write: (path, headers) => settled(api.endpoints.write.initiate({ path, headers })),
    };
  },
  ky(options) {
    const client = ky.create({ retry: kyRetry(plainly, options) });
    return {
      read: (path, more) => client(base + path, more).json(),
      write: (path, headers) => client.post(base + path, { json: { a: 1 }, headers }).json(),
    };
  },
};

for (const [name, library] of Object.entries(libraries)) {
  const id = `x=${encodeURIComponent(name)}`;

  test(`${name} tries again and succeeds`, async () => {
    const budget = new RetryBudget();
    const { told, options } = listening({ budget });
    assert.ok(await library(options).read(`/503,500,200?${id}`));
    assert.equal(count(`/503,500,200?${id}`), 3);
    assert.deepEqual(told.map(({ kind, attempt, final }) => [kind, attempt, final]), [["auto", 1, false], ["auto", 2, false]]);
    assert.ok(told.every(({ error, retryAt }) => error && retryAt > 0));
    assert.ok(budget.tokens <= 28 && budget.tokens >= 14, `${budget.tokens} tokens`);
    inTime(`/503,500,200?${id}`, told);
  });

  test(`${name} waits as long as the server asks, and little longer`, async () => {
    for (const path of [`/503,200?retry-after-ms=150&${id}`, `/429,200?retry-after=1&${id}`]) {
      const { told, options } = listening();
      await library(options).read(path);
      assert.equal(count(path), 2);
      assert.equal(told[0].delayMs, path.includes("retry-after-ms") ? 150 : 1000);
      inTime(path, told);
    }
  });

  test(`${name} does not wait out in silence what is too long`, async () => {
    const { told, options } = listening();
    await assert.rejects(library(options).read(`/503?retry-after=3600&${id}`));
    assert.equal(count(`/503?retry-after=3600&${id}`), 1);
    assert.deepEqual(told.map(({ kind, final }) => [kind, final]), [["deferred", true]]);
  });

  test(`${name} asks once where that is all there is to say`, async () => {
    const { told, options } = listening();
    await assert.rejects(library(options).read(`/403?${id}`));
    assert.equal(count(`/403?${id}`), 1);
    assert.deepEqual(told.map(({ final }) => final), [true]);
  });

  test(`${name} keeps to the attempts`, async () => {
    const { told, options } = listening();
    await assert.rejects(library(options).read(`/502?${id}`));
    assert.equal(count(`/502?${id}`), 4);
    assert.deepEqual(told.map(({ final }) => final), [false, false, false, true]);
    const twice = listening({ context: { random: 0, maxAttempts: 2 } });
    await assert.rejects(library(twice.options).read(`/502?two&${id}`));
    assert.equal(count(`/502?two&${id}`), 2);
    // An app that says that there is no connection, where there is one.
    const away = listening({ context: { random: 0, online: false } });
    await assert.rejects(library(away.options).read(`/502?away&${id}`));
    assert.ok(count(`/502?away&${id}`) <= 4);
  });

  test(`${name} sends once what changes something`, async () => {
    const { told, options } = listening();
    for (const path of [`/500?${id}`, `/0?${id}`]) {
      await assert.rejects(library(options).write(path));
      assert.equal(count(path), 1);
    }
    assert.deepEqual(told.map(({ kind, action }) => [kind, action]), Array(2).fill(["after_action", "confirm_retry"]));
  });

  test(`${name} sends it again where nothing was done, or where it has a key`, async () => {
    const { options } = listening();
    await library(options).write(`/429,200?${id}`);
    await library(options).write(`/500,200?${id}`, { "Idempotency-Key": "7" });
    for (const path of [`/429,200?${id}`, `/500,200?${id}`]) {
      const [first, second, third] = seen.get(path);
      assert.deepEqual([first.body.length > 2, second.body, third], [true, first.body, undefined]);
    }
  });

  test(`${name}: many calls at once each have their own wait`, async () => {
    const { options } = listening();
    const paths = [150, 500, 300, 220].map((ms) => `/503,200?retry-after-ms=${ms}&many&${id}`);
    const client = library(options);
    await Promise.all(paths.map((path) => client.read(path)));
    for (const path of paths) inTime(path, [{ delayMs: Number(/ms=(\d+)/.exec(path)[1]) }]);
  });

  test(`${name} knows a connection that broke off`, async () => {
    const { told, options } = listening();
    await library(options).read(`/0,200?${id}`);
    assert.equal(count(`/0,200?${id}`), 2);
    assert.deepEqual(told.map(({ kind }) => kind), ["auto"]);
  });
}

test("Apollo Client: an unsubscribed operation is not sent again", async () => {
  const path = "/503?gone";
  const link = ApolloLink.from([new RetryLink(apolloRetry(plainly, { context: { random: 0 } })), new HttpLink({ uri: base + path })]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const heard = client.watchQuery({ query: QUERY, fetchPolicy: "no-cache" }).subscribe({ next: () => undefined, error: () => undefined });
  while (count(path) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 40));
  heard.unsubscribe();
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(count(path), 1);
});

test("RTK Query: an abort ends the wait as RTK tells an abort", async () => {
  const { read, store, api } = libraries["RTK Query"]({ context: { random: 0 } });
  assert.equal(typeof read, "function");
  const path = "/503?retry-after-ms=400&aborted";
  const action = store.dispatch(api.endpoints.read.initiate(path));
  setTimeout(() => action.abort(), 100);
  const { error } = await action;
  assert.equal(error.name, "AbortError");
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(count(path), 1);
});

test("RTK Query: one new token for all calls that need one, and its own error where there is none", async () => {
  let refreshes = 0;
  const refreshToken = async () => { refreshes += 1; };
  const { read } = libraries["RTK Query"]({ context: { random: 0 }, refreshToken });
  const expired = (n) => `/401,200?www-authenticate=${encodeURIComponent('Bearer error="invalid_token"')}&${n}`;
  await Promise.all([1, 2, 3].map((n) => read(expired(n))));
  assert.equal(refreshes, 1);
  await assert.rejects(read("/418?rtk"), (error) => error.status === 418);
});

test("RTK Query: what a call states itself comes first", async () => {
  const told = [];
  const baseQuery = rtkRetry(plainly, fetchBaseQuery({ baseUrl: base }), { context: { random: 0 }, onNotice: (notice) => told.push(notice.retry.kind) });
  const { signal } = new AbortController();
  const { error } = await baseQuery("/503?stated", { signal, type: "query" }, { plainly: { maxAttempts: 1 } });
  assert.deepEqual([error.status, told], [503, ["never"]]);
  const { data } = await baseQuery({ url: "/500,200?put", method: "PUT" }, { signal, type: "mutation" }, {});
  assert.ok(data);
});

test("ky: an abort ends the wait as ky tells an abort, and its time is kept", async () => {
  const { options } = listening();
  const { read } = libraries.ky(options);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  const start = performance.now();
  await assert.rejects(read("/503?retry-after=60&ky", { signal: stop.signal }), { name: "AbortError" });
  await assert.rejects(read("/503?retry-after=60&ky2", { totalTimeout: 200 }), { name: "TimeoutError" });
  assert.ok(performance.now() - start < 2000);
  assert.equal(count("/503?retry-after=60&ky") + count("/503?retry-after=60&ky2"), 2);
});

test("ky: a deadline ends the wait with ky's own error", async () => {
  const { told, options } = listening({ context: { random: 0, deadlineMs: 500 } });
  const { read } = libraries.ky(options);
  await assert.rejects(read("/503?retry-after=2&deadline"), { name: "HTTPError" });
  assert.deepEqual([count("/503?retry-after=2&deadline"), told[0].kind], [1, "never"]);
});
