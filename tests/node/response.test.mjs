// explainResponse: a fetch Response, bounded in bytes and time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../pkg/dist/node.js";
import { incomplete } from "../compare.js";
import { ANYTHING, BIG, throwing } from "../hostile.js";
import { apart } from "./apart.mjs";

const plainly = await load({ locales: ["en"] });
const BLOCKED = '{"error":{"code":490}}';
const init = { status: 401, headers: { "X-Request-Id": "abc-123" } };

/** A response whose body comes from a stream. */
const streamed = (source, strategy) => new Response(new ReadableStream(source, strategy), init);
const bytes = (text) => new TextEncoder().encode(text);

async function timed(work, bound) {
  const start = performance.now();
  const notice = await work;
  const took = performance.now() - start;
  assert.deepEqual(incomplete(notice), []);
  assert.ok(took <= bound, `${Math.round(took)} ms, at most ${bound} ms are allowed`);
  return notice;
}

test("status, headers and body are read, and the caller can still read the body", async () => {
  const response = new Response(BLOCKED, init);
  const notice = await plainly.explainResponse(response);
  assert.deepEqual([notice.code, notice.status, notice.requestId], ["490", 401, "abc-123"]);
  assert.equal(await response.text(), BLOCKED);
});

test("the context counts", async () => {
  const response = new Response('{"error":{"code":493}}', { status: 401 });
  const notice = await plainly.explainResponse(response, { refreshed: true });
  assert.equal(notice.retry.action, "sign_in");
});

test("of a used body, status and headers alone count", async () => {
  const response = new Response(BLOCKED, init);
  await response.text();
  const notice = await plainly.explainResponse(response);
  assert.deepEqual([notice.code, notice.requestId], ["401", "abc-123"]);
});

test("a locked body is no body", async () => {
  const response = new Response(BLOCKED, init);
  response.body.getReader();
  assert.equal((await plainly.explainResponse(response)).code, "401");
});

test("a response without a body", async () => {
  assert.equal((await plainly.explainResponse(new Response(null, init))).code, "401");
});

test("a body in pieces, cut within a character", async () => {
  const whole = bytes('{"note":"é💥","error":{"code":490}}');
  const response = streamed({ start(to) { for (const byte of whole) to.enqueue(Uint8Array.of(byte)); to.close(); } });
  assert.equal((await plainly.explainResponse(response)).code, "490");
});

test("a body that breaks off is no body", async () => {
  const response = streamed({ start(to) { to.enqueue(bytes(BLOCKED.slice(0, 9))); }, pull(to) { to.error(new TypeError("terminated")); } });
  assert.equal((await timed(plainly.explainResponse(response), 500)).code, "401");
});

test("a huge body is read up to the bound", async () => {
  let sent = 0;
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  const response = streamed({ pull(to) { sent += chunk.length; to.enqueue(chunk); } });
  await timed(plainly.explainResponse(response), 1000);
  const after = sent;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(sent <= 1024 * 1024, `${sent} bytes were asked for`);
  assert.equal(sent, after, "more was asked for after the notice");
});

test("a body in one huge piece", async () => {
  const response = streamed({ start(to) { to.enqueue(new Uint8Array(20_000_000).fill(0x5b)); to.close(); } });
  await timed(plainly.explainResponse(response), 1000);
});

test("a stream of anything but bytes is no body", async () => {
  for (const [name, make] of ANYTHING) {
    const value = make();
    const response = { status: 401, headers: {}, bodyUsed: false };
    response.clone = () => ({ body: new ReadableStream({ start(to) { to.enqueue(value); to.close(); } }) });
    assert.equal((await timed(plainly.explainResponse(response), 1000)).status, 401, name);
  }
});

test("a body that never ends, in both ways, is left after its time", { timeout: 20_000 }, async () => {
  let pulls = 0;
  const silent = streamed({});
  const trickling = streamed({ async pull(to) {
    pulls += 1;
    await new Promise((resolve) => setTimeout(resolve, 50).unref());
    to.enqueue(Uint8Array.of(0x20));
  } });
  const [, notice] = await Promise.all([timed(plainly.explainResponse(silent), 6500), timed(plainly.explainResponse(trickling), 6500)]);
  assert.equal(notice.code, "401");
  const after = pulls;
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.ok(pulls <= after + 2, `${pulls - after} more pieces were asked for after the notice`);
});

test("a body of empty pieces without end", { timeout: 20_000 }, async () => {
  // In this process it would keep every timer from running.
  const body = "new ReadableStream({ pull(to) { to.enqueue(new Uint8Array(0)); } })";
  const notice = await apart(`plainly.explainResponse(new Response(${body}, { status: 401 }))`, 8000);
  assert.ok(notice, "no notice within 8 s");
  assert.deepEqual(incomplete(notice), []);
});

test("anything at all instead of a response", async () => {
  const calls = [...ANYTHING, ...BIG].flatMap(([name, make]) => {
    const value = make();
    const forms = [
      value,
      { status: 401, headers: value, bodyUsed: value, body: value, clone: value, text: value },
      { status: 401, clone: () => value },
      { status: 401, clone: () => ({ body: value, text: () => value }) },
      { status: 401, clone: () => ({ body: { getReader: () => value } }) },
      { status: 401, clone: () => ({ body: { getReader: () => ({ read: () => value, cancel: value }) } }) },
      { status: 401, clone: () => ({ text: async () => value }) },
      { status: 401, clone: () => ({ text: () => Promise.reject(value) }) },
    ];
    return forms.map(async (form) => [name, await plainly.explainResponse(form, value)]);
  });
  for (const [name, notice] of await Promise.all(calls)) assert.deepEqual(incomplete(notice), [], name);
});

test("a reader that never says it is done", { timeout: 20_000 }, async () => {
  const read = async () => ({ done: false, value: new Uint8Array(1024) });
  const response = { status: 401, clone: () => ({ body: { getReader: () => ({ read, cancel: throwing() }) } }) };
  assert.equal((await timed(plainly.explainResponse(response), 1000)).code, "401");
});
