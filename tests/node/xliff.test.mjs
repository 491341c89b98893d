// The packs as XLIFF: out, and back to the byte; what translators must not break, by name.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { columns } from "../../tools/data/columns.mjs";
import { parse, write as message } from "../../tools/data/message.mjs";
import { english, hash, readPack, tags, text } from "../../tools/data/pack.mjs";
import { category } from "../../tools/data/plural.mjs";
import { elements, isElement, read as xml, SIZE, XLIFF } from "../../tools/xliff/xml.mjs";
import { read } from "../../tools/xliff/read.mjs";
import { write } from "../../tools/xliff/write.mjs";

const others = tags().filter((tag) => tag !== "en");
const source = english();
const taken = (file, pack, isReviewed) => read(file, { packOf: (tag) => (tag === pack.locale ? pack : undefined), english: source, isReviewed });
const find = (root, name, id) => [...root.getElementsByTagNameNS(XLIFF, name)].find((element) => element.getAttribute("id") === id);
const german = readPack("de");
const polish = readPack("pl");
const [inGerman, inPolish] = [german, polish].map((pack) => write(pack, source));
const fileOf = (pack) => (pack === german ? inGerman : pack === polish ? inPolish : write(pack, source));

for (const tag of others) {
  test(`${tag}: there and back`, () => {
    const pack = readPack(tag);
    const { pack: back, faults, taken: keys, left } = taken(write(pack, source), pack);
    assert.deepEqual(faults, []);
    assert.deepEqual([keys.length, left], [Object.keys(source).length, []]);
    assert.equal(text(back), readFileSync(new URL(`../../locales/${tag}.json`, import.meta.url), "utf8"));
  });
}

/** What XLIFF 2.1 lets stand in an element, in this order, of what we write; `*` for any number. */
const CONTENT = {
  xliff: /^file$/, file: /^(slr:profiles )?((group|unit) ?)+$/, group: /^((group|unit) ?)+$/, unit: /^(notes )?segment$/,
  notes: /^(note ?)+$/, segment: /^source( target)?$/, source: /^(ph ?)*$/, target: /^(ph ?)*$/, note: /^$/, ph: /^$/,
  "slr:profiles": /^slr:normalization$/, "slr:normalization": /^$/,
};

test("the files are XLIFF 2.1", () => {
  for (const tag of ["de", "ar", "ja"]) {
    const root = xml(write(readPack(tag), source));
    const ids = { unit: new Set(), group: new Set() };
    const walk = (element) => {
      const name = element.nodeName;
      assert.equal(element.namespaceURI, name.startsWith("slr:") ? SIZE : XLIFF, name);
      assert.match(elements(element).map((child) => child.nodeName).join(" "), CONTENT[name], `${tag}: <${name}>`);
      const id = element.getAttribute("id");
      if (id !== null) assert.match(id, /^[\w.-]+$/, "an NMTOKEN");
      if (ids[name]) assert.ok(!ids[name].has(id) && ids[name].add(id), `${tag}: ${id} twice`);
      elements(element).forEach(walk);
    };
    walk(root);
    assert.deepEqual(["version", "srcLang", "trgLang"].map((name) => root.getAttribute(name)), ["2.1", "en", tag]);
    assert.ok(ids.unit.size >= Object.keys(source).length);
  }
});

const notes = (unit) => [...unit.getElementsByTagNameNS(XLIFF, "note")].map((note) => note.textContent).join("\n");

