// plainly/react on a server: words as HTML, with React 18 and 19, and without a page.

import assert from "node:assert/strict";
import { buildSync } from "esbuild";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { create } from "../../pkg/dist/js.js";
import ar from "../../pkg/dist/locales/ar.js";
import ja from "../../pkg/dist/locales/ja.js";

const english = create({ locales: "en", support: { phone: "+1 555 0100" } });
const BLOCKED = { status: 401, headers: { "X-Request-Id": "abc-123" }, body: '{"error":{"code":490}}' };
const BUSY = { status: 503, headers: { "Retry-After": "20" } };

// Beside the packages that it needs: what is bundled names React's own ones for Node.js.
const folder = mkdtempSync(fileURLToPath(new URL("../../build/react-", import.meta.url)));
after(() => rmSync(folder, { recursive: true }));

/** The package with the React of a version, and what draws with it. */
async function withReact(version) {
  const alias = version === 18 ? { react: "react-18", "react-dom": "react-dom-18" } : {};
  const contents = 'export * from "./pkg/dist/react.js"; export { createElement, StrictMode, version } from "react"; export { renderToString, renderToPipeableStream } from "react-dom/server";';
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const { outputFiles: [{ text }] } = buildSync({ stdin: { contents, resolveDir: root }, bundle: true, write: false, platform: "node", format: "cjs", alias });
  const file = `${folder}/react-${version}.cjs`;
  writeFileSync(file, text);
  return createRequire(import.meta.url)(file);
}

for (const version of [18, 19]) {
  const { createElement: e, Notice, PlainlyBoundary, PlainlyProvider, renderToString, StrictMode, useCountdown, useNotice, usePlainly, version: found } = await withReact(version);
  const draw = (plainly, children, more) => {
    const complaints = [];
    const { error, warn } = console;
    console.error = console.warn = (...told) => complaints.push(told.join(" "));
    try {
      return renderToString(e(StrictMode, null, e(PlainlyProvider, { plainly, ...more }, children)));
    } finally {
      Object.assign(console, { error, warn });
      assert.deepEqual(complaints, []);
    }
  };
  const named = (name, work) => test(`React ${version}: ${name}`, work);

  named("it is the one that is asked for, and there is no page", () => {
    assert.equal(Number(found.split(".")[0]), version);
    assert.equal(typeof window + typeof document, "undefinedundefined");
  });

  named("a notice's words and buttons are HTML", () => {
    const html = draw(english, e(Notice, { error: BLOCKED }));
    const { title, text, actions } = english.explain(BLOCKED);
    for (const each of [title, text, ...actions.map(({ label }) => label)]) assert.ok(html.includes(each.replaceAll("'", "&#x27;")), each);
    assert.match(html, /<div class="plainly plainly-page"><div class="plainly-notice plainly-screen plainly-\w+" part="notice" tabindex="-1" role="alertdialog" lang="en" dir="ltr" aria-modal="true"/);
    assert.match(html, /<bdi dir="ltr">abc-123<\/bdi>/);
    assert.match(html, /<button type="button" class="plainly-action" part="action" data-kind="contact_support">/);
    assert.match(html, /<circle class="plainly-left"[^>]* stroke-width="3" stroke-dasharray="[\d.]+"/);
    assert.doesNotMatch(html, /style=|onclick|undefined|<script/);
  });

  named("what names a part by an id finds it", () => {
    const html = draw(english, [e(Notice, { key: "a", error: BLOCKED }), e(Notice, { key: "b", error: BUSY })]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const used = [...html.matchAll(/ aria-(?:labelledby|describedby)="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(used.length, 4);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of used) assert.ok(ids.includes(id), id);
  });

  for (const pack of [ar, ja]) {
    named(`in ${pack.locale}, also of a notice that was made in English`, () => {
      const plainly = english.with({ locales: pack.locale, packs: [pack] });
      for (const props of [{ error: BLOCKED }, { notice: english.explain(BLOCKED) }]) {
        const html = draw(plainly, e(Notice, props));
        assert.ok(html.includes(plainly.explain(BLOCKED).title));
        assert.ok(html.includes(`lang="${pack.locale}" dir="${pack.direction || "ltr"}"`));
      }
    });
  }

  named("themes, boxes within a page, and what stands beside an input", () => {
    assert.match(draw(english, e(Notice, { error: BLOCKED, theme: "television", modal: false })), /^<div class="plainly plainly-television"><div class="[^"]+" part="notice" tabindex="-1" role="alertdialog" lang="en" dir="ltr" aria-labelledby/);
    assert.match(draw(english, e(Notice, { error: { status: 401, body: { error: "invalid_credentials" } } })), /plainly-inline[^>]+role="group"/);
  });

  named("nothing is drawn where there is nothing to show", () => {
    for (const props of [{}, { error: null }, { error: undefined }, { error: new DOMException("gone", "AbortError") }]) assert.equal(draw(english, e(Notice, props)), "");
    assert.equal(draw(undefined, e(Notice, { error: BLOCKED })), "");
  });

  named("children are drawn at once where an explainer is promised", () => {
    const Child = () => e("p", null, String(usePlainly()));
    assert.equal(draw(new Promise(() => undefined), e(Child)), "<p>undefined</p>");
    assert.equal(draw(english, e(() => e("p", null, usePlainly().locale))), "<p>en</p>");
  });

  named("nothing counts on a server", () => {
    const Child = () => {
      const notice = useNotice(BUSY);
      return e("p", null, `${notice.reason} ${useCountdown(notice)}`);
    };
    assert.equal(draw(english, e(Child)), "<p>service_unavailable undefined</p>");
  });

  named("hostile words stay words", () => {
    const html = draw(english, e(Notice, { notice: { ...english.explain(BLOCKED), title: "<img src=x onerror=alert(1)>", requestId: '"><script>' } }));
    assert.doesNotMatch(html, /<img|<script/);
  });

  named("a boundary draws what is in it", () => {
    assert.equal(draw(english, e(PlainlyBoundary, null, e("p", null, "here"))), "<p>here</p>");
  });
}

test("both kinds of module say that they are of a client, and bring neither React nor the screen", () => {
  for (const [file, screen] of [["react.js", 'from"./screen.js"'], ["react.cjs", 'require("./screen.cjs")']]) {
    const text = readFileSync(new URL(`../../pkg/dist/${file}`, import.meta.url), "utf8");
    assert.ok(text.startsWith('"use client";\n'), file);
    assert.ok(text.includes(screen), file);
    assert.doesNotMatch(text, /plainly-action|__SECRET_INTERNALS|__CLIENT_INTERNALS/);
  }
});
