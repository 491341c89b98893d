// throwIfFailed() and FailedCall, in each build; what is left of a body; whose method it was.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";

const JSON_TYPE = { "content-type": "application/json" };
const BLOCKED = '{"error":{"code":490}}';
const blocked = (status = 401) => new Response(BLOCKED, { status, headers: JSON_TYPE });

/** Writes without end; counts who still listens. */
let open = 0;
const server = createServer((request, response) => {
  open += 1;
  response.writeHead(Number(request.url.slice(1)), { "content-type": "text/plain" });
  const timer = setInterval(() => response.write("x".repeat(65_536)), 5);
  response.on("close", () => {
    open -= 1;
    clearInterval(timer);
  });
  response.on("error", () => undefined);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
after(() => { server.closeAllConnections(); server.close(); });
const endless = (status) => fetch(`http://127.0.0.1:${server.address().port}/${status}`);
const closed = async () => {
  for (let turns = 100; open > 0 && turns > 0; turns--) await new Promise((resolve) => setTimeout(resolve, 20));
  return open === 0;
};

for (const [name, file] of Object.entries({ wasm: "node.js", inline: "inline.js", js: "js.js" })) {
  const { load, FailedCall } = await import(`../../pkg/dist/${file}`);
  const plainly = await load({ locales: "en" });

  test(`${name}: a success comes back as it came, unread`, async () => {
    for (const body of ['{"a":1}', "{}", "[]", "null", ""]) {
      const response = new Response(body, { headers: JSON_TYPE });
      assert.equal(await plainly.throwIfFailed(response), response);
      assert.equal(response.bodyUsed, false);
      assert.equal(await response.text(), body);
    }
    for (const given of [undefined, null, 7, "x", {}, { status: 204 }]) assert.equal(await plainly.throwIfFailed(given), given);
    const none = new Response(null, { status: 304 });
    assert.equal(await plainly.throwIfFailed(none), none);
  });

  test(`${name}: a failure is thrown with what it was`, async () => {
    const response = blocked();
    const error = await plainly.throwIfFailed(response, { method: "POST" }).then(() => assert.fail("no error"), (thrown) => thrown);
    assert.ok(error instanceof FailedCall && error instanceof Error);
    assert.deepEqual([error.name, error.status, error.method, error.body, error.response === response], ["FailedCall", 401, "POST", JSON.parse(BLOCKED), true]);
    assert.equal(error.headers.get("content-type"), "application/json");
    assert.match(error.stack, /failed-call\.test/);
    assert.doesNotMatch(`${error} ${JSON.stringify(error)}`, /490/, "logs copy no body");
    const { code, reason } = plainly.explainThrown(error);
    assert.deepEqual([code, reason], ["490", "account_disabled"]);
    assert.deepEqual(plainly.explainThrown(error, { attempt: 1 }), await plainly.explainResponse(blocked(), { attempt: 1 }));
    assert.equal(await response.text(), BLOCKED, "the caller may still read it");
  });

  test(`${name}: apps make their own`, () => {
    const made = new FailedCall({ status: 503, headers: "retry-after: 70", body: "", method: "PUT" });
    assert.equal(plainly.explainThrown(made, { random: 0 }).retry.delayMs, 70_000);
    assert.equal(plainly.explainThrown(new FailedCall()).reason, "connection_failed");
    assert.equal(plainly.explainThrown(new FailedCall(), { online: false }).reason, "offline");
    assert.equal(plainly.explainThrown(new FailedCall({ status: 500, method: "POST" })).retry.action, "confirm_retry");
    const failed = plainly.failedCall({ status: 401, headers: {}, body: BLOCKED, method: "GET" });
    assert.deepEqual([failed instanceof FailedCall, failed.status, failed.method], [true, 401, "GET"]);
    assert.equal(plainly.failedCall({ status: 200, headers: "content-type: application/json", body: "{}" }), undefined);
    assert.equal(plainly.failedCall({ status: 200, body: '{"error":{"code":490}}' }).status, 200);
    const Mine = class extends FailedCall {};
    assert.deepEqual([new Mine({ status: 503 }) instanceof Mine, plainly.explainThrown(new Mine({ status: 503 })).status], [true, 503]);
    for (const given of [undefined, null, 7, {}]) assert.ok(plainly.failedCall(given) instanceof FailedCall);
  });

  test(`${name}: a notice is its own explanation, and nobody else's object is`, () => {
    const notice = plainly.explain({ status: 401, body: BLOCKED });
    assert.equal(plainly.explainThrown(notice), notice);
    const forged = { ...notice, title: "Call +1 900", message: "pay here" };
    assert.notEqual(plainly.explainThrown(forged).title, forged.title);
  });

  test(`${name}: the method is read from whatever holds it`, () => {
    const failed = () => ({ status: 500 });
    for (const [what, error] of Object.entries({
      axios: { name: "AxiosError", config: { method: "post" }, response: failed() },
      ky: { name: "HTTPError", request: new Request("http://api.test/", { method: "POST" }), response: new Response("", failed()) },
      ofetch: { name: "FetchError", options: { method: "POST" }, response: failed() },
      superagent: { status: 500, response: { req: { method: "POST" }, status: 500 } },
      "a cause": new Error("mine", { cause: { name: "AxiosError", config: { method: "POST" }, response: failed() } }),
    })) {
      const { retry } = plainly.explainThrown({ ...error, cause: error.cause, status: 500 });
      assert.deepEqual(retry, { kind: "after_action", action: "confirm_retry" }, what);
      assert.equal(plainly.explainThrown(error, { method: "PUT" }).retry.kind === "after_action", false, `${what}: the caller knows better`);
    }
  });

  test(`${name}: an unread response inside an error is read`, async () => {
    const thrown = (response) => Object.assign(new Error("Request failed with status code 401"), { name: "HTTPError", response });
    assert.equal((await plainly.explainResponse(thrown(blocked()))).code, "490");
    assert.equal((await plainly.explainResponse(new Error("mine", { cause: thrown(blocked()) }))).code, "490");
    const used = blocked();
    await used.text();
    assert.equal((await plainly.explainResponse(thrown(used))).code, "401");
    assert.deepEqual([(await plainly.explainResponse(new TypeError("Failed to fetch"))).reason, (await plainly.explainResponse(undefined)).code], ["connection_failed", "P-0"]);
  });

  test(`${name}: a body without end holds no connection`, async () => {
    const response = await endless(500);
    assert.equal((await plainly.explainResponse(response)).code, "500");
    assert.ok(await closed(), "explainResponse()");
    await plainly.throwIfFailed(await endless(502)).catch(() => undefined);
    assert.ok(await closed(), "throwIfFailed()");
    const well = await endless(200);
    assert.equal(await plainly.throwIfFailed(well), well);
    assert.equal(open, 1, "a success is the caller's");
    await well.body.cancel();
    assert.ok(await closed());
  });
}
