// Runs in the browser, on screen.html: the longest notices of every language on screens of every size, each a frame of that
// size. Whether all of it is to be seen, whatever letters the machine has.

import { languages } from "../../www/languages.js";
import { checks } from "./checks.js";

const SIZES = [
  { width: 1280, height: 720, theme: "television", lines: 2 },
  { width: 1920, height: 1080, theme: "television", lines: 2 },
  { width: 3840, height: 2160, theme: "television", lines: 2 },
  { width: 1024, height: 768, theme: "television", lines: 3 },
  { width: 720, height: 576, theme: "television", lines: 3 },
  { width: 400, height: 800, theme: "light", lines: 3 },
];
/** Where support's contacts are opened: also on a television on its side, and on a page at 400 %. */
const REACHED = [...SIZES, { width: 1080, height: 1920, theme: "television" }, { width: 320, height: 256, theme: "light" }];
const LONG = { phone: "+44 20 7946 0000", email: "customer.support.department@telecommunications.example.com", url: `https://help.example.com/tv/${"account".repeat(9)}` };
const CASES = ["delivery", "families", "identity", "licences-and-payments", "ministra", "retry", "statuses", "vocabulary"];
const TEXTS = [".plainly-title", ".plainly-message", ".plainly-wait", ".plainly-corner", ".plainly-action"];
const RING = 6; // px of a button's focus around it

/** Of what cases explain, one failure for all that are told alike. */
async function failures(speaker) {
  const found = {};
  for (const name of CASES) {
    for (const { failure, context } of await (await fetch(`/tests/cases/${name}.json`)).json()) {
      if (!failure) continue;
      const notice = speaker.explain(failure, { ...context, random: 0.5 });
      const alike = [notice.title, notice.words, notice.retry.kind, notice.actions.length].join();
      if (notice.presentation === "screen" && !found[alike]) found[alike] = { failure, context: { ...context, random: 0.5 } };
    }
  }
  return Object.values(found);
}

/** The measures by which a notice can be too long. */
const LENGTHS = [
  ({ title }) => title.length,
  ({ text }) => text.length,
  ({ title, text, actions }) => title.length + text.length + actions.reduce((sum, { label }) => sum + label.length, 0),
  ({ actions }) => Math.max(...actions.map(({ label }) => label.length)),
];

async function longest(speaker, given) {
  const notices = given.map(({ failure, context }) => speaker.explain(failure, context));
  return LENGTHS.map((length) => notices.reduce((most, each) => (length(each) > length(most) ? each : most)))
    .filter((each, at, all) => all.indexOf(each) === at);
}

/** What cannot be seen whole in a frame's window. */
function unseen(frame, { width, height, theme, lines }) {
  const { document: page } = frame;
  const style = (element) => frame.getComputedStyle(element);
  const faults = [];
  const television = theme === "television";
  const [aside, above] = television ? [width * 0.05, height * 0.05] : [0, 0];
  const notice = page.querySelector(".plainly-notice");
  const inside = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < aside - 0.5 || right > width - aside + 0.5 || top < above - 0.5 || bottom > height - above + 0.5) faults.push(`${element.className} is at ${[left, top, right, bottom].map(Math.round)}`);
  };
  if (notice.scrollHeight > notice.clientHeight || notice.scrollWidth > notice.clientWidth) faults.push(`it is ${notice.scrollWidth} by ${notice.scrollHeight} large`);
  TEXTS.forEach((name) => notice.querySelectorAll(name).forEach((each) => {
    if (each.scrollWidth > each.clientWidth + 1 || (style(each).overflowY !== "visible" && each.scrollHeight > each.clientHeight + 1)) faults.push(`${name} is cut: ${each.textContent}`);
    if (each.offsetWidth) inside(each);
  }));
  const title = notice.querySelector(".plainly-title");
  const count = Math.round(title.getBoundingClientRect().height / parseFloat(style(title).lineHeight));
  if (count > lines) faults.push(`the title takes ${count} lines: ${title.textContent}`);
  const { activeElement: active } = page;
  if (!notice.contains(active)) return [...faults, "nothing has the focus"];
  const { outlineStyle, outlineWidth, outlineColor } = style(active);
  if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 2 || /, 0\)$/.test(outlineColor)) faults.push(`the focus is drawn ${outlineStyle} ${outlineWidth} ${outlineColor}`);
  const { left, right, top, bottom } = active.getBoundingClientRect();
  if (left < RING || top < RING || right > width - RING || bottom > height - RING) faults.push("the focus is cut");
  return faults;
}

