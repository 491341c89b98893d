// What callbacks are told of their calls, and what a viewer can do while one waits. In a simulated clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { simulated } from "../simulated.js";

const clock = simulated();
const { create } = await import("../../pkg/dist/js.js");
const { axiosRetry, retryingFetch } = await import("../../pkg/dist/retry.js");

const plainly = create({ locales: "en" });

/** A client whose server answers in turn, the last again and again. */
function client(answers, options) {
  const seen = { sends: [], told: [], settled: [] };
  let count = 0;
  const call = retryingFetch(plainly, {
    context: { random: 0 },
    fetch: async () => {
      seen.sends.push(clock.now());
      const [status, headers, body] = answers[Math.min(count++, answers.length - 1)];
      if (status === 0) throw new TypeError("Failed to fetch");
      return new Response(body, { status, headers });
    },
    onNotice: (notice, about) => { seen.told.push({ ...about, notice }); },
    onSettled: (how, about) => { seen.settled.push([how, about.id, about.attempt]); },
    onRecovered: (about) => { seen.settled.push(["recovered", about.id]); },
    ...options,
  });
  return { call, seen };
}

const later = (ms) => clock.run(clock.now() + ms);

test("each notice says of which call and try it is, whether it is the last, and when the next one comes", async () => {
  const { call, seen } = client([[503, { "Retry-After": "2" }], [0], [403]]);
  const done = call("http://api.test/a");
  await later(10_000);
  const response = await done;
  const [first, second, third] = seen.told;
  assert.deepEqual([first.id, first.attempt, first.final, first.input], [1, 1, false, "http://api.test/a"]);
  assert.equal(first.retryAt, Date.now() - clock.now() + seen.sends[1]);
  assert.deepEqual([first.response.status, first.error.name, first.error.status], [503, "FailedCall", 503]);
  assert.deepEqual([second.id, second.attempt, second.final, second.error.name, second.response], [1, 2, false, "TypeError", undefined]);
  assert.deepEqual([third.id, third.attempt, third.final, third.retryAt], [1, 3, true, undefined]);
  assert.equal(third.response, response);
  assert.deepEqual(seen.settled, [["failed", 1, 3]]);
  const other = call("http://api.test/b");
  await later(10_000);
  await other;
  assert.equal(seen.told.at(-1).id, 2);
});

test("a call is settled once, whatever becomes of it, and only if it was told of", async () => {
  const well = client([[503], [200]]);
  const done = well.call("http://api.test/");
  await later(5000);
  await done;
  assert.deepEqual(well.seen.settled, [["recovered", 1], ["succeeded", 1, 1]]);
  await well.call("http://api.test/");
  assert.equal(well.seen.settled.length, 2);

  const stop = new AbortController();
  const aborted = client([[503, { "Retry-After": "9" }]]);
  const gone = aborted.call("http://api.test/", { signal: stop.signal });
  await later(1000);
  stop.abort();
  await assert.rejects(gone, { name: "AbortError" });
  assert.deepEqual(aborted.seen.settled, [["canceled", 1, 1]]);

  let online = false;
  const away = plainly.with({ online: () => online });
  const settled = [];
  const answers = [() => { throw new TypeError("Failed to fetch"); }, () => new Response("here")];
  const lost = retryingFetch(away, { fetch: async () => answers.shift()(), context: { random: 0 }, onSettled: (how) => { settled.push(how); } })("http://api.test/");
  await later(60_000);
  assert.deepEqual(settled, []);
  online = true;
  clock.connect(true);
  await later(1000);
  assert.equal(await (await lost).text(), "here");
  assert.deepEqual(settled, ["succeeded"]);
});

