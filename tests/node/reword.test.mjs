// reword(), countdown() of what stands still, handlers and dispatch(): what shows a notice asks them.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as js from "../../pkg/dist/js.js";
import * as node from "../../pkg/dist/node.js";
import { reasons, sample, samples } from "../../pkg/dist/testing.js";
import { table } from "../../tools/data/names.mjs";
import { tags } from "../../tools/data/pack.mjs";
import { builds } from "../builds.mjs";
import { caseFiles } from "../cases.mjs";
import { incomplete, speakerOf, thrownOf } from "../compare.js";
import { ANYTHING, endless, getters, revoked, throwing } from "../hostile.js";

const required = createRequire(import.meta.url)("../../pkg/dist/js.cjs");
const packOf = async (tag) => (await import(new URL(`../../pkg/dist/locales/${tag}.js`, import.meta.url))).default;
const LANGUAGES = ["de", "ar", "ja", "ru"];
const SAID = ["title", "message", "text", "spoken", "locale", "direction", "actions"];
const said = (notice) => Object.fromEntries(SAID.map((member) => [member, notice[member]]));
/** As from a back end. */
const sent = (notice) => JSON.parse(JSON.stringify(notice));
const opened = {};
for (const [build, open] of Object.entries(builds)) opened[build] = await open();

/** The explainer of a case in a language; many cases share one. */
function speakers(plainly) {
  const known = new Map();
  return (given, locale) => {
    const asked = { options: { ...given.options, locales: [locale] }, catalogs: given.catalogs };
    const key = JSON.stringify(asked);
    if (!known.has(key)) known.set(key, speakerOf(plainly, asked));
    return known.get(key);
  };
}

function explained(speaker, given) {
  const { random, ...context } = given.context ?? {};
  const call = { ...context, random: random === "any" ? 0.5 : random };
  return "thrown" in given ? speaker.explainThrown(thrownOf(given.thrown), call) : speaker.explain(given.failure, call);
}

for (const [build, plainly] of Object.entries(opened)) {
  test(`every case: a notice reworded is the same call explained, ${build}`, async () => {
    const speakerFor = speakers(plainly);
    const wrong = [];
    let run = 0;
    for (const { file, cases } of caseFiles()) {
      for (const given of cases) {
        const english = explained(await speakerFor(given, "en"), given);
        for (const locale of LANGUAGES) {
          const speaker = await speakerFor(given, locale);
          const [reworded, expected] = [speaker.reword(sent(english)), explained(speaker, given)];
          run += 1;
          // What is no word is as it came.
          const same = JSON.stringify({ ...reworded, ...said(expected) }) === JSON.stringify({ ...english, ...said(expected) });
          if (!same || JSON.stringify(said(reworded)) !== JSON.stringify(said(expected))) {
            wrong.push(`${file}, ${given.name}, in ${locale}: ${JSON.stringify(said(reworded))}, not ${JSON.stringify(said(expected))}`);
          }
        }
      }
    }
    assert.ok(run > 4000, `${run}`);
    assert.deepEqual(wrong, []);
  });

  test(`what is no notice has words all the same, ${build}`, async () => {
    for (const plain of [plainly, await plainly.with({ locales: ["ar"] })]) {
      for (const [name, make] of ANYTHING) {
        const value = make();
        const within = { reason: value, code: value, words: value, params: value, toldMs: value, actions: value, retry: value };
        for (const given of [value, within, { reason: "not_found", actions: [value, { kind: value, label: value, url: value }] }]) {
          for (const notice of [plain.reword(given), plain.reword(given, value), plain.reword(given, { repeats: value })]) {
            for (const member of ["title", "message", "text", "spoken"]) {
              assert.ok(typeof notice[member] === "string" && notice[member] !== "", `${name}: ${member} is ${typeof notice[member]}`);
            }
            assert.equal(notice.locale, plain.locale, name);
            assert.equal(notice.direction, plain.direction, name);
            assert.ok(notice.actions.every(({ kind, label }) => typeof kind === "string" && typeof label === "string"), name);
          }
        }
      }
    }
  });

  test(`beside a countdown nobody is told to try again, ${build}`, async () => {
    for (const locale of ["en", ...LANGUAGES]) {
      const [speaker, { messages }] = [await plainly.with({ locales: [locale] }), await packOf(locale)];
      for (const notice of samples()) {
        const { message } = speaker.reword(notice, { repeats: true });
        // Any other advice stays.
        if (table.get(notice.reason).again) assert.equal(message, messages[notice.reason], `${locale}: ${notice.reason}`);
        else assert.equal(message, speaker.reword(notice).message, `${locale}: ${notice.reason}`);
      }
    }
    assert.ok(reasons.some((reason) => table.get(reason).again));
    const busy = sample("service_unavailable");
    for (const no of [false, undefined, null, 1, "true"]) assert.equal(plainly.reword(busy, { repeats: no }).message, busy.message);
  });

  test(`a countdown that stands still, in every language, ${build}`, async () => {
    for (const tag of tags()) {
      const [speaker, { messages }] = [await plainly.with({ locales: [tag] }), await packOf(tag)];
      assert.equal(speaker.locale, tag);
      for (const pause of ["offline", "stopped"]) assert.equal(speaker.countdown(pause), messages[`countdown.${pause}`], tag);
      assert.equal(speaker.countdown(0), messages["countdown.now"], tag);
    }
    for (const [name, make] of ANYTHING) assert.ok(plainly.countdown(make()).length > 0, name);
    assert.equal(plainly.countdown("never"), plainly.countdown(0));
  });
}