/** What of the words goes beyond the sides once support's contacts are shown, and what their code lies over. */
function reached(frame) {
  const notice = frame.document.querySelector(".plainly-notice");
  notice.querySelector("[data-kind=contact_support]").click();
  const faults = notice.scrollWidth > notice.clientWidth ? [`with contacts it is ${notice.scrollWidth} wide`] : [];
  const code = notice.querySelector(".plainly-qr").getBoundingClientRect();
  notice.querySelectorAll("h2, p, button, bdi").forEach((each) => {
    const range = frame.document.createRange();
    range.selectNodeContents(each);
    const boxes = each.tagName === "BUTTON" ? [each.getBoundingClientRect()] : [...range.getClientRects()];
    if (boxes.some(({ left, right, top, bottom }) => right > code.left && left < code.right && bottom > code.top && top < code.bottom)) faults.push(`the code lies over ${each.textContent}`);
  });
  return faults;
}

/** A page of a size; `{ frame, mount }`. */
function opened({ width, height }) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { width, height, src: "screen.html" });
  frame.setAttribute("frameborder", "0");
  return new Promise((done) => {
    window.ready = (mount) => done({ frame, mount });
    frame.onload = () => frame.contentDocument.head.append(Object.assign(frame.contentDocument.createElement("script"), { type: "module", src: "geometry.js" }));
    document.body.append(frame);
  });
}

/** `{ passed, failed: [text] }` */
async function run() {
  const { check, result } = checks();
  const { create } = await import("../../pkg/dist/js.js");
  const support = { phone: "+44 20 7946 0000", email: "help@example.com", url: "help.example.com/tv" };
  const english = create({ locales: "en", support, online: () => true });
  const given = await failures(english);
  await check("there is enough to choose from", () => (given.length > 40 ? [] : [`${given.length} failures`]));
  const chosen = [];
  for (const { tag } of languages) {
    const pack = tag === "en" ? undefined : (await import(`../../pkg/dist/locales/${tag}.js`)).default;
    const speaker = english.with({ locales: tag, packs: pack ? [pack] : [] });
    chosen.push({ tag, speaker, notices: await longest(speaker, given) });
  }
  for (const size of SIZES) {
    const { frame, mount } = await opened(size);
    frame.contentWindow.focus();
    for (const { tag, speaker, notices } of chosen) {
      await check(`${tag}, ${size.width} by ${size.height}`, () => {
        const screen = mount(frame.contentDocument.body, { plainly: speaker, theme: size.theme });
        const faults = notices.flatMap((notice) => {
          // With all that can stand beside it: a countdown, a request's name.
          const counted = { ...notice, requestId: "0af7651916cd43dd8448eb211c80319c", retry: { kind: "auto", delayMs: 3_599_000, attempt: 2 } };
          const all = [[{ ...notice, requestId: counted.requestId }], [counted, { id: 1, retryAt: Date.now() + 3_599_000 }]].flatMap((shown) => {
            screen.show(...shown);
            return unseen(frame.contentWindow, size);
          });
          return all.map((fault) => `${notice.locale} ${notice.reason}: ${fault}`);
        });
        screen.destroy();
        return notices[0].locale === tag ? [...new Set(faults)] : [`it speaks ${notices[0].locale}`];
      });
    }
    frame.remove();
  }
  const { qr } = await import("../../pkg/dist/qr.js");
  for (const size of REACHED) {
    const { frame, mount } = await opened(size);
    for (const { tag, speaker } of chosen) {
      await check(`${tag}, ${size.width} by ${size.height}, contacts`, () => {
        const plainly = speaker.with({ support: size.theme === "television" ? support : LONG });
        const screen = mount(frame.contentDocument.body, { plainly, theme: size.theme, qr });
        screen.show(plainly.explain({ status: 401, body: { error: { code: 490 } } }, { provider: "ministra" }));
        const faults = reached(frame.contentWindow);
        screen.destroy();
        return faults;
      });
    }
    frame.remove();
  }
  return result;
}

if (parent === window) window.done = run();
else import("../../pkg/dist/screen.js").then(({ mount }) => parent.ready(mount));
