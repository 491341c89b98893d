// plainly/testing: a notice, a failure and a response of every reason, as src/reason.rs has them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { create } from "../../pkg/dist/js.js";
import { load } from "../../pkg/dist/node.js";
import { failure, reasons, response, sample, samples } from "../../pkg/dist/testing.js";
import { reasons as named, table } from "../../tools/data/names.mjs";
import { tags } from "../../tools/data/pack.mjs";
import { incomplete } from "../compare.js";

const dist = new URL("../../pkg/dist/", import.meta.url);
const required = createRequire(import.meta.url)("../../pkg/dist/testing.cjs");
const packs = new Map();
for (const tag of tags()) packs.set(tag, (await import(new URL(`locales/${tag}.js`, dist))).default);
const german = packs.get("de");
const types = readFileSync(new URL("testing.d.ts", dist), "utf8");

/** The reasons that no response has, as the types name them. */
const thrown = [.../export type ThrownReason =([^;]*);/.exec(types)[1].matchAll(/"(\w+)"/g)].map(([, reason]) => reason);
const answered = reasons.filter((reason) => !thrown.includes(reason));
const ends = (pack, reason) => [pack.messages[`${reason}.title`] ?? pack.messages[`category.${table.get(reason).category}`], pack.messages[reason]];

test("every reason is there, once, in the order of the table", () => {
  assert.deepEqual(reasons, named.map(({ name }) => name));
  assert.ok(Object.isFrozen(reasons));
});

for (const [name, made] of Object.entries({ "as a module": samples(), required: required.samples() })) {
  test(`a sample is what the table says, ${name}`, () => {
    for (const [at, reason] of reasons.entries()) {
      const notice = made[at];
      const { category, severity, presentation, actions, endsSession } = table.get(reason);
      assert.deepEqual(incomplete(notice), [], reason);
      const { category: its, severity: bad, presentation: place, endsSession: over, locale } = notice;
      // A token that was refreshed in vain ends the session too.
      const gone = endsSession || reason === "token_invalid";
      assert.deepEqual([notice.reason, its, bad, place, over, locale], [reason, category, severity, presentation, gone, "en"]);
      assert.deepEqual(notice.actions.map(({ kind }) => kind), actions, reason);
      assert.deepEqual(notice, sample(reason));
    }
  });
}

test("what is kept secret has the words of a more general cause, and a code that says nothing", () => {
  const secret = [...table].filter(([, { like }]) => like);
  assert.deepEqual(secret.map(([reason]) => reason), ["account_not_found", "fraud_suspected", "device_blocked"]);
  for (const [reason, { like }] of secret) {
    const [hidden, general] = [sample(reason), sample(like)];
    assert.deepEqual([hidden.title, hidden.message], [general.title, general.message]);
    assert.match(hidden.code, /^(\d{3}|E-\d+)$/);
    assert.equal(hidden.serverCode, undefined);
  }
});

test("all languages: the words of their pack", () => {
  assert.equal(packs.size, readdirSync(new URL("../../locales/", import.meta.url)).filter((name) => name.endsWith(".json")).length);
  for (const [locale, pack] of packs) {
    const plain = create({ locales: locale, packs: [pack] });
    for (const [at, notice] of samples({ locale, packs: [pack] }).entries()) {
      const reason = reasons[at];
      assert.deepEqual([notice.locale, notice.direction], [locale, pack.direction ?? "ltr"], reason);
      assert.deepEqual(notice, sample(reason, { plainly: plain }), locale);
      assert.deepEqual(notice.actions.map(({ kind, label }) => label), notice.actions.map(({ kind }) => pack.messages[`action.${kind}`]), locale);
      const [title, statement] = ends(pack, table.get(reason).like ?? reason);
      assert.equal(notice.title, title, `${locale}: ${reason}`);
      assert.ok(notice.message.startsWith(statement.replace(/\.$/, "")), `${locale}: ${notice.message} is not ${statement}`);
    }
  }
});

test("a failure is explained as its reason, by every build and whoever's API it is", async () => {
  const acme = { provider: "acme", codes: { 7: { reason: "not_found" } } };
  for (const plainly of [create({ locales: "en" }), await load({ locales: "en" }), create({ locales: "en", provider: "acme", catalogs: [acme] })]) {
    for (const notice of samples({ plainly })) assert.deepEqual(notice, sample(notice.reason, { plainly }));
  }
  const plainly = await load({ locales: "en" });
  for (const reason of reasons) assert.equal(plainly.explain(failure(reason), { online: true }).reason, reason);
});

test("a provider's catalog may say something else by a status: the sample is still of its reason", () => {
  const plainly = create({ locales: "en", provider: "ministra" });
  assert.equal(plainly.explain(failure("server_error")).reason, "authentication_failed");
  assert.deepEqual(samples({ plainly }).map(({ reason }) => reason), [...reasons]);
});

test("a response comes through explainResponse and throwIfFailed as its reason", async () => {
  const plainly = create({ locales: "en" });
  for (const reason of answered) {
    assert.ok(response(reason) instanceof Response);
    assert.equal((await plainly.explainResponse(response(reason))).reason, reason);
    if (response(reason).status < 400) continue;
    await assert.rejects(plainly.throwIfFailed(response(reason)), (error) => plainly.explainThrown(error).reason === reason, reason);
  }
  const { status, headers, body } = failure("account_disabled");
  assert.deepEqual([status, headers, JSON.parse(body)], [403, { "Content-Type": "application/json" }, { error: { code: "ACCOUNT_DISABLED" } }]);
  assert.equal(await response("account_disabled").text(), body);
});

