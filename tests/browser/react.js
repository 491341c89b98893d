// plainly/react in a page, with the React that the server has put into this file.

import { createElement as e, createRef, StrictMode, useState, version } from "react";
import { createPortal, flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { create } from "../../pkg/dist/js.js";
import ar from "../../pkg/dist/locales/ar.js";
import ja from "../../pkg/dist/locales/ja.js";
import { Notice, PlainlyBoundary, PlainlyProvider, useCountdown, useNotice, usePlainly } from "../../pkg/dist/react.js";
import { checks } from "./checks.js";

const { check, result } = checks();
const english = create({ locales: "en", support: { phone: "+1 555 0100" } });
const [arabic, japanese] = [ar, ja].map((pack) => english.with({ locales: pack.locale, packs: [pack] }));

const blocked = () => ({ status: 401, body: { error: { code: 490 } } });
/** Of a random number that is known: it is remembered of the error. */
const busy = (seconds) => {
  const error = { status: 503, headers: { "Retry-After": String(seconds) } };
  english.explainThrown(error, { random: 0 });
  return error;
};
const wrongPassword = () => ({ status: 401, body: { error: "invalid_credentials" } });

const complaints = [];
const { error, warn } = console;
for (const level of ["error", "warn"]) console[level] = (...told) => complaints.push(told.join(" "));
const quietly = (work) => {
  const made = work();
  complaints.length = 0;
  return made;
};

// What would be left behind.
const left = { listeners: new Set(), timers: new Set() };
const names = new Map();
/** One text for each of all functions, on each target. */
const nameOf = (target, type, react) => {
  if (!names.has(react)) names.set(react, names.size);
  return [target === window, type, names.get(react)].join();
};
const HEARD = ["keydown", "visibilitychange", "online", "offline"];
for (const target of [document, window]) {
  const { addEventListener: add, removeEventListener: remove } = target;
  target.addEventListener = (type, react, ...rest) => {
    if (HEARD.includes(type)) left.listeners.add(nameOf(target, type, react));
    add.call(target, type, react, ...rest);
  };
  target.removeEventListener = (type, react, ...rest) => {
    left.listeners.delete(nameOf(target, type, react));
    remove.call(target, type, react, ...rest);
  };
}
const { setTimeout: later, clearTimeout: never } = window;
window.setTimeout = (work, ms, ...rest) => {
  const timer = later(() => {
    left.timers.delete(timer);
    work();
  }, ms, ...rest);
  if (ms >= 90) left.timers.add(timer);
  return timer;
};
window.clearTimeout = (timer) => {
  left.timers.delete(timer);
  never(timer);
};
const pause = (ms) => new Promise((go) => later(go, ms));

async function until(test, ms = 5000) {
  const end = performance.now() + ms;
  while (!test()) {
    if (performance.now() > end) throw new Error(`it does not happen that ${test}`);
    await pause(20);
  }
}

/** Faults where two things differ. */
const same = (found, expected) => (JSON.stringify(found) === JSON.stringify(expected) ? [] : [`${JSON.stringify(found)} is not ${JSON.stringify(expected)}`]);
const find = (name) => document.querySelector(".plainly-" + name);
const text = (name) => find(name) && find(name).textContent;
const buttons = () => [...document.querySelectorAll(".plainly-action")];

/** Components below a provider, in StrictMode, in an element of their own. */
function page() {
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  return {
    host,
    draw: (children, given = { plainly: english }) => flushSync(() => root.render(e(StrictMode, null, e(PlainlyProvider, given, children)))),
    remove() {
      flushSync(() => root.unmount());
      host.remove();
    },
  };
}

/** As the checks are run: nothing is complained of, and nothing left behind. */
async function scene(name, act) {
  await check(name, async () => {
    complaints.length = 0;
    const faults = [];
    const stage = page();
    const before = { listeners: left.listeners.size, timers: left.timers.size };
    try {
      faults.push(...(await act(stage)));
    } finally {
      stage.remove();
    }
    await pause(0);
    faults.push(...same({ listeners: left.listeners.size, timers: left.timers.size }, before), ...complaints.map((each) => `complaint: ${each}`));
    if (document.querySelector(".plainly")) faults.push("something is left in the page");
    return faults;
  });
}

async function run() {
  await scene("a notice is drawn once, with the focus on its first button, and gives it back", async ({ draw, host }) => {
    const input = host.parentNode.insertBefore(document.createElement("input"), host);
    input.focus();
    draw(e(Notice, { error: blocked() }));
    const faults = same([document.querySelectorAll(".plainly-notice").length, text("title"), document.activeElement === buttons()[0]],
      [1, english.explain(blocked()).title, true]);
    faults.push(...same(getComputedStyle(find("screen")).position, "fixed"));
    draw(null);
    faults.push(...same([find("notice"), document.activeElement === input], [null, true]));
    input.remove();
    return faults;
  });

  await scene("drawing again changes nothing, and handlers are those of the last time", async ({ draw }) => {
    const error = blocked();
    const called = [];
    const app = (name) => draw(e(Notice, { error, handlers: { retry: () => void called.push(name) } }), { plainly: english, handlers: { go_back: () => void called.push("back") } });
    app("first");
    const element = find("notice");
    buttons()[1].focus();
    app("second");
    const faults = same([find("notice") === element, document.activeElement === buttons()[1]], [true, true]);
    buttons().filter(({ dataset }) => dataset.kind === "retry")[0].click();
    buttons().filter(({ dataset }) => dataset.kind === "go_back")[0].click();
    app("third");
    return faults.concat(same(called, ["second", "back"]), same(find("notice"), null));
  });

  await scene("support's contacts open and close", async ({ draw }) => {
    draw(e(Notice, { error: blocked() }));
    const [button] = buttons().filter(({ dataset }) => dataset.kind === "contact_support");
    button.click();
    const faults = same(text("contact"), "+1 555 0100");
    button.click();
    return faults.concat(same(text("contact"), ""));
  });

  await scene("another language is other words of the same, with focus and countdown where they were", async ({ draw }) => {
    const error = busy(20);
    const app = (plainly) => draw(e(Notice, { error, handlers: { retry: () => undefined } }), { plainly });
    app(english);
    const kind = buttons()[buttons().length - 1].dataset.kind;
    buttons()[buttons().length - 1].focus();
    await until(() => text("countdown") === english.countdown(18_000));
    app(arabic);
    const faults = same([find("notice").lang, find("notice").dir, document.activeElement.dataset.kind, find("wait").hidden], ["ar", "rtl", kind, false]);
    if (![17_000, 18_000].some((ms) => text("countdown") === arabic.countdown(ms))) faults.push(`the countdown says ${text("countdown")}`);
    app(japanese);
    faults.push(...same([find("notice").lang, text("title")], ["ja", japanese.explain(busy(20)).title]));
    app(english);
    await until(() => text("countdown") === english.countdown(16_000));
    return faults;
  });

  await scene("a notice that is shown before in another language is said in this one", async ({ draw }) => {
    draw(e(Notice, { notice: english.explain(blocked()) }), { plainly: japanese });
    return same(text("title"), japanese.explain(blocked()).title);
  });

  await scene("a countdown calls the handler once", async ({ draw }) => {
    let calls = 0;
    draw(e(Notice, { error: busy(3), handlers: { retry: () => void (calls += 1) } }));
    await until(() => calls > 0);
    await pause(300);
    return same(calls, 1);
  });

  await scene("a call's own countdown is hurried by its own retryNow", async ({ draw }) => {
    let hurried = 0;
    draw(e(Notice, { error: busy(20), call: { id: 1, final: false, retryAt: Date.now() + 9000, retryNow: () => { hurried += 1; } } }));
    const faults = same(text("countdown"), english.countdown(9000));
    buttons().filter(({ dataset }) => dataset.kind === "retry")[0].click();
    return faults.concat(same(hurried, 1));
  });

  await scene("what goes while it counts leaves nothing", async ({ draw }) => {
    draw(e(Notice, { error: busy(20), handlers: { retry: () => undefined } }));
    const faults = left.timers.size > 0 && left.listeners.size > 0 ? [] : ["nothing runs"];
    draw(null);
    return faults;
  });

  await scene("a voice hears it once, and a live region says it to whoever is elsewhere", async ({ draw }) => {
    const error = blocked();
    const heard = [];
    const app = (plainly) => draw(e("div", null, e("button", { id: "other" }, "other"), e(Notice, { error, modal: false, speak: (words) => heard.push(words) })), { plainly });
    draw(e("div", null, e("button", { id: "other" }, "other")));
    document.getElementById("other").focus();
    app(english);
    const begun = heard.length; // StrictMode shows it, takes it away, and shows it again
    app(english);
    const region = () => document.querySelector('[aria-live="' + english.explain(error).politeness + '"]');
    await until(() => region().textContent);
    const faults = same([heard.length, region().textContent, document.activeElement.id], [begun, english.explain(error).spoken, "other"]);
    app(japanese);
    await until(() => region().lang === "ja");
    return faults.concat(same([heard.length, region().textContent], [begun + 1, japanese.explain(error).spoken]));
  });

  await scene("beside an input it stands where the component does", async ({ draw }) => {
    const input = { current: null };
    draw(e("form", null, e("label", null, "Password ", e("input", { ref: input })), e("hr"), e(Notice, { error: wrongPassword(), beside: input })));
    const faults = same([find("inline") !== null, input.current.getAttribute("aria-invalid"), document.activeElement === input.current], [true, "true", true]);
    faults.push(...same(document.querySelector("hr").nextElementSibling.contains(find("inline")), true));
    faults.push(...same(document.getElementById(input.current.getAttribute("aria-describedby")) !== null, true));
    draw(e("form", null, e("label", null, "Password ", e("input", { ref: input }))));
    return faults.concat(same(input.current.getAttribute("aria-invalid"), null));
  });

  await scene("within a portal it stands there, and covers its box alone where it is not modal", async ({ draw }) => {
    const elsewhere = document.body.appendChild(document.createElement("section"));
    draw(createPortal(e(Notice, { error: blocked(), modal: false }), elsewhere));
    const faults = same([elsewhere.contains(find("notice")), getComputedStyle(find("screen")).position], [true, "absolute"]);
    draw(null);
    elsewhere.remove();
    return faults;
  });

  await scene("a promise of an explainer: children at once, notices when it has come", async ({ draw }) => {
    let keep;
    const plainly = new Promise((kept) => { keep = kept; });
    const heard = [];
    const error = blocked();
    const Child = () => {
      const now = usePlainly();
      heard.push(now && now.locale);
      return e("section", { id: "child" }, "here", e(Notice, { error }));
    };
    draw(e(Child), { plainly });
    const faults = same([document.getElementById("child").textContent, heard[0]], ["here", undefined]);
    keep(japanese);
    await until(() => find("notice"));
    faults.push(...same(find("notice").lang, "ja"));
    draw(e(Child), { plainly: Promise.resolve(arabic) });
    faults.push(...same(find("notice").lang, "ja"));
    await until(() => find("notice").lang === "ar");
    return faults;
  });

  await scene("useNotice explains once for each error, and words it anew for each language", async ({ draw }) => {
    const seen = [];
    let explained = 0;
    const counting = (plainly) => ({ ...plainly, explainThrown: (error) => { explained += 1; return plainly.explainThrown(error); } });
    const [first, second] = [counting(english), counting(japanese)];
    const Child = ({ error }) => {
      seen.push(useNotice(error));
      return null;
    };
    const once = version < "19" ? 2 : 1; // in StrictMode React 18 draws all twice, from the first
    const error = busy(20);
    const last = () => seen[seen.length - 1];
    draw(e(Child, { error }), { plainly: first });
    const shown = last();
    const { retry } = shown;
    draw(e(Child, { error }), { plainly: first });
    const faults = same([last() === shown, explained], [true, once]);
    draw(e(Child, { error }), { plainly: second });
    faults.push(...same([last().locale, last().retry, explained], ["ja", retry, once]));
    draw(e(Child, { error }), { plainly: first });
    faults.push(...same([last().locale, last().title, explained], ["en", shown.title, once]));
    draw(e(Child, { error: busy(20) }), { plainly: first });
    faults.push(...same(explained, 2 * once));
    draw(e(Child, { error: null }), { plainly: first });
    return faults.concat(same(last(), undefined));
  });

  await scene("useCountdown counts in one timer, on from where it was in another language", async ({ draw }) => {
    let told;
    const Child = ({ error, call }) => {
      told = useCountdown(useNotice(error), call);
      return null;
    };
    const error = busy(20);
    const before = left.timers.size;
    draw(e(Child, { error }));
    await until(() => told);
    const faults = same([told.words, told.share > 0.9, left.timers.size - before], [english.countdown(20_000), true, 1]);
    await until(() => told.words === english.countdown(19_000));
    draw(e(Child, { error }), { plainly: japanese });
    if (![18_000, 19_000].some((ms) => told.words === japanese.countdown(ms))) faults.push(`it says ${told.words}`);
    faults.push(...same(left.timers.size - before, 1));
    draw(e(Child, { error, call: { final: true } }), { plainly: japanese });
    faults.push(...same(told, undefined));
    draw(e(Child, { error: blocked() }));
    return faults.concat(same(told, undefined));
  });

  await scene("no error is none, in each way that one says so", async ({ draw }) => [undefined, null, false].flatMap((error) => {
    draw(e(Notice, { error }));
    return same(find("notice"), null);
  }));

  await scene("an input that stands below its notice, from the first", async ({ draw }) => {
    const ref = createRef();
    draw(e("div", null, e(Notice, { error: wrongPassword(), beside: ref }), e("input", { ref })));
    await until(() => ref.current.getAttribute("aria-invalid") === "true");
    return same(document.querySelectorAll(".plainly-notice").length, 1);
  });

  await check("what a boundary caught is shown, and tried again", async () => {
    const stage = page();
    let broken = true;
    let resets = 0;
    const Child = () => {
      if (broken) throw new TypeError("undefined is not a function");
      return e("p", { id: "mended" }, "here");
    };
    stage.draw(e(PlainlyBoundary, { onReset: () => { resets += 1; } }, e(Child)));
    const faults = same(text("title"), english.explainThrown(new TypeError("undefined is not a function")).title);
    broken = false;
    const again = buttons().filter(({ dataset }) => dataset.kind === "retry" || dataset.kind === "reload")[0] || buttons()[0];
    flushSync(() => again.click());
    faults.push(...same([find("notice"), resets, document.getElementById("mended") !== null], [null, 1, true]));
    stage.remove();
    return faults;
  });

  for (const error of [blocked(), wrongPassword()]) {
    await check(`a server's HTML is taken over without a word: ${english.explain(error).reason}`, async () => {
      const host = document.body.appendChild(document.createElement("div"));
      const App = () => {
        const [count, setCount] = useState(0);
        return e(StrictMode, null, e(PlainlyProvider, { plainly: arabic }, e("button", { id: "count", onClick: () => setCount(count + 1) }, String(count)), e(Notice, { error })));
      };
      host.innerHTML = quietly(() => renderToString(e(App)));
      const faults = same([text("title"), find("notice").lang, find("notice").dir], [arabic.explain(error).title, "ar", "rtl"]);
      const html = find("notice");
      const looks = find("body").getBoundingClientRect().toJSON();
      const recovered = [];
      const root = hydrateRoot(host, e(App), { onRecoverableError: (fault) => recovered.push(String(fault)) });
      await until(() => find("notice") && find("notice") !== html);
      faults.push(...same([recovered, complaints], [[], []]), ...same(document.querySelectorAll(".plainly-notice").length, 1));
      faults.push(...same(find("body").getBoundingClientRect().toJSON(), looks));
      flushSync(() => document.getElementById("count").click());
      faults.push(...same([document.getElementById("count").textContent, document.querySelectorAll(".plainly-notice").length], ["1", 1]));
      flushSync(() => root.unmount());
      host.remove();
      return faults.concat(same([find("notice"), complaints], [null, []]));
    });
  }

  await check("this is the React that was asked for", () => same(version.split(".")[0], new URLSearchParams(location.search).get("react")));
  return { passed: result.passed, failed: result.failed.map((each) => `React ${version}: ${each}`) };
}

window.done = run().finally(() => Object.assign(console, { error, warn }));
