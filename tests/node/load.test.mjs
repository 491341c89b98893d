// load() and with(): where the binary comes from, which languages are fetched, what is shared.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { load, validate } from "../../pkg/dist/node.js";

const dist = new URL("../../pkg/dist/", import.meta.url);
const binary = new URL("plainly_bg.wasm", dist);
const BLOCKED = { status: 401, headers: { "x-request-id": "abc-123" }, body: '{"error":{"code":490}}' };
const FIXED = { now: 1_795_392_000_000, random: 0.5 };

let copies = 0;
/** The package as if nothing had loaded it yet. */
const fresh = () => import(`${new URL("node.js", dist).href}?${copies++}`);

/** What of the package loads the wasm, and what stands in for it. */
const WASM = ["node.js", "plainly_bg.wasm"];

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
/** The package in a folder that holds only these files. */
function holding(...files) {
  const folder = mkdtempSync(join(tmpdir(), "plainly-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  for (const file of files) {
    cpSync(new URL(file, dist), join(folder, file), { recursive: true });
  }
  return import(pathToFileURL(join(folder, files[0])).href);
}

function ear() {
  const reports = [];
  return { reports, onReport: (report) => reports.push(report) };
}

test("without options", async () => {
  const { load } = await fresh();
  const plainly = await load();
  assert.equal(plainly.build, "wasm");
  assert.match(plainly.locale, /^[a-z]{2}/);
  assert.equal((await load({ locales: ["en"] })).explain(BLOCKED).code, "490");
});

test("twice, and in parallel", async () => {
  const { load } = await fresh();
  const [a, b] = await Promise.all([load({ locales: "de" }), load({ locales: "en" }), load(), load()]);
  const c = await load({ locales: "de" });
  assert.deepEqual(a.explain(BLOCKED, FIXED), c.explain(BLOCKED, FIXED));
  assert.equal(a.explain(BLOCKED).locale, "de");
  assert.equal(b.explain(BLOCKED).locale, "en");
});

const sources = {
  bytes: () => new Uint8Array(readFileSync(binary)),
  "a buffer": () => new Uint8Array(readFileSync(binary)).buffer,
  "Node's buffer": () => readFileSync(binary),
  "a URL": () => binary,
  "an address": () => binary.href,
  "a path": () => fileURLToPath(binary),
  "a Response": () => new Response(readFileSync(binary)),
  "a Response of its type": () => new Response(readFileSync(binary), { headers: { "content-type": "application/wasm" } }),
  "a module": () => new WebAssembly.Module(readFileSync(binary)),
};
for (const [name, source] of Object.entries(sources)) {
  test(`the binary as ${name}`, async () => {
    const { load } = await fresh();
    const plainly = await load({ wasm: source(), locales: "en" });
    assert.equal(plainly.explain(BLOCKED).code, "490");
  });
}

/** A module that exports functions of these names, and takes and gives nothing. */
function exporting(...names) {
  const text = (name) => [name.length, ...new TextEncoder().encode(name)];
  const section = (id, ...content) => [id, content.length, ...content];
  return new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, ...section(1, 1, 0x60, 0, 0), ...section(3, 1, 0),
    ...section(7, names.length, ...names.flatMap((name) => [...text(name), 0, 0])), ...section(10, 1, 2, 0, 11)]);
}

const broken = {
  "no wasm": new Uint8Array([1, 2, 3]),
  "an empty module": new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]),
  "another module": exporting("ask"),
  "another module with names of ours": exporting("explainer_new", "explainer_explain", "memory"),
  "cut off": readFileSync(binary).subarray(0, 20_000),
  "an object": {},
  "a proxy that throws": new Proxy({}, { get() { throw new Error("trap"); } }),
  "a Response of another status": () => new Response("", { status: 404 }),
  "a Response that is cut off": () => new Response(readFileSync(binary).subarray(0, 20_000), { headers: { "content-type": "application/wasm" } }),
  "a promise that rejects": () => Promise.reject(new Error("no")),
  "a missing file": new URL("no-such.wasm", dist),
  "a number": 7,
  null: null,
  "a refused connection": "http://127.0.0.1:9/plainly_bg.wasm",
};
for (const [name, source] of Object.entries(broken)) {
  test(`a binary that is ${name} leaves the JavaScript build`, async () => {
    const { load } = await fresh();
    const wasm = typeof source === "function" ? source() : source;
    const [a, b] = await Promise.all([load({ wasm, locales: "en" }), load({ wasm, locales: "de" })]);
    assert.deepEqual([a.build, b.build], ["js", "js"]);
    assert.deepEqual([a.explain(BLOCKED).code, b.explain(BLOCKED).locale], ["490", "de"]);
    assert.equal((await a.with({ locales: "ja" })).build, "js");
  });
  test(`a binary that is ${name} rejects load() where there is no other build, and the next load() works`, async () => {
    const { load } = await holding(...WASM);
    const wasm = typeof source === "function" ? source() : source;
    const failed = await Promise.allSettled([load({ wasm }), load({ wasm })]);
    for (const { status, reason } of failed) {
      assert.equal(status, "rejected");
      assert.ok(reason instanceof Error && reason.message, String(reason));
      assert.doesNotMatch(reason.message, /js-core/, "it says what the wasm's fault was");
    }
    assert.equal((await load({ locales: "en" })).build, "wasm");
  });
}

