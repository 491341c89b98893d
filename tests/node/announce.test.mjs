// What holds for a time: an operator's announcements, and the end of it by the viewer's clock. What entries and words for a time
// mean stands in tests/cases/overlays.json.

import assert from "node:assert/strict";
import { test } from "node:test";
import { builds } from "../builds.mjs";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const works = (more) => ({ id: "works", reason: "maintenance", until: "2026-11-20T14:00:00Z", ...more });
const overlay = { provider: "http", codes: { 503: { reason: "maintenance", until: "2026-11-20T14:00:00Z" } } };
const OWN = [{ locale: "en", messages: { "acme.works.title": "Works", "acme.works": "Maintenance until {$until}." } }];

for (const [build, begin] of Object.entries(builds)) {
  const base = await begin();
  const open = (options) => base.with({ locales: "en", timeZone: null, ...options });

  test(`${build}: an announcement is a notice without a failure`, async () => {
    const plainly = await open();
    assert.deepEqual(plainly.announce({ announcements: [works()] }, { now: NOW }), {
      code: "", reason: "maintenance", category: "service", severity: "warning", presentation: "screen", politeness: "polite",
      title: plainly.explain({ status: 503, headers: { "retry-after": "7200" } }).title,
      message: "We're doing some maintenance. Please try again in about 2 hours.",
      text: "We're doing some maintenance. Please try again in about 2 hours.",
      spoken: `${plainly.explain({ status: 503, headers: { "retry-after": "7200" } }).title}. We're doing some maintenance. Please try again in about 2 hours.`,
      locale: "en", direction: "ltr", actions: [{ kind: "dismiss", label: "OK" }], retry: { kind: "never" }, endsSession: false, known: true,
      toldMs: 7200000, until: NOW + 7200000, at: NOW, announcement: "works",
    });
  });

  test(`${build}: the first that is due and was not seen is told`, async () => {
    const plainly = await open();
    const file = { announcements: [
      works({ id: "over", from: undefined, until: "2026-11-20T12:00:00Z" }), works({ id: "later", from: "2026-11-20T12:00:00.001Z" }), works({ id: "a" }), works({ id: "b" }),
    ] };
    const due = (when) => (plainly.announce(file, when) || {}).announcement;
    assert.equal(due({ now: NOW }), "a");
    assert.equal(due({ now: NOW, seen: ["a"] }), "b");
    assert.equal(due({ now: NOW, seen: ["b", "a"] }), undefined);
    assert.equal(due({ now: NOW - 1 }), "over");
    assert.equal(due({ now: NOW + 2000 }), "later");
    assert.equal(due({ now: NOW + 86400000 }), undefined);
    assert.equal(due(), undefined, "by the device's clock");
  });

  test(`${build}: it brings its words, in the viewer's language where they are there`, async () => {
    const file = { announcements: [works({ code: "M-7", words: "acme.move", actions: ["acme.news", "exit_app"], reason: "account_disabled" })], packs: [
      { locale: "en", messages: { "acme.move.title": "We move", "acme.move": "We are moving.", "action.acme.news": "Read more" } },
      { locale: "de", messages: { "acme.move.title": "Wir ziehen um", "acme.move": "Wir ziehen gerade um.", "action.acme.news": "Mehr dazu" } },
    ] };
    const english = (await open()).announce(file, { now: NOW });
    assert.deepEqual([english.title, english.text, english.actions.map(({ label }) => label), english.endsSession, english.code],
      ["We move", "Error code - M-7 We are moving.", ["Read more", "Exit"], false, "M-7"]);
    const german = (await open({ locales: "de-AT" })).announce(file, { now: NOW });
    assert.deepEqual([german.title, german.message, german.locale, german.actions[0].label], ["Wir ziehen um", "Wir ziehen gerade um.", "de", "Mehr dazu"]);
    const able = (await open({ actions: ["exit_app"] })).announce(file, { now: NOW });
    assert.deepEqual(able.actions.map(({ kind }) => kind), ["exit_app"]);
    const unable = (await open({ actions: ["retry"] })).announce(file, { now: NOW });
    assert.deepEqual(unable.actions.map(({ kind }) => kind), ["dismiss"]);
  });

  test(`${build}: what is wrong with the file is left out and told, and nothing throws`, async () => {
    const heard = [];
    const plainly = await open({ onReport: (report) => heard.push(report) });
    const file = { announcements: [works({ reason: "maintenence" }), works({ until: "soon" }), works({ id: "good" })], packs: [{ locale: "en", messages: { nope: "x" } }] };
    assert.equal(plainly.announce(file, { now: NOW }).announcement, "good");
    assert.deepEqual(heard.map(({ kind, source, fault }) => [kind, source, fault.place]), [
      ["dropped_entry", "announcements", "packs.0.messages.nope"], ["dropped_entry", "announcements", "announcements.0.reason"], ["dropped_entry", "announcements", "announcements.1.until"],
    ]);
    plainly.announce(file, { now: NOW });
    assert.equal(heard.length, 3, "once each");
    const cycle = { announcements: [] };
    cycle.announcements.push(cycle);
    const hostile = new Proxy({}, { get() { throw new Error("no"); } });
    for (const given of [undefined, null, 7, "<html>", [], {}, { announcements: "x" }, { announcements: [null, 7, [], {}] }, { packs: 7 }, cycle, hostile]) {
      assert.equal(plainly.announce(given, { now: NOW }), undefined);
    }
    for (const when of [null, 7, hostile, { now: NaN }, { now: "x", seen: 7 }, { seen: hostile }]) assert.equal(plainly.announce({ announcements: [works()] }, when), undefined);
  });

  test(`${build}: onNotice hears of an announcement once, and it explains itself`, async () => {
    const heard = [];
    const plainly = await open({ onNotice: (notice) => heard.push(notice.announcement) });
    const notices = [1, 2, 3].map(() => plainly.announce({ announcements: [works({ id: "constructor" })] }, { now: NOW }));
    assert.deepEqual(heard, ["constructor"]);
    assert.equal(plainly.explainThrown(notices[0]), notices[0]);
  });

  test(`${build}: it is said again in another language, also as JSON`, async () => {
    const notice = JSON.parse(JSON.stringify((await open()).announce({ announcements: [works()] }, { now: NOW })));
    const german = await open({ locales: "de" });
    assert.deepEqual(JSON.parse(JSON.stringify(german.reword(notice))), german.announce({ announcements: [works()] }, { now: NOW }));
  });

  test(`${build}: an end is told by the viewer's clock, where that is known`, async () => {
    const said = async (options, now = NOW) => (await open({ catalogs: [overlay], ...options })).explain({ status: 503 }, { now }).message;
    const [space, rest] = ["\u00a0", "We're doing some maintenance. Please try again "];
    assert.equal(await said({ timeZone: "America/New_York" }), `${rest}after 9:00${space}AM.`);
    assert.equal(await said({ timeZone: "America/New_York" }, NOW - 11 * 3600000), `${rest}after 11/20, 9:00${space}AM.`.replaceAll(", ", `,${space}`));
    assert.equal(await said({ timeZone: "Europe/Berlin", locales: ["en-GB"] }), `${rest}after 15:00.`);
    assert.equal(await said({ timeZone: "Europe/Berlin", locales: "en-GB,en;q=0.8" }), `${rest}after 15:00.`);
    for (const timeZone of [null, "Mars/Olympus", 7, {}]) assert.equal(await said({ timeZone }), `${rest}in about 2 hours.`);
    assert.match(await said({ locales: "de", timeZone: "Europe/Berlin" }), / ab 15:00 /);
    assert.match(await said({ locales: "fa", timeZone: "Asia/Tehran" }), /۱۷:۳۰/);
    const own = await open({ timeZone: "Europe/Berlin", locales: "en-GB", packs: OWN, catalogs: [{ provider: "http", codes: { 503: { ...overlay.codes[503], words: "acme.works" } } }] });
    const notice = own.explain({ status: 503 }, { now: NOW });
    assert.deepEqual([notice.title, notice.message], ["Works", "Maintenance until 15:00."], "own words tell it once");
    assert.equal((await own.with({ timeZone: "Europe/London" })).reword(notice).message, "Maintenance until 14:00.");
    assert.equal((await own.with({ timeZone: null })).reword(notice).message, `${rest}in about 2 hours.`);
  });

  test(`${build}: a zone of nobody's is not told`, async () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    const said = async (zone) => {
      Intl.DateTimeFormat.prototype.resolvedOptions = function () { return { ...resolvedOptions.call(this), timeZone: zone }; };
      try {
        return (await open({ catalogs: [overlay], timeZone: undefined })).explain({ status: 503 }, { now: NOW }).message;
      } finally {
        Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
      }
    };
    for (const zone of ["UTC", "Etc/UTC", "Etc/Unknown", "Etc/GMT", undefined, ""]) assert.match(await said(zone), /in about 2 hours/, zone);
    assert.match(await said("Asia/Tokyo"), /after 11:00\u00a0PM/);
  });

  test(`${build}: an engine without Intl tells a wait`, async () => {
    const { Intl } = globalThis;
    const plainly = await open({ catalogs: [overlay], timeZone: "Europe/Berlin" });
    try {
      delete globalThis.Intl;
      assert.match(plainly.explain({ status: 503 }, { now: NOW }).message, /in about 2 hours/);
    } finally {
      globalThis.Intl = Intl;
    }
  });

  test(`${build}: words for a time are said again as they were then`, async () => {
    const packs = [{ locale: "en", messages: { service_unavailable: { message: "The studio moves.", until: "2026-11-20T14:00:00Z" } } }];
    const plainly = await open({ packs });
    const notice = plainly.explain({ status: 503, headers: { Date: "Fri, 20 Nov 2026 12:00:00 GMT" } });
    assert.deepEqual([notice.at, notice.message], [NOW, "The studio moves. Please try again in a moment."]);
    assert.equal(plainly.reword(notice).message, notice.message);
    assert.equal(plainly.reword({ ...notice, at: NOW + 7200000 }).message, "The service isn't available at the moment. Please try again in a moment.");
    assert.equal("at" in (await open()).reword(plainly.explain({ status: 404 })), true, "it stays on the notice");
    assert.equal("at" in plainly.reword((await open()).explain({ status: 404 })), false);
  });

  test(`${build}: what nobody can do leaves a way on`, async () => {
    const nameless = { announcements: [works({ actions: ["acme.go"] })] };
    assert.deepEqual((await open()).announce(nameless, { now: NOW }).actions, [{ kind: "dismiss", label: "OK" }]);
    const { actions } = (await open({ catalogs: [{ provider: "http", codes: { 418: { reason: "not_found", actions: ["acme.go"] } } }] })).explain({ status: 418 });
    assert.deepEqual(actions, [{ kind: "go_back", label: "Go back" }]);
    const german = (await open({ locales: "de" })).announce(nameless, { now: NOW });
    assert.deepEqual([german.locale, german.actions.length], ["de", 1]);
    const [fault] = (await import("../../pkg/dist/node.js")).validate({ locale: "en", messages: { "action.acme.go": "Wait {$until}" } });
    assert.equal(fault.place, "messages.action.acme.go");
  });

  test(`${build}: no moment is none`, async () => {
    const plainly = await open({ catalogs: [{ provider: "http", codes: { 503: { reason: "maintenance", until: "2001-01-01T00:00:00Z" } } }] });
    for (const now of [NaN, Infinity, "x", null]) assert.equal(plainly.explain({ status: 503 }, { now }).reason, "service_unavailable", String(now));
    for (const now of [1n, Symbol("x"), { valueOf() { throw new Error("no"); } }]) assert.equal(plainly.announce({ announcements: [works()] }, { now }), undefined);
  });

  test(`${build}: a file that is none of announcements says so, a notice of an announcement lacks no words in silence`, async () => {
    const heard = [];
    const plainly = await open({ onReport: (report) => heard.push([report.kind, report.fault ? report.fault.place : report.words, report.fault && report.fault.nearest]) });
    for (const file of [null, "<html>", [], {}, { anouncements: [] }]) plainly.announce(file, { now: NOW });
    assert.deepEqual(heard.splice(0), [
      ["dropped_entry", "", undefined], ["dropped_entry", "", undefined], ["dropped_entry", "", undefined], ["dropped_entry", "announcements", undefined],
      ["dropped_entry", "anouncements", "announcements"],
    ].filter(([, place], at) => at < 1 || place !== "" || at === 1 || at === 2));
    plainly.announce({ announcements: [works({ words: "acme.m" })], packs: [{ locale: "de", messages: { "acme.m": "Wir bauen." } }] }, { now: NOW });
    assert.deepEqual(heard, [["missing_words", "acme.m", undefined]]);
  });

  test(`${build}: words with the end are not missed where it is told`, async () => {
    const heard = [];
    const options = { timeZone: "Europe/Berlin", locales: "en-GB", packs: OWN, catalogs: [{ provider: "http", codes: { 503: { ...overlay.codes[503], words: "acme.works" } } }], onReport: (report) => heard.push(report) };
    assert.equal((await open(options)).explain({ status: 503 }, { now: NOW }).message, "Maintenance until 15:00.");
    assert.deepEqual(heard, []);
    (await open({ ...options, timeZone: null })).explain({ status: 503 }, { now: NOW });
    assert.deepEqual(heard.map(({ kind }) => kind), ["missing_words"], "and are where it is not");
  });

  test(`${build}: a zone that there is not is told once`, async () => {
    const heard = [];
    await open({ timeZone: "Europe/Belrin", onReport: (report) => heard.push(report) });
    assert.deepEqual(heard, [{ kind: "dropped_entry", source: "timeZone", fault: { place: "", expected: "a time zone, as Europe/Berlin", found: '"Europe/Belrin"' } }]);
  });

  test(`${build}: the end by the server's day, never too early, with its year where that is far`, async () => {
    const until = (instant) => ({ provider: "http", codes: { 403: { reason: "account_disabled", words: "acme.m", until: instant } } });
    const packs = [{ locale: "en", messages: { "acme.m": "Locked until {$until}.", "acme.m.title": "Until {$until}" } }];
    const said = async (instant, failure) => {
      const { title, message } = (await open({ timeZone: "Europe/Berlin", packs, catalogs: [until(instant)] })).explain({ status: 403, ...failure }, { now: NOW });
      return [title, message].map((text) => text.replace(/\u00a0/g, " "));
    };
    assert.deepEqual(await said("2026-11-22T05:00:00Z"), ["Until 11/22, 6:00 AM", "Locked until 11/22, 6:00 AM."]);
    assert.deepEqual(await said("2026-11-22T05:00:00Z", { headers: { Date: "Sun, 22 Nov 2026 03:00:00 GMT" } }), ["Until 6:00 AM", "Locked until 6:00 AM."]);
    assert.deepEqual(await said("2026-11-20T14:00:01Z"), ["Until 3:01 PM", "Locked until 3:01 PM."]);
    assert.deepEqual(await said("2030-12-01T05:00:00Z"), ["Until 12/1/2030, 6:00 AM", "Locked until 12/1/2030, 6:00 AM."]);
  });

  test(`${build}: what an engine writes is looked at`, async () => {
    const { DateTimeFormat } = Intl;
    const plainly = await open({ catalogs: [overlay], timeZone: "Asia/Kolkata" });
    const bad = ["<b>6\u202e\u0007</b>", "", 7, { replace: () => 7 }, "x".repeat(1e6)];
    for (const text of bad) {
      Intl.DateTimeFormat = Object.assign(function Format() { return { format: () => text, resolvedOptions: () => ({ timeZone: "Asia/Kolkata" }) }; }, { supportedLocalesOf: () => ["en"] });
      try {
        const { message } = (await plainly.with({ timeZone: `Asia/${bad.indexOf(text)}` })).explain({ status: 503 }, { now: NOW });
        assert.ok(!/[<>\u202e\u0007]/.test(message) && message.length < 200 && !message.includes("after ."), message);
      } finally {
        Intl.DateTimeFormat = DateTimeFormat;
      }
    }
  });

  test(`${build}: nothing repeats before the end, whatever the rule`, async () => {
    for (const retry of [{ kind: "auto" }, { kind: "when_online" }, { kind: "poll" }]) {
      const plainly = await open({ catalogs: [{ provider: "http", codes: { 503: { ...overlay.codes[503], retry } } }] });
      for (const method of ["GET", "POST"]) {
        const hint = plainly.explain({ status: 503 }, { now: NOW, random: 0, method }).retry;
        assert.ok(hint.kind === "never" || hint.action === "sign_in" || hint.delayMs >= 7200000, `${retry.kind} ${method}: ${JSON.stringify(hint)}`);
      }
    }
  });

  test(`${build}: what is said again is looked at again`, async () => {
    const plainly = await open();
    const hostile = JSON.parse(JSON.stringify({ ...plainly.explain({ status: 500 }), code: "4111111111111111 call EVIL\u202e", serverCode: "<b>",
      requestId: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n", provider: "<i>", announcement: "a b\u202e" }));
    const notice = plainly.reword(hostile);
    assert.deepEqual([notice.code, notice.serverCode, notice.requestId, notice.provider, notice.announcement], ["P-0", undefined, undefined, undefined, undefined]);
    assert.equal(plainly.reword({ ...plainly.explain({ status: 404 }), code: 490 }).code, "490");
    const heir = plainly.reword(JSON.parse('{"reason":"maintenance","__proto__":{"requestId":"x1"}}'));
    assert.deepEqual([Object.getPrototypeOf(heir), heir.requestId], [Object.prototype, undefined]);
    const whole = plainly.explain({ status: 500, headers: { "x-request-id": "abc-123" }, body: { error: { code: 999 } } }, { provider: "ministra" });
    assert.deepEqual(JSON.parse(JSON.stringify(plainly.reword(whole))), whole);
  });
}