test("a reworded notice is one of ours: it is explained as itself", () => {
  const plainly = js.create({ locales: "en" });
  const notice = plainly.reword(sent(sample("geo_blocked")));
  assert.equal(plainly.explainThrown(notice), notice);
  assert.deepEqual(incomplete(notice), []);
});

test("the other explainer's code style, words and support", async () => {
  const [english, german] = [sample("account_disabled"), await packOf("de")];
  const words = { locale: "de", messages: { account_disabled: "Gesperrt.", "action.go_back": "Zum Menü" } };
  const plainly = js.create({ locales: "de", packs: [german, words], codeStyle: "none", support: { phone: "112" } });
  const notice = plainly.reword(sent(english));
  assert.ok(notice.message.startsWith("Gesperrt."));
  assert.equal(notice.text, notice.message);
  assert.deepEqual(notice.actions.map(({ kind }) => kind), english.actions.map(({ kind }) => kind));
  assert.deepEqual([notice.actions[0].phone, notice.actions[2].label], ["112", "Zum Menü"]);
  assert.equal(english.locale, "en", "what was handed over stays as it was");
});

const NOT_FOUND = { status: 404 }; // choose_other, go_back
const DISABLED = { status: 403, body: { error: { code: "account_disabled" } } }; // contact_support, retry, go_back
const kinds = (notice) => notice.actions.map(({ kind }) => kind);
const done = () => undefined;