test("a binary that never comes leaves the JavaScript build, soon", async () => {
  const { load } = await fresh();
  const start = performance.now();
  const { build, explain } = await load({ wasm: new Promise(() => {}), locales: "de" });
  assert.deepEqual([build, explain(BLOCKED).locale], ["js", "de"]);
  assert.ok(performance.now() - start < 6000);
});

test("a binary that comes late is used where there is no other build", async () => {
  const { load } = await holding(...WASM);
  const late = new Promise((resolve) => setTimeout(() => resolve(readFileSync(binary)), 4000));
  assert.equal((await load({ wasm: late, locales: "en" })).build, "wasm");
});

/** Runs `work` where wasm is as `change` leaves it. */
async function where(change, work) {
  const kept = { ...Object.getOwnPropertyDescriptors(WebAssembly) };
  const global = Object.getOwnPropertyDescriptor(globalThis, "WebAssembly");
  change();
  try {
    return await work();
  } finally {
    Object.defineProperty(globalThis, "WebAssembly", global);
    Object.defineProperties(WebAssembly, kept);
  }
}
const refuse = () => { throw new WebAssembly.CompileError("refused by the policy"); };
const refusals = {
  "there is no WebAssembly": () => { delete globalThis.WebAssembly; },
  "it is refused at once": () => { WebAssembly.instantiate = refuse; },
  "it is refused later": () => { WebAssembly.instantiate = async () => refuse(); },
  "it is undefined": () => { globalThis.WebAssembly = undefined; },
};
for (const [name, change] of Object.entries(refusals)) {
  test(`where ${name}, the JavaScript build is at work`, () => where(change, async () => {
    const { load, validate } = await fresh();
    const plainly = await load({ locales: "de" });
    assert.deepEqual([plainly.build, plainly.explain(BLOCKED).locale], ["js", "de"]);
    assert.equal(validate({}).length, 1);
  }));
  test(`where ${name}, plainly/inline says which build to take`, () => where(change, async () => {
    const { load } = await import(`${new URL("inline.js", dist).href}?${copies++}`);
    await assert.rejects(load(), /plainly\/js/);
  }));
}

test("validate needs no load in Node", async () => {
  const { validate } = await fresh();
  assert.deepEqual(validate({ provider: "acme", codes: { 7: { reason: "not_found" } } }), []);
});

test("validate before load, and while it loads", async () => {
  const [before, during] = await Promise.all([fresh(), fresh()]);
  before.validate({ locale: "en", messages: {} });
  const pending = during.load({ locales: "en" });
  during.validate({ locale: "en", messages: {} });
  for (const plainly of [await before.load({ locales: "en" }), await pending]) assert.equal(plainly.explain(BLOCKED).code, "490");
});

test("only the language that is needed is fetched", async () => {
  const en = ear();
  await (await holding(...WASM)).load({ locales: "en-GB", onReport: en.onReport });
  const de = ear();
  const german = await (await holding(...WASM, "locales/de.js")).load({ locales: ["xx", "qaa-FR", "de-AT", "ja", "ar"], onReport: de.onReport });
  assert.equal(german.explain(BLOCKED).locale, "de");
  assert.deepEqual([en.reports, de.reports], [[], []]);
});