test("retryNow() ends a wait, but no earlier than the server asked, and the attempts count on", async () => {
  const { call, seen } = client([[503, { "Retry-After": "10" }], [503], [200]], { context: { random: 0.999 } });
  const began = clock.now();
  const done = call("http://api.test/");
  await later(1000);
  assert.ok(seen.told[0].notice.retry.delayMs > 14_000);
  seen.told[0].retryNow();
  seen.told[0].retryNow();
  await later(8900);
  assert.equal(seen.sends.length, 1);
  await later(150);
  assert.deepEqual([seen.sends[1] - began, seen.told[1].attempt], [10_000, 2]);
  call.retryNow();
  await later(120);
  assert.ok(seen.sends[2] - seen.sends[1] <= 110, "nobody asked for a wait");
  assert.equal((await done).status, 200);
  seen.told[0].retryNow();
  await later(60_000);
  assert.equal(seen.sends.length, 3, "what is over stays over");
});

test("retryNow() is heard while the page is hidden, and where the device says that it is offline", async () => {
  const { call, seen } = client([[0], [200]], { context: { random: 0, online: false } });
  clock.show("hidden");
  const done = call("http://api.test/");
  await later(10_000);
  assert.equal(seen.sends.length, 1);
  call.retryNow();
  await later(100);
  clock.show("visible");
  assert.equal((await done).status, 200);
});

test("retryNow() says when the try will be made", async () => {
  const { call, seen } = client([[503, { "Retry-After": "10" }], [200]]);
  const done = call("http://api.test/");
  await later(1000);
  const at = seen.told[0].retryNow();
  await later(20_000);
  await done;
  assert.equal(at, Date.now() - clock.now() + seen.sends[1]);
  assert.equal(seen.told[0].retryNow(), undefined);
});

test("to press while there is no connection uses up no try", async () => {
  let online = false;
  const speaker = plainly.with({ online: () => online });
  let sends = 0;
  const call = retryingFetch(speaker, { context: { random: 0 }, fetch: async () => {
    sends += 1;
    if (!online) throw new TypeError("Failed to fetch");
    return new Response("here");
  } });
  const done = call("http://api.test/");
  for (let presses = 0; presses < 6; presses++) {
    await later(1000);
    call.retryNow();
  }
  await later(1000);
  assert.equal(sends, 7);
  online = true;
  clock.connect(true);
  await later(1000);
  assert.equal((await done).status, 200);
});

test("cancel() ends a call as an abort does, also from within a callback", async () => {
  const { call, seen } = client([[503, { "Retry-After": "10" }]]);
  const [first, second] = [call("http://api.test/"), call("http://api.test/")].map((done) => done.catch((error) => error.name));
  await later(10);
  seen.told[0].cancel();
  assert.equal(await first, "AbortError");
  call.cancel();
  assert.equal(await second, "AbortError");
  const within = client([[503]], { onNotice: (_, { cancel }) => cancel() });
  await assert.rejects(within.call("http://api.test/"), { name: "AbortError" });
  await later(60_000);
  assert.deepEqual([seen.sends.length, within.seen.sends.length, within.seen.settled], [2, 1, [["canceled", 1, 1]]]);
});

test("what was given up on explains itself as the last notice did", async () => {
  for (const answers of [[[503, { "Retry-After": "4" }]], [[500]], [[401, { "WWW-Authenticate": 'Bearer error="invalid_token"' }]]]) {
    const { call, seen } = client(answers, { refreshToken: async () => true });
    const done = call("http://api.test/", { method: "PUT" });
    await later(60_000);
    const response = await done;
    const { notice, error } = seen.told.at(-1);
    assert.deepEqual(plainly.explainThrown(response), notice);
    assert.deepEqual(await plainly.throwIfFailed(response).catch((thrown) => plainly.explainThrown(thrown)), notice, "on its way to an error boundary");
    assert.deepEqual(plainly.explainThrown(new Error("mine", { cause: error })), notice);
    assert.deepEqual(await plainly.explainResponse(response), notice);
    assert.deepEqual(plainly.explainThrown(error), notice);
    const german = create({ locales: "en", codeStyle: "none" });
    assert.deepEqual(german.explainThrown(error).retry, notice.retry, "another explainer judges it alike");
  }
  const { call, seen } = client([[0]]);
  const done = call("http://api.test/").catch((error) => error);
  await later(60_000);
  const error = await done;
  assert.deepEqual(plainly.explainThrown(error), seen.told.at(-1).notice);
  assert.equal(plainly.explainThrown(error, {}).retry.kind, "auto", "whoever gives a context means that one");
});

