// Chooses a failure, a language and a code style, and lives through the notice as an app would.

import { read, write } from "./address.js";
import { all, h, pressed, put } from "./dom.js";
import { mount, open } from "./engine.js";
import { failures } from "./failures.js";
import { Grid } from "./grid.js";
import { glyph, look } from "./icons.js";
import { codeStyles, languages } from "./languages.js";
import { navigate } from "./navigate.js";
import { forget, log, tell } from "./panel.js";
import { Paste } from "./paste.js";
import { Scene } from "./scene.js";

const SUPPORT = { phone: "+1 555 010 0199", url: "help.example.com" };
const RESEND = 800; // how long a repeated call seems to be on its way
const REFRESH = 2500; // how long a silent refresh seems to take
const NEVER = 1e12; // from now, for a clock that is stopped

const at = (id) => document.getElementById(id);
const tv = at("tv");
const scene = new Scene(tv);
const paste = new Paste((entry) => { pasted = entry; choose("paste"); });
const grid = new Grid(at("grid"), languages, (tag) => leaveGrid({ lang: tag }));
const speakers = new Map();

let pasted;
let voice; // the explainer in use
let notice;
let call; // what the app knows of the call: attempt, refreshed, signedIn
let shown; // what the screen is told of it: whether and when it is repeated, and the input that it is about
let turn = 0; // which wish is the latest
let timer;
let watching = false; // whether the viewer had the focus when the call was repeated
let now = read();

const screen = mount(tv, {
  // The language changes while a notice is shown.
  plainly: {
    reword: (given, how) => voice.reword(given, how),
    countdown: (left) => voice.countdown(now.hold && left > 0 ? notice.retry.delayMs : left),
  },
  handlers: {
    retry: retryNow,
    confirm_retry: retryNow,
    sign_in: () => again({ signedIn: true }, "after signing in"),
    refresh_token: () => again({ refreshed: true }, "token refreshed"),
    go_back: () => back(tv),
    exit_app: () => back(tv),
  },
  theme: "television",
  modal: false,
  online: () => (entryOf(now.failure).context || {}).online !== false,
  // A form has signs of its own.
  icon: (given) => (given.presentation === "screen" ? glyph(look(given).glyph) : undefined),
  onAction: ({ kind }) => log("viewer chose " + kind),
  onClose: () => scene.home(),
});

// One for each language and style.
function speaker({ lang, style }) {
  const options = { locales: [lang], codeStyle: style, support: SUPPORT, onReport: report };
  const key = lang + " " + style;
  if (!speakers.has(key)) {
    const made = open(options);
    speakers.set(key, made);
    made.catch(() => speakers.delete(key));
  }
  return speakers.get(key);
}

function report(entry) {
  log("report: " + Object.keys(entry).map((name) => entry[name]).filter((value) => typeof value !== "object").join(" "));
}

function entryOf(id) {
  return id === "paste" ? pasted : failures.filter((entry) => entry.id === id)[0];
}

// What a real app would have caught.
function thrown({ name, message }) {
  return name === "TypeError" ? new TypeError(message) : new DOMException(message, name);
}

// Another call fails for the first time.
function begin() {
  const entry = entryOf(now.failure);
  call = { attempt: now.attempt };
  forget();
  log("attempt " + call.attempt + ": " + (entry.thrown ? entry.thrown.name : "HTTP " + (entry.failure.status || "–")));
  screen.hide();
  return fail();
}

function fail() {
  clearTimeout(timer);
  notice = undefined;
  return say();
}

// In the language of now: what has just failed is explained, what was explained before is said in other words.
function say() {
  const mine = ++turn;
  return speaker(now).then((speaking) => {
    if (mine !== turn) return;
    voice = speaking;
    if (notice) {
      notice = voice.reword(notice);
    } else {
      notice = explained();
      expect();
    }
    if (now.view === "grid") survey();
    else draw();
  });
}

function explained() {
  const entry = entryOf(now.failure);
  const context = Object.assign({}, entry.context, call, now.hold ? { random: .5 } : {});
  return entry.thrown
    ? voice.explainThrown(thrown(entry.thrown), context)
    : voice.explain(entry.failure, context);
}

// What comes after it by itself.
function expect() {
  const { presentation, retry } = notice;
  const auto = retry.kind === "auto";
  shown = {
    final: !auto && retry.kind !== "when_online",
    retryAt: auto ? Date.now() + (now.hold ? NEVER : retry.delayMs) : undefined,
  };
  if (now.hold || now.view === "grid") return;
  if (auto) later(retry.delayMs, () => resend("repeated by itself"));
  else if (presentation === "none" && retry.action === "refresh_token") later(REFRESH, () => again({ refreshed: true }, "token refreshed in silence"));
}

function later(delay, then) {
  clearTimeout(timer);
  timer = setTimeout(then, delay);
}

function resend(why) {
  later(RESEND, () => again({}, why));
}

// A person's wish begins a new series.
function retryNow() {
  call = Object.assign({}, call, { attempt: 0 });
  resend("asked for by the viewer");
}