test("a language that cannot be fetched leaves English, and is reported", async () => {
  const { load } = await holding(...WASM, "locales/de.js");
  const { reports, onReport } = ear();
  const plainly = await load({ locales: "ja", onReport });
  assert.deepEqual(reports, [{ kind: "missing_pack", locale: "ja" }]);
  assert.deepEqual([plainly.fellBack, plainly.locale], ["ja", "en"], "who asked can see it");
  assert.deepEqual([plainly.locale, plainly.direction, plainly.explain(BLOCKED).locale], ["en", "ltr", "en"]);
  assert.equal((await plainly.with({ locales: "de" })).locale, "de");
});

test("in a page validate() needs a load() before it", async () => {
  const { load, validate } = await holding("index.js");
  assert.throws(() => validate({}), /load\(\)/);
  await load({ wasm: readFileSync(binary), locales: "en" });
  assert.equal(validate({}).length, 1);
});

test("a language in any form that a platform reports", async () => {
  const plainly = await load();
  const forms = { de: ["de", "de-AT", "de_DE.UTF-8", "DE", "deu", "de-DE,de;q=0.9,en;q=0.8"], ar: ["ar-EG", "ar", "ara"], ja: ["ja-JP", "ja_JP"] };
  for (const [locale, tags] of Object.entries(forms)) {
    for (const tag of tags) assert.equal((await plainly.with({ locales: tag })).locale, locale, tag);
  }
  for (const tag of ["", "C", "xx", "🙂", []]) assert.equal((await plainly.with({ locales: tag })).locale, "en", String(tag));
  const arabic = await plainly.with({ locales: ["ar"] });
  assert.deepEqual([arabic.direction, arabic.explain(BLOCKED).direction], ["rtl", "rtl"]);
});

test("with() changes what it is given and keeps the rest", async () => {
  const { reports, onReport } = ear();
  const plainly = await load({ locales: "en", provider: "ministra", support: { phone: "112" }, onReport });
  const german = await plainly.with({ locales: "de", codeStyle: "suffix" });
  const notice = german.explain({ status: 401, body: { error: { code: 490 } } });
  assert.match(notice.text, /\(490\)$/);
  assert.equal(notice.actions[0].phone, "112");
  assert.equal(german.explain({ status: 500, body: {} }).code, "495");
  german.explain({ status: 400, body: { code: "E-1" } });
  assert.equal(reports.filter(({ kind }) => kind === "unknown_code").length, 1);
  assert.match(plainly.explain({ status: 401, body: { error: { code: 490 } } }).text, /^Error code - 490 /);
  const same = await german.with({ codeStyle: undefined });
  assert.deepEqual(same.explain(BLOCKED, FIXED), german.explain(BLOCKED, FIXED));
});

test("the same options give the same notices", async () => {
  const one = await load({ locales: "ar" });
  const other = await (await load({ locales: "de" })).with({ locales: "ar" });
  for (const failure of [BLOCKED, { status: 503, headers: { "retry-after": "7" } }, {}, null, { status: 404, body: "<p>" }]) {
    assert.deepEqual(one.explain(failure, FIXED), other.explain(failure, FIXED));
    assert.deepEqual(one.explain(failure, FIXED), one.explain(failure, FIXED));
  }
});

test("what the caller changes afterwards changes nothing", async () => {
  const options = { locales: ["en"], actions: ["contact_support"], support: { phone: "112" }, provider: "ministra" };
  const plainly = await load(options);
  const before = plainly.explain(BLOCKED, FIXED);
  options.locales[0] = "de";
  options.actions.length = 0;
  options.support.phone = "0";
  options.provider = "acme";
  before.actions.length = 0;
  before.retry.kind = "auto";
  const notice = plainly.explain(BLOCKED, FIXED);
  assert.deepEqual(notice.actions, [{ kind: "contact_support", label: "Contact support", phone: "112" }]);
  assert.equal(notice.retry.kind, "never");
});

test("an explainer cannot be changed", async () => {
  const plainly = await load({ locales: "en" });
  for (const member of ["build", "locale", "direction", "explain"]) {
    assert.throws(() => { plainly[member] = "x"; }, TypeError, member);
  }
});

test("methods need no this", async () => {
  const { explain, explainThrown, explainResponse, countdown, with: other } = await load({ locales: "en" });
  assert.equal(explain(BLOCKED).code, "490");
  assert.equal(explainThrown({ response: { status: 401, data: { error: { code: 490 } } } }).code, "490");
  assert.equal((await explainResponse(new Response(BLOCKED.body, { status: 401 }))).code, "490");
  assert.equal(countdown(5000), "Trying again in 5 seconds");
  assert.equal((await other({ locales: "de" })).locale, "de");
});