test("a unit says what it is, where it stands and how long it may be", () => {
  const root = xml(write(german, source));
  const told = (id) => notes(find(root, "unit", id));
  assert.match(told("category.network"), /A title.*\n?.*The way to the service/);
  assert.match(told("timeout.title"), /over “The service didn't answer in time\.”/);
  assert.match(told("payment_overdue"), /under the title “There's a problem with your account”, before the advice “Please contact support\.”[^]*Something is still to be paid[^]*“Contact support”, “Try again”, “Go back”/);
  assert.match(told("access_denied"), /must not hint/);
  assert.match(told("action.enter_pin"), /button\. What it does: Type the PIN\.[^]*under “Incorrect PIN\.”/);
  assert.match(told("action.enter_pin"), /At most 24 columns/);
  assert.match(told("countdown.seconds.one"), /“one” of CLDR: for 1 alone/);
  assert.equal(find(root, "unit", "timeout.title").getAttributeNS(SIZE, "sizeRestriction"), "40");
  assert.ok(!write(readPack("th"), source).includes("sizeRestriction="), "code points say nothing where vowels stand above");
  for (const unit of root.getElementsByTagNameNS(XLIFF, "unit")) assert.ok(notes(unit).length > 20, unit.getAttribute("id"));
});

test("as many plural forms as the language has, each with numbers", () => {
  const root = xml(write(polish, source));
  const group = find(root, "group", "countdown.seconds");
  assert.deepEqual(elements(group).map((unit) => unit.getAttribute("id").split(".").at(-1)), ["one", "few", "many", "other"]);
  const [one, few, many, other] = elements(group);
  assert.match(notes(few), /for 2, 3, 4, 22, 23, 24, 32, 33 …/);
  assert.match(notes(many), /for 0, 5, 6, 7/);
  assert.match(notes(other), /no whole number/);
  const english = (unit) => unit.getElementsByTagNameNS(XLIFF, "source")[0];
  assert.deepEqual([one, few].map((unit) => english(unit).textContent), ["Trying again in  second", "Trying again in  seconds"]);
  const [ph] = elements(english(few));
  assert.deepEqual(["id", "disp", "equiv", "canCopy", "canDelete", "canReorder"].map((name) => ph.getAttribute(name)), ["1", "{$count}", "{$count}", "no", "no", "yes"]);
  assert.equal(elements(english(one))[0].getAttribute("canDelete"), "yes", "one is 1 alone: it may be a word");
});

test("the numbers in the notes are those of Intl", () => {
  for (const tag of others) {
    const [rule, intl] = [readPack(tag).plural, new Intl.PluralRules(tag)];
    for (const n of [0, 1, 2, 3, 5, 7, 11, 12, 21, 22, 100, 101, 111, 1_000_000]) assert.equal(category(rule, n), intl.select(n), `${tag}: ${n}`);
  }
});

test("what English changed since, and what was never translated, is to be done", () => {
  const { "offline.advice": _, ...messages } = german.messages;
  const pack = { ...german, messages, hashes: { ...german.hashes, offline: "00000000", "countdown.hours": "00000000" } };
  const file = write(pack, source);
  const segment = (id) => find(xml(file), "unit", id).getElementsByTagNameNS(XLIFF, "segment")[0];
  assert.deepEqual(["offline", "timeout.title", "offline.advice", "countdown.hours.one"].map((id) => segment(id).getAttribute("state")), ["initial", "translated", "initial", "initial"]);
  assert.match(notes(find(xml(file), "unit", "offline")), /English has changed/);
  assert.match(segment("offline").textContent, /Dieses Gerät/, "the old words are kept");
  const { pack: back, faults, left } = taken(file, pack);
  assert.deepEqual([faults, left], [[], ["offline", "offline.advice", "countdown.hours"]]);
  assert.equal(text(back), text(pack), "and untouched they stay to be done");
});

/** A pack's file with something else in it. */
function changed(from, to, pack = german) {
  const file = fileOf(pack);
  const result = file.replace(from, to);
  assert.notEqual(result, file, String(from));
  return result;
}
const unit = (id, pack = german) => new RegExp(`<unit id="${id.replaceAll(".", "\\.")}"[^]*?</unit>`).exec(fileOf(pack))[0];
/** A pack's file with another translation of a unit. */
const translated = (id, words, pack = german) => changed(unit(id, pack), unit(id, pack).replace(/<target>[^]*<\/target>/, () => `<target>${words}</target>`), pack);
const PH = (id) => `<ph id="${id}" disp="x"/>`;

test("a translation is taken, of today's English", () => {
  const stale = { ...german, hashes: { ...german.hashes, offline: "00000000" } };
  const file = translated("offline", "Das Gerät ist &#x6f;ffline<mrk id=\"m1\" type=\"term\">.</mrk>", stale);
  for (const given of [file, file.replace('state="initial"', 'state="reviewed"'), "\ufeff" + file.replace('version="2.1"', 'version="2.0"')]) {
    const { pack, faults, left } = taken(given, stale);
    assert.deepEqual([faults, left], [[], []]);
    assert.equal(pack.messages.offline, "Das Gerät ist offline.");
    assert.equal(pack.hashes.offline, hash(source.offline));
  }
  const fits = write(stale, source).replace('state="initial"', 'state="translated"');
  assert.equal(taken(fits, stale).pack.hashes.offline, hash(source.offline), "the old words fit");
});

test("a file may hold a part of the messages", () => {
  const part = changed(/<group id="(?!buttons)(\w+)" name="\1">[^]*?\n {4}<\/group>\s*/g, "");
  const { pack, faults, taken: keys } = taken(part, german);
  assert.deepEqual(faults, []);
  assert.ok(keys.every((key) => key.startsWith("action.")));
  assert.deepEqual(pack, german);
});

test("a language that we do not have yet", () => {
  const pack = { locale: "sw", direction: "ltr", digits: "0123456789", plural: "one: n = 1", reviewed: false, messages: {}, hashes: {} };
  const file = write(pack, source);
  assert.equal(taken(file, pack).left.length, Object.keys(source).length);
  const done = file.replace("</source>\n        </segment>", "</source>\n<target>Akaunti</target></segment>");
  assert.deepEqual(taken(done, pack).pack.messages, { "category.sign_in": "Akaunti" });
});

test("who reviewed it", () => {
  const whole = taken(write(german, source), german, true);
  assert.deepEqual([whole.faults, whole.pack.reviewed], [[], true]);
  const reviewed = { ...german, reviewed: true };
  assert.equal(taken(write(reviewed, source), reviewed).pack.reviewed, true);
  assert.equal(taken(translated("offline", "Offline.", reviewed), reviewed).pack.reviewed, false, "new words, and nobody stood behind them");
  const { offline, ...messages } = german.messages;
  const partial = { ...german, messages };
  assert.match(taken(write(partial, source), partial, true).faults[0].expected, /--reviewed: all messages/);
});

const plural = (id) => translated(id, "x", polish);
const faulty = {
  "no XML": ["<xliff", "", /well-formed XML/],
  "an entity": [changed("<target>", "<target>&nbsp;"), "", /without entities/],
  "a document type": [changed("<xliff", '<!DOCTYPE xliff SYSTEM "http://example.com/x.dtd"><xliff'), "", /document type/],
  "XLIFF 1.2": ['<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "", /version 2\.0 or 2\.1/],
  "another source language": [changed('srcLang="en"', 'srcLang="fr"'), "", /srcLang="en"/],
  "an unknown language": [changed('trgLang="de"', 'trgLang="xx"'), "", /a language of/],
  "a path for a language": [changed('trgLang="de"', 'trgLang="../de"'), "", /a language of/],
  "English": [changed('trgLang="de"', 'trgLang="en"'), "", /not English/],
  "an unknown id": [changed('<unit id="offline"', '<unit id="ofline"'), "ofline", /the id of a message/],
  "an id twice": [changed('<unit id="offline.advice"', '<unit id="offline"'), "offline", /each id once/],
  "another English": [changed("<source>This is taking too long", "<source>This takes too long"), "timeout.title", /today's English, "This is taking too long"/],
  "two segments": [changed(unit("offline"), unit("offline").replace("</segment>", "</segment><segment><source>x</source></segment>")), "offline", /one segment/],
  "no words": [translated("offline", " "), "offline", /words/],
  "spaces around": [translated("offline", " Offline."), "offline", /no spaces around/],
  "a line break": [translated("offline", "Off\nline."), "offline", /line breaks/],
  "markup": [translated("offline", "&lt;b&gt;Offline.&lt;/b&gt;"), "offline", /no markup/],
  "markup of XLIFF": [translated("offline", '<pc id="1">Offline.</pc>'), "offline", /no markup/],
  "markup twice escaped": [translated("offline", "A &amp;amp; B."), "offline", /no markup/],
  "a bidi control": [translated("offline", "Off\u202eline."), "offline", /bidi character/],
  "an exclamation mark": [translated("offline", "Offline!"), "offline", /no exclamation mark/],
  "a long title": [translated("timeout.title", "x".repeat(41)), "timeout.title", /at most 40 columns/],
  "a wide title": [translated("timeout.title", "通".repeat(21)), "timeout.title", /at most 40 columns/],
  "a long label": [translated("action.retry", "x".repeat(25)), "action.retry", /at most 24 columns/],
  "a long statement": [translated("offline", "x".repeat(150)), "offline", /at most 160 columns with its advice/],
  "no placeholder": [translated("code.suffix", `${PH(1)}`), "code.suffix", /the placeholder \{\$code\} once/],
  "a placeholder twice": [translated("code.suffix", `${PH(1)} ${PH(1)} ${PH(2)}`), "code.suffix", /\{\$message\} once/],
  "a strange placeholder": [translated("code.suffix", `${PH(1)} ${PH(2)} ${PH(3)}`), "code.suffix", /the placeholders of English/],
  "a placeholder in letters": [translated("code.suffix", `${PH(1)} ({$code})`), "code.suffix", /no braces/],
};
for (const [name, [file, id, expected]] of Object.entries(faulty)) {
  test(`not taken: ${name}`, () => {
    const { faults } = taken(file, german);
    assert.ok(faults.some((fault) => fault.unit === id && expected.test(fault.expected)), JSON.stringify(faults));
  });
}

test("not taken: a plural form that is missing", () => {
  for (const file of [changed(unit("countdown.hours.few", polish), "", polish), changed(/(id="countdown\.hours\.few"[^]*?)<target>[^]*?<\/target>/, "$1", polish)]) {
    const { faults } = taken(file, polish);
    assert.deepEqual(faults, [{ unit: "countdown.hours", expected: "all plural forms: one, few, many, other", found: "none for few" }]);
  }
  assert.match(taken(plural("countdown.hours.few"), polish).faults[0].expected, /\{\$count\} once/);
  assert.deepEqual(taken(plural("countdown.hours.one"), polish).faults, [], "one is 1 alone");
});

test("the commands", () => {
  const tool = fileURLToPath(new URL("../../tools/xliff/xliff.mjs", import.meta.url));
  const run = (...args) => spawnSync(process.execPath, [tool, ...args], { encoding: "utf8" });
  const folder = mkdtempSync(join(tmpdir(), "xliff-"));
  const file = join(folder, "de.xlf");
  try {
    assert.equal(run("export", folder, "de", "ja").status, 0);
    assert.equal(readFileSync(file, "utf8"), write(german, source));
    assert.ok(existsSync(join(folder, "ja.xlf")) && !existsSync(join(folder, "ar.xlf")));
    const same = run("import", file);
    assert.deepEqual([same.status, same.stderr], [0, ""]);
    assert.match(same.stdout, /^locales\/de\.json: \d+ messages taken$/m);
    writeFileSync(file, translated("offline", "Offline!"));
    const fault = run("import", file);
    assert.equal(fault.status, 1);
    assert.equal(fault.stderr, `${file}: offline: expected no exclamation mark; found "Offline!"\n`);
    assert.deepEqual(readPack("de"), german);
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x3c, 0x00]));
    assert.match(run("import", file).stderr, /a file of UTF-8/);
    assert.deepEqual([run("export", folder, "../de"), run("export", folder, "en"), run("import"), run()].map(({ status }) => status), [2, 2, 2, 2]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("messages as pieces", () => {
  const all = others.flatMap((tag) => Object.values(readPack(tag).messages));
  for (const words of all) assert.equal(message(parse(words)), words);
  assert.deepEqual(parse(".input { $n  :integer }\n.match $n 1 {{a\\{}} * {{{ $n }}}"), { count: "n", forms: [["1", ["a{"]], ["*", [{ name: "n" }]]] });
  for (const words of ["{", "}", "{$}", "\\x", "{{a}} b", ".match $n * {{a}}", ".input {$n :integer} .match $n 1 {{a}}"]) assert.throws(() => parse(words), SyntaxError, words);
});

test("columns are those of tests/data.rs", () => {
  assert.deepEqual(["abc", "日本", "กำ", "สิ้น", "한국", "हिन्दी", "Ä", "e\u0301"].map(columns), [3, 4, 2, 2, 4, columns("हिन्दी"), 1, 1]);
});
