// What an operator hears: once each, then with how often; what a language lacks; a language that could not be loaded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { builds } from "../builds.mjs";

const UNKNOWN = { status: 400, body: { error: { code: "E-7719" } } };

test("onNotice hears of each failed try once, whoever asks how often", async () => {
  const { load } = await import("../../pkg/dist/node.js");
  const { retryingFetch } = await import("../../pkg/dist/retry.js");
  const heard = [];
  const plainly = await load({ locales: "en", onNotice: (notice) => { heard.push(notice.code); plainly.explain({ status: 404 }); throw new Error("the app's"); } });
  const notice = plainly.explain({ status: 500 });
  plainly.explainThrown(notice);
  plainly.reword(notice);
  assert.deepEqual(heard.splice(0), ["500"]);
  const error = Object.assign(new Error("x"), { status: 503 });
  for (const attempt of [1, 1, 2]) plainly.explainThrown(error, { attempt });
  plainly.explainThrown(error);
  assert.deepEqual(heard.splice(0), ["503", "503"], "the same try is told once");
  const answers = [503, 502, 404];
  const told = [];
  const call = retryingFetch(plainly, { context: { random: 0 }, fetch: async () => new Response("", { status: answers.shift() }), onNotice: ({ code }) => told.push(code) });
  const response = await call("https://api.example.com/");
  plainly.explainThrown(response);
  await plainly.explainResponse(response);
  assert.deepEqual([heard, told], [["503", "502", "404"], ["503", "502", "404"]]);
});

for (const [build, begin] of Object.entries(builds)) {
  const base = await begin();
  const open = (options) => base.with(options);
  test(`${build}: the same report is told once, then at the tenth and the hundredth time`, async () => {
    const heard = [];
    const plainly = await open({ locales: "en", onReport: (report) => heard.push(report) });
    for (let call = 0; call < 150; call += 1) plainly.explain(UNKNOWN);
    assert.deepEqual(heard.map(({ kind, code, count }) => [kind, code, count]), [
      ["unknown_code", "E-7719", undefined], ["unknown_code", "E-7719", 10], ["unknown_code", "E-7719", 100]]);
    plainly.explain({ status: 404, body: UNKNOWN.body });
    assert.equal(heard.length, 4, "with another status it is another one");
    (await plainly.with({ codeStyle: "none" })).explain(UNKNOWN);
    assert.equal(heard.length, 4, "a listener has heard it from another explainer");
  });

  test(`${build}: own words that a language lacks give way to the reason's own there, and that is told once`, async () => {
    const heard = [];
    const options = {
      catalogs: [{ provider: "acme", codes: { 7: { reason: "account_disabled", words: "acme.hold" } } }],
      packs: [{ locale: "en", messages: { "acme.hold": "Your Acme account is on hold." } }],
      provider: "acme", onReport: (report) => heard.push(report),
    };
    const own = await open({ ...options, locales: "en" });
    const failure = { status: 401, body: { code: 7 } };
    assert.equal(own.explain(failure).message, "Your Acme account is on hold.");
    assert.deepEqual(heard, []);
    const german = await open({ ...options, locales: "de" });
    for (let call = 0; call < 3; call += 1) assert.match(german.explain(failure).message, /^Der Zugriff wurde verweigert/);
    assert.deepEqual(heard, [{ kind: "missing_words", words: "acme.hold", locale: "de" }]);
  });
}