test("only the actions that the app has are offered", async () => {
  const plainly = await load({ locales: "en", actions: ["retry"] });
  assert.deepEqual(plainly.explain(BLOCKED).actions.map(({ kind }) => kind), ["retry"]);
  const none = await plainly.with({ actions: [] });
  assert.deepEqual(none.explain(BLOCKED).actions, [{ kind: "go_back", label: "Go back" }], "nobody is left without a way on");
});

test("an operator's words and codes lie over ours, and bad entries are dropped and reported", async () => {
  const { reports, onReport } = ear();
  const plainly = await load({
    locales: "en",
    onReport,
    packs: [{ locale: "en", messages: {
      account_disabled: "Your Acme account is on hold.",
      not_found: "{$nobody} is missing",
      "acme.shop": "The shop is closed.",
      "action.acme.open_shop": "Open the shop",
      no_such_key: "x",
    } }],
    catalogs: [
      { provider: "ministra", codes: { "0490": { reason: "account_disabled", endsSession: false }, 491: { reason: "nope" } } },
      { provider: "acme", codes: { 7: { reason: "not_found", words: "acme.shop", actions: ["acme.open_shop"] } } },
      { codes: {} },
    ],
  });
  const places = reports.map(({ kind, source, fault }) => `${kind} ${source} ${fault.place}`);
  assert.deepEqual(places, [
    "dropped_entry packs.0 messages.not_found",
    "dropped_entry packs.0 messages.no_such_key",
    "dropped_entry catalogs.0 codes.491.reason",
    "dropped_entry catalogs.2 provider",
  ]);
  const notice = plainly.explain(BLOCKED);
  assert.equal(notice.message, "Your Acme account is on hold. Please contact support.");
  assert.equal(notice.endsSession, false);
  assert.equal(plainly.explain({ status: 401, body: { error: { code: 491 } } }).reason, "device_type_denied");
  const own = plainly.explain({ status: 404, body: { code: 7 } }, { provider: "acme" });
  assert.match(own.message, /^The shop is closed\./);
  assert.deepEqual(own.actions, [{ kind: "acme.open_shop", label: "Open the shop" }]);
});

test("validate names the place and what was expected there", () => {
  const faulty = (data) => validate(data).map(({ place, expected, found }) => [place, expected, found].filter(Boolean).join(" | "));
  const entry = { reason: "not_found" };
  const codes = faulty({ provider: "acme", codes: { 7: { reason: "nope" }, 8: entry, "": entry, "08": entry } });
  assert.equal(codes.length, 3);
  assert.equal(codes[0], 'codes.7.reason | the name of a reason | "nope"');
  assert.match(codes[1], /^codes\. \| a code of letters/);
  assert.match(codes[2], /^codes\.08 \| each code once/);
  const retry = (retry) => faulty({ provider: "acme", codes: { 7: { reason: "not_found", retry } } });
  assert.match(retry({ kind: "auto", backoff: "slow" })[0], /^codes\.7\.retry\.backoff \| .*"overload".* \| "slow"$/);
  assert.match(retry({ kind: "after_action", action: "contact_support" })[0], /^codes\.7\.retry\.action \| .*never a way to retry/);
  assert.match(retry({ kind: "sometimes" })[0], /^codes\.7\.retry\.kind \| /);
  assert.match(faulty({ provider: "acme", codes: { 7: { reason: "not_found", actions: ["retry", "Fly"] } } })[0], /^codes\.7\.actions\.1 \| .* \| "Fly"$/);
  assert.match(faulty({ provider: "ACME", codes: {} })[0], /^provider \| .* \| "ACME"$/);
  assert.match(faulty({ provider: "acme", codes: {}, tables: {} })[0], /^tables \| no such member/);
  const message = (text) => faulty({ locale: "en", messages: { "countdown.seconds": text } });
  assert.match(message("in {$count")[0], /^messages\.countdown\.seconds \| /);
  assert.match(message("in a moment")[0], /placeholders of English.*\$count/);
  assert.match(message(7)[0], /^messages\.countdown\.seconds \| a string.* \| a number$/);
  assert.match(faulty({ locale: "en", messages: { not_found: "a \u202e b" } })[0], /U\+202E/);
  assert.match(faulty({ locale: "??", messages: {} })[0], /^locale \| a BCP 47 language tag/);
  assert.match(faulty({ locale: "de", direction: "up", messages: {} })[0], /^direction \| "ltr" or "rtl" \| "up"$/);
  assert.equal(faulty({}).length, 1);
});