for (const [build, plainly] of Object.entries(opened)) {
  test(`handlers say what an app can do, ${build}`, async () => {
    const offered = async (options, failure = DISABLED) => kinds((await plainly.with({ locales: ["en"], ...options })).explain(failure));
    assert.deepEqual(await offered({}), ["contact_support", "retry", "go_back"]);
    assert.deepEqual(await offered({ handlers: { retry: done, go_back: done } }), ["retry", "go_back"]);
    assert.deepEqual(await offered({ handlers: { retry: done, go_back: "done", contact_support: undefined, sign_in: {} } }), ["retry"]);
    assert.deepEqual(await offered({ handlers: { retry: done }, support: { phone: "112" } }), ["contact_support", "retry"], "support can be shown without a handler");
    assert.deepEqual(await offered({ handlers: { retry: done }, actions: ["go_back"] }), ["go_back"], "what is said in so many words counts");
    assert.deepEqual(await offered({ handlers: { retry: done }, support: { phone: "112" }, actions: ["go_back"] }), ["go_back"]);
    assert.deepEqual(await offered({ handlers: {} }), ["go_back"], "there is always a way on");
    assert.deepEqual(await offered({ handlers: { exit_app: done } }), ["exit_app"]);
    assert.deepEqual(await offered({ handlers: { choose_other: done } }, NOT_FOUND), ["choose_other"]);
    assert.deepEqual(await offered({ handlers: { "acme.open_shop": done, go_back: done } }, NOT_FOUND), ["go_back"]);
    for (const none of [undefined, null, 7, "retry", true]) assert.deepEqual(await offered({ handlers: none }), ["contact_support", "retry", "go_back"]);
  });

  test(`with() has other handlers, and keeps those that it is not told of, ${build}`, async () => {
    const [first, second] = [{ retry: done }, { go_back: done }];
    const one = await plainly.with({ locales: ["en"], handlers: first });
    const other = await one.with({ locales: ["en"], handlers: second });
    const same = await one.with({ locales: ["en"], codeStyle: "none" });
    const able = await one.with({ locales: ["en"], support: { email: "help@example.com" } });
    assert.deepEqual([one, other, same, able].map((speaker) => kinds(speaker.explain(DISABLED))), [["retry"], ["go_back"], ["retry"], ["contact_support", "retry"]]);
    assert.deepEqual([one.handlers, other.handlers, same.handlers], [first, second, first]);
    assert.equal(plainly.handlers, undefined);
  });

  test(`handlers that nobody should hand over, ${build}`, async () => {
    const trap = { get retry() { throw new Error("trap"); }, go_back: done };
    const hostile = [...ANYTHING.map(([, make]) => make()), throwing(), revoked(), endless(), getters(), trap, { retry: throwing(done) }, new Proxy({}, { ownKeys: () => ["x", "x"] })];
    for (const handlers of hostile) {
      const speaker = await plainly.with({ locales: ["en"], handlers });
      const notice = speaker.explain(DISABLED);
      assert.deepEqual(incomplete(notice), []);
      assert.ok(notice.actions.length > 0);
      assert.equal(node.dispatch(notice, handlers)("sign_in"), typeof read(handlers, "sign_in") === "function");
    }
    assert.deepEqual(kinds((await plainly.with({ locales: ["en"], handlers: trap })).explain(DISABLED)), ["go_back"]);
  });
}

function read(holder, key) {
  try {
    return holder[key];
  } catch (e) {
    return undefined;
  }
}

for (const [name, { dispatch }] of Object.entries({ plainly: node, "plainly/js": js, required })) {
  test(`what was chosen is done, ${name}`, () => {
    const notice = sample("account_disabled");
    const heard = [];
    const hear = (...told) => { heard.push(told); };
    const choose = dispatch(notice, { retry: hear, contact_support: hear, sign_in: hear, go_back: 7 });
    const [support, retry, back] = notice.actions;
    assert.deepEqual([choose(retry), choose("retry"), choose(support)], [true, true, true]);
    assert.deepEqual(heard.splice(0), [[retry, notice], [retry, notice], [support, notice]]);
    assert.ok(choose({ kind: "retry" }));
    assert.equal(heard[0][0], retry, "the button that stands on the notice");
    assert.ok(choose("sign_in"));
    assert.deepEqual(heard[1][0], { kind: "sign_in" }, "what stands on no button may be done all the same");
    assert.deepEqual([choose(back), choose("go_back"), choose("fly"), choose("toString"), choose("constructor")], [false, false, false, false, false]);
    assert.equal(heard.length, 2);
  });

  test(`nothing that can be chosen harms, ${name}`, () => {
    const notice = sample("account_disabled");
    const heard = [];
    for (const [thing, make] of ANYTHING) {
      const value = make();
      assert.equal(typeof dispatch(notice, {})(value), "boolean", thing);
      assert.equal(dispatch(value, { retry: (action) => { heard.push(action); } })("retry"), true, thing);
      assert.equal(dispatch(notice, undefined)(value), false, thing);
    }
    assert.ok(heard.length === ANYTHING.length && heard.every((action) => action.kind === "retry"));
  });

  test(`what a handler throws comes through, ${name}`, () => {
    const fault = new Error("no way");
    const choose = dispatch(sample("not_found"), { go_back() { throw fault; } });
    assert.throws(() => choose("go_back"), (error) => error === fault);
  });
}