test("a 200 that holds an error is a failure, by the same judgement for fetch and axios", async () => {
  const failing = [
    ["application/json", '{"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":null}'],
    ["application/graphql-response+json", '{"errors":[{"message":"x"}]}'],
    ["application/json; charset=utf-8", '{"error":{"code":480}}'],
    ["application/json", '{"error":"slow_down"}'], ["application/json", '{"error":["EGeneral:Invalid arguments"]}'],
    ["application/json", '{"data":{"order":null},"errors":[{"message":"x"}]}'],
    ["application/grpc-web+proto", "", { "grpc-status": "14" }],
  ];
  const well = [
    ["application/json", '{"errors":[],"data":{}}'], ["application/json", '{"error":null}'], ["application/json", '{"error":""}'],
    ["application/json", '{"code":0,"message":"ok"}'], ["application/json", '{"error":[],"result":{"a":1}}'], ["application/json", '{"error":{}}'],
    ["application/json", '{"error":{"code":"ok","message":""},"data":{"a":1}}'], ["application/json", '{"error":{"code":null,"message":null}}'],
    ["application/json", '{"error":false}'], ["application/json", '{"error":0}'], ["application/json", '{"error":"none"}'], ["application/json", '{"errors":[null]}'],
    ["application/json", '{"errors":{}}'], ["application/json", '{"code":490,"name":"Channel 490"}'], ["application/json", '[{"code":490}]'],
    ["application/json", '{"data":{"order":{"id":1},"side":null},"errors":[{"message":"x"}]}'], ["application/json-seq", '{"error":"x"}'],
    ["application/stream+json", '{"error":"x"}'], ["application/x-ndjson", '{"error":"x"}'], ["application/json", "[]"], ["application/json", ""], ["application/json", '"error"'],
    ["text/html", "<h1>Error code - 490</h1>"], ["text/event-stream", '{"error":"x"}'], ["application/grpc-web+proto", "", { "grpc-status": "0" }],
  ];
  for (const [list, fails] of [[failing, true], [well, false]]) {
    for (const [type, body, more] of list) {
      const headers = { "content-type": type, ...more };
      const { call, seen } = client([[200, headers, body]], { context: { random: 0, maxAttempts: 1 } });
      const response = await call("http://api.test/");
      assert.deepEqual([response.status, await response.text(), seen.told.length], [200, body, fails ? 1 : 0], body);
      const data = /[/+]json(;|$)/.test(type) && !/stream/.test(type) && body ? JSON.parse(body) : body;
      const told = [];
      const [fulfilled] = axiosRetry(plainly, {}, { context: { maxAttempts: 1 }, onNotice: (notice) => { told.push(notice.reason); } });
      const answer = { status: 200, headers, data, config: { method: "get" } };
      const came = await Promise.resolve(fulfilled(answer)).catch((error) => error);
      if (fails) assert.deepEqual([came.name, came.status, told.length], ["FailedCall", 200, 1], body);
      else assert.deepEqual([came, told.length], [answer, 0], body);
    }
  }
});

test("a catalog's codes are errors in a 200, and tell nobody that they were looked for", async () => {
  const reports = [];
  const speaker = plainly.with({ provider: "acme", catalogs: [{ provider: "acme", codeAt: ["result.code"], codes: { 7: { reason: "rate_limited" } } }], onReport: (report) => { reports.push(report); } });
  const answer = (code) => new Response(JSON.stringify({ result: { code } }), { headers: { "content-type": "application/json" } });
  await assert.rejects(speaker.throwIfFailed(answer(7)), { name: "FailedCall", status: 200 });
  const well = answer(0);
  assert.equal(await speaker.throwIfFailed(well), well);
  assert.deepEqual(reports, []);
});