const ACME = { provider: "acme", codes: { "PAY-7": { reason: "subscription_required", words: "acme.payment_pendin", actions: ["acme.open_shp", "go_back"] } } };
const WORDS = { locale: "en", messages: { "acme.payment_pending": "We are waiting for your bank.", "action.acme.open_shop": "Open the shop" } };

test("what no file tells alone is found where packs and catalogs are together", async () => {
  assert.deepEqual([validate(ACME), validate(WORDS)], [[], []]);
  const wrong = [
    { place: "catalogs.0.codes.PAY-7.actions.0", expected: "a key of a pack", found: '"action.acme.open_shp"', nearest: "action.acme.open_shop" },
    { place: "catalogs.0.codes.PAY-7.words", expected: "a key of a pack", found: '"acme.payment_pendin"', nearest: "acme.payment_pending" },
  ];
  const action = { place: "actions.0", expected: "the name of an action, or a namespaced one", found: '"rety"', nearest: "retry" };
  const options = { catalogs: [ACME], packs: [WORDS], actions: ["rety", "go_back"] };
  assert.deepEqual(validate(options), [...wrong, action]);
  assert.deepEqual(validate({ ...options, provider: "acne" }).map(({ place }) => place).slice(-2), ["provider", "actions.0"]);

  const { reports, onReport } = ear();
  const plainly = await load({ locales: "en", onReport, ...options });
  const told = reports.map(({ kind, source, fault }) => [kind, source, fault.place, fault.nearest].join(" "));
  assert.deepEqual(told, [
    "dropped_entry catalogs.0 codes.PAY-7.actions.0 action.acme.open_shop",
    "dropped_entry catalogs.0 codes.PAY-7.words acme.payment_pending",
    "dropped_entry actions 0 retry",
  ]);
  // The entry is used, with the words of its reason and without the button that has no label.
  const notice = plainly.explain({ status: 402, body: { code: "PAY-7" } }, { provider: "acme" });
  assert.deepEqual([notice.reason, notice.known, notice.actions.map(({ kind }) => kind)], ["subscription_required", true, ["go_back"]]);
});

test("a message that lacks a plural form is a fault and is said", async () => {
  const polish = JSON.parse(readFileSync(new URL("locales/pl.json", dist), "utf8"));
  const own = { locale: "pl", messages: { "countdown.seconds": ".input {$count :integer} .match $count one {{{$count} s}} * {{{$count} ss}}" } };
  assert.deepEqual(validate({ packs: [polish, own] }).map(({ place, expected }) => `${place}: ${expected}`), ["packs.1.messages.countdown.seconds: the plural form few"]);
  const { reports, onReport } = ear();
  const plainly = await load({ locales: "pl", packs: [own], onReport });
  assert.deepEqual(reports.map(({ fault }) => fault.expected), ["the plural form few"]);
  assert.equal(plainly.countdown(3000), "3 ss");
});

test("handlers of actions that nobody knows are reported", async () => {
  const { reports, onReport } = ear();
  await load({ locales: "en", onReport, handlers: { retry: () => undefined, go_bakc: () => undefined } });
  assert.deepEqual(reports.map(({ source, fault }) => [source, fault.found, fault.nearest]), [["actions", '"go_bakc"', "go_back"]]);
});

test("a name of any length, and many of them, are compared in bounded time", () => {
  const codes = {};
  for (let code = 0; code < 4000; code += 1) codes["C".repeat(58) + code] = { reason: "not_foun".padEnd(60, "d") };
  const start = process.hrtime.bigint();
  assert.equal(validate({ provider: "acme", codes, sentences: { Gone: "C".repeat(63) } }).length, 200);
  assert.ok(process.hrtime.bigint() - start < 5_000_000_000n);
});

test("what is defined in code is the thing itself", async () => {
  for (const name of ["node", "index", "js", "inline"]) {
    const { defineCatalog, definePack } = await import(new URL(`${name}.js`, dist).href);
    assert.ok(defineCatalog(ACME) === ACME && definePack(WORDS) === WORDS, name);
  }
});

test("every pack and catalog of ours is without fault", () => {
  for (const file of ["locales/en", "locales/de", "locales/ja", "locales/ar", "catalogs/http", "catalogs/ministra"]) {
    assert.deepEqual(validate(JSON.parse(readFileSync(new URL(file + ".json", dist), "utf8"))), [], file);
  }
});