test("what is thrown is thrown, as fetch and players do it", async () => {
  const plainly = create({ locales: "en" });
  for (const reason of thrown) {
    assert.deepEqual(Object.keys(failure(reason)), ["cause"]);
    assert.equal(plainly.explainThrown(failure(reason).cause, { online: true }).reason, reason);
    assert.throws(() => response(reason), { name: "TypeError", message: `plainly/testing: no response is "${reason}"; let fetch reject with failure("${reason}").cause` });
    for (const make of [failure, sample, response]) assert.throws(() => make(reason, { retryAfter: 8 }), /is no answer that could say when/);
  }
  assert.ok(failure("canceled").cause instanceof Error);
  assert.equal(failure("canceled").cause.name, "AbortError");
});

test("each kind of retry can be had", () => {
  const retry = (reason, options) => sample(reason, options).retry;
  assert.deepEqual(retry("service_unavailable"), { kind: "never" });
  assert.deepEqual(retry("service_unavailable", { retryAfter: 8, context: { random: 0 } }), { kind: "auto", delayMs: 8000, attempt: 2, attemptsLeft: 3 });
  assert.equal(sample("service_unavailable", { retryAfter: 8 }).presentation, "screen");
  assert.equal(sample("service_unavailable", { context: { attempt: 1 } }).presentation, "none");
  assert.equal(retry("service_unavailable", { retryAfter: 7200 }).kind, "deferred");
  assert.equal(retry("service_unavailable", { retryAfter: 8, context: { attempt: 4 } }).kind, "deferred");
  assert.equal(retry("offline").kind, "when_online");
  assert.equal(retry("authorization_pending").kind, "auto");
  assert.deepEqual(retry("token_invalid"), { kind: "after_action", action: "sign_in" });
  assert.deepEqual(retry("token_invalid", { context: { refreshed: false } }), { kind: "after_action", action: "refresh_token" });
  assert.equal(response("rate_limited", { retryAfter: 8 }).headers.get("retry-after"), "8");
});

test("it is the same each time, and nobody's copy is another's", () => {
  assert.deepEqual(samples(), samples());
  assert.deepEqual(samples({ locale: "de", packs: [german] }), samples({ locale: "de", packs: [german] }));
  const [one, other] = [failure("playback_failed"), failure("account_disabled")];
  one.cause.data.push("changed");
  other.headers.changed = "yes";
  assert.deepEqual(failure("playback_failed").cause.data, [3]);
  assert.equal(failure("account_disabled").headers.changed, undefined);
});

test("an explainer's own words, buttons and support", () => {
  const words = { locale: "en", messages: { account_disabled: "On hold." } };
  const plainly = create({ locales: "en", packs: [words], actions: ["contact_support"], support: { phone: "112" }, codeStyle: "none" });
  const { message, actions } = sample("account_disabled", { plainly });
  assert.match(message, /^On hold\./);
  assert.deepEqual(actions, [{ kind: "contact_support", label: "Contact support", phone: "112" }]);
  assert.match(sample("account_disabled", { packs: [words] }).message, /^On hold\./);
});

test("a developer's mistakes are named", () => {
  const mistakes = [
    [() => sample("acount_disabled"), 'there is no reason "acount_disabled"; the nearest: "account_disabled"'],
    [() => failure("accountDisabled"), 'there is no reason "accountDisabled"; the nearest: "account_disabled"'],
    [() => response("license_denied"), 'there is no reason "license_denied"; the nearest: "licence_denied", "access_denied", "device_type_denied"'],
    [() => sample("blocked"), 'there is no reason "blocked"; the nearest: "geo_blocked", "vpn_blocked", "device_blocked"'],
    [() => sample("xyz"), 'there is no reason "xyz"; `reasons` has all'],
    [() => sample(), 'there is no reason "undefined"; `reasons` has all'],
    [() => sample("toString"), 'there is no reason "toString"; `reasons` has all'],
    [() => sample("offline", { locale: "ja" }), 'no words of "ja"; put its pack, of plainly/locales/, into `packs`'],
    [() => sample("offline", { locale: "ja", packs: [german] }), 'no words of "ja"; put its pack, of plainly/locales/, into `packs`'],
    [() => sample("offline", { plainly: load() }), "`plainly` is no explainer; load() promises one"],
    [() => sample("offline", { plainly: null }), "`plainly` is no explainer; load() promises one"],
    [() => sample("offline", { plainly: create(), locale: "de" }), "`plainly` has its own language; leave out `locale` and `packs`"],
  ];
  for (const [mistake, message] of mistakes) assert.throws(mistake, { name: "TypeError", message: `plainly/testing: ${message}` });
  assert.throws(() => sample("connection_failed", { context: { online: false } }), /with this `plainly` and `context` "connection_failed" is "offline"/);
});

test("a language in another form, and a region that has no pack of its own", () => {
  for (const locale of ["de", "de_AT", "de-CH-1901"]) assert.equal(sample("not_found", { locale, packs: [german] }).locale, "de");
  assert.equal(sample("not_found", { locale: "en-GB" }).locale, "en");
});