// The same call fails once more.
function again(facts, why) {
  call = Object.assign({}, call, facts, { attempt: call.attempt + 1 });
  log("attempt " + call.attempt + ": " + why);
  watching = tv.contains(document.activeElement);
  fail();
}

function draw() {
  if (notice.presentation === "none") screen.hide();
  shown.beside = scene.show(notice);
  screen.show(notice, shown);
  if ((watching || now.view === "tv") && !tv.contains(document.activeElement)) toNotice();
  watching = false;
  tell(notice);
}

// The failure in every language, each as soon as its pack is there.
function survey() {
  const mine = turn;
  const { failure, style } = now;
  const entry = entryOf(failure);
  clearTimeout(timer);
  grid.open(sign(entry) + " " + entry.name + ", in " + languages.length + " languages", now.lang);
  for (const { tag } of languages) {
    speaker({ lang: tag, style }).then((speaking) => {
      if (mine === turn) grid.show(tag, speaking.reword(notice));
    }, (error) => log("no words in " + tag + ": " + error.message));
  }
}

function leaveGrid(wish) {
  change(Object.assign({ view: "page" }, wish));
  at("all").focus();
}

function choose(id) {
  if (id === "paste" && !pasted) return paste.open();
  change({ failure: id, attempt: 1 });
}

// Another failure starts from its first attempt; another language goes on where it is, but for the clock that the grid stopped.
function change(wish) {
  const { view } = now;
  now = Object.assign({}, now, wish);
  write(now);
  render();
  if ("failure" in wish) begin();
  else if (view === "grid") fail();
  else say();
}

function render() {
  document.body.classList.toggle("tv-only", now.view === "tv");
  document.body.classList.toggle("held", now.hold);
  if (now.view !== "grid") grid.close();
  for (const button of all("[data-lang]")) {
    button.setAttribute("aria-pressed", button.dataset.lang === now.lang);
    if (button.dataset.lang === now.lang) middle(button);
  }
  for (const button of all("[data-style]")) button.setAttribute("aria-pressed", button.dataset.style === now.style);
  for (const option of all("#failures [role=option]")) {
    const selected = option.dataset.id === now.failure;
    option.setAttribute("aria-selected", selected);
    option.tabIndex = selected ? 0 : -1;
    if (selected) center(option);
  }
}

function center(option) {
  const list = at("failures");
  list.scrollTop = option.offsetTop - (list.clientHeight - option.offsetHeight) / 2;
}

function middle(button) {
  const row = at("languages");
  row.scrollLeft = button.offsetLeft - (row.clientWidth - button.offsetWidth) / 2;
}

function toList() {
  const option = document.querySelector('#failures [aria-selected="true"]');
  if (option) option.focus({ preventScroll: true });
}

const firstButton = () => tv.querySelector(".plainly-action");

/** Whether there is a notice to go to. */
function toNotice() {
  const button = firstButton();
  if (button) button.focus();
  return Boolean(button);
}

function back(region) {
  if (paste.isOpen) return paste.close();
  if (grid.isOpen) return leaveGrid();
  if (now.view === "tv") change({ view: "page" });
  if (region && region.id === "failures") document.querySelector('[data-lang][aria-pressed="true"]').focus();
  else toList();
}

function build() {
  put(at("languages"), ...languages.map(({ tag, name, direction }) => h("button", {
    type: "button", "data-lang": tag, lang: tag, dir: direction, onclick: () => change({ lang: tag }),
  }, name)));
  at("languages").addEventListener("focusin", ({ target }) => middle(target));
  put(at("styles"), ...codeStyles.map(({ id, name }) => h("button", {
    type: "button", "data-style": id, onclick: () => change({ style: id }),
  }, name)));
  const row = (id, mark, name, onfocus, press) => h("div", Object.assign({
    role: "option", class: "option", "data-id": id, tabindex: "-1", onfocus,
  }, pressed(press)), h("b", null, mark), name);
  put(at("failures"),
    ...failures.map((entry) => row(entry.id, sign(entry), entry.name, () => pick(entry.id), bring)),
    row("paste", "{ }", "Paste a response …", () => pasted && pick("paste"), () => paste.open()));
  at("full").addEventListener("click", () => change({ view: "tv" }));
  at("all").addEventListener("click", () => change({ view: "grid" }));
}

const sign = ({ id, failure }) => (/^\d{3}$/.test(id) ? id : String((failure && failure.status) || "–"));

// Moving through the list shows each failure at once.
function pick(id) {
  if (id !== now.failure) choose(id);
}

// What the viewer left comes again.
function bring() {
  if (notice && notice.presentation !== "none" && !screen.notice) choose(now.failure);
}

function start() {
  build();
  at("loading").hidden = true;
  at("page").hidden = false;
  navigate({
    back,
    fallback: () => toNotice() || toList(),
    entered: (region) => region.id === "tv" && firstButton(),
  });
  window.addEventListener("hashchange", () => { now = read(pasted); render(); begin(); });
  render();
  if (now.view === "page") toList();
  return begin();
}

start().catch((error) => {
  at("page").hidden = true;
  at("loading").hidden = false;
  at("loading").textContent = "Plainly could not start: " + error.message;
});
