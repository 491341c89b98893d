// Chooses a failure, a language and a code style, and lives through the notice as an app would.

import { Countdown } from "./countdown.js";
import { all, h, put, refill } from "./dom.js";
import { open } from "./engine.js";
import { failures } from "./failures.js";
import { Grid } from "./grid.js";
import { codeStyles, languages } from "./languages.js";
import { navigate } from "./navigate.js";
import { Paste } from "./paste.js";
import { Stage } from "./stage.js";

const SUPPORT = { phone: "+1 555 010 0199", url: "help.example.com" };
const RESEND = 800; // how long a repeated call seems to be on its way
const REFRESH = 2500; // how long a silent refresh seems to take

const at = (id) => document.getElementById(id);
const clock = new Countdown();
const stage = new Stage(at("tv"), act);
const paste = new Paste((entry) => { pasted = entry; choose("paste"); });
const grid = new Grid(at("grid"), languages, (tag) => leaveGrid({ lang: tag }));
const speakers = new Map();

let pasted;
let notice;
let turn = 0; // which explain is the latest
let call = {}; // what the app knows of the call so far: attempt, refreshed, signedIn
let now = read();

// #failure=490&lang=ar&style=prefix&view=tv (or grid); attempt=3 starts later, hold=1 stops the clock.
function read() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const one = (name, values, fallback) => (values.includes(hash.get(name)) ? hash.get(name) : fallback);
  const ids = failures.map(({ id }) => id);
  return {
    failure: hash.get("failure") === "paste" && pasted ? "paste" : one("failure", ids, "490"),
    lang: one("lang", languages.map(({ tag }) => tag), "en"),
    style: one("style", codeStyles.map(({ id }) => id), "prefix"),
    view: one("view", ["tv", "grid", "page"], "page"),
    attempt: Math.min(99, Math.max(1, parseInt(hash.get("attempt"), 10) || 1)),
    hold: hash.get("hold") === "1",
  };
}

function write() {
  const hash = new URLSearchParams();
  for (const name of ["failure", "lang", "style"]) hash.set(name, now[name]);
  if (now.view !== "page") hash.set("view", now.view);
  if (now.attempt > 1) hash.set("attempt", now.attempt);
  if (now.hold) hash.set("hold", "1");
  history.replaceState(null, "", "#" + hash);
}

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

function explain(fresh) {
  const mine = ++turn;
  clock.stop();
  return speaker(now).then((voice) => {
    if (mine !== turn) return;
    if (now.view === "grid") return survey();
    notice = told(voice, now.hold ? { random: .5 } : {});
    draw(fresh);
    if (notice.retry.kind === "auto") wait(voice);
    else if (refreshes() && !now.hold) clock.after(REFRESH, () => again({ refreshed: true }, "token refreshed in silence"));
  });
}

function told(voice, chance) {
  const entry = entryOf(now.failure);
  const context = Object.assign({}, entry.context, call, chance);
  return entry.thrown
    ? voice.explainThrown(thrown(entry.thrown), context)
    : voice.explain(entry.failure, context);
}

// The failure in every language, each as soon as its pack is there.
function survey() {
  const mine = turn;
  const { failure, style } = now;
  const entry = entryOf(failure);
  grid.open(sign(entry) + " " + entry.name + ", in " + languages.length + " languages", now.lang);
  for (const { tag } of languages) {
    speaker({ lang: tag, style }).then((voice) => {
      if (mine === turn) grid.show(tag, told(voice, { random: .5 }), style);
    }, (error) => log("no words in " + tag + ": " + error.message));
  }
}

function leaveGrid(wish) {
  change(Object.assign({ view: "page" }, wish));
  at("all").focus();
}

const refreshes = () => notice.presentation === "none" && notice.retry.kind === "after_action"
  && notice.retry.action === "refresh_token";

function wait(voice) {
  const { delayMs } = notice.retry;
  const tick = (left, whole) => stage.tick(left, whole, voice.countdown(Math.ceil(left / 1000) * 1000));
  if (now.hold) return tick(delayMs, delayMs);
  clock.start(delayMs, tick, () => resend("repeated by itself"));
}

function resend(why) {
  stage.busy();
  clock.after(RESEND, () => again({}, why));
}

// The same call fails once more.
function again(facts, why) {
  call = Object.assign({}, call, facts, { attempt: call.attempt + 1 });
  log("attempt " + call.attempt + ": " + why);
  explain(false);
}

function act(action) {
  log("viewer chose " + action.kind);
  if (action.kind === "retry" || action.kind === "confirm_retry") {
    clock.stop();
    call = Object.assign({}, call, { attempt: 0 }); // a person's wish begins a new series
    resend("asked for by the viewer");
  } else if (action.kind === "sign_in") {
    again({ signedIn: true }, "after signing in");
  } else if (action.kind === "refresh_token") {
    again({ refreshed: true }, "token refreshed");
  } else if (action.kind === "contact_support") {
    stage.contact(action);
  } else if (action.kind === "go_back" || action.kind === "exit_app") {
    back(at("tv"));
  } else {
    stage.field();
  }
}

function draw(fresh) {
  const focused = at("tv").contains(document.activeElement) && document.activeElement;
  const kind = focused && focused.dataset.kind;
  stage.show(notice, { style: now.style, fresh: fresh && !now.hold, modal: now.view === "tv" });
  const spoken = at("spoken");
  if (focused || now.view === "tv") {
    spoken.textContent = "";
    if (!stage.focus(fresh ? "" : kind) && now.view !== "tv") toList();
  } else if (notice.presentation !== "none") {
    spoken.lang = notice.locale;
    spoken.setAttribute("aria-live", notice.politeness);
    spoken.textContent = notice.spoken;
  }
  at("retry").textContent = compact(notice.retry);
  const seen = facts(notice);
  at("facts").textContent = Object.keys(seen)
    .map((name) => (name + ":             ").slice(0, 14) + seen[name]).join("\n");
}

function facts({ code, serverCode, known, reason, category, severity, presentation, politeness }) {
  return {
    code: code + (serverCode ? ", the server's is " + serverCode : "") + (known ? "" : ", not known"),
    reason,
    category,
    severity,
    presentation: presentation + ", " + politeness,
  };
}

function compact(value) {
  return JSON.stringify(value, null, 2).replace(/^\{\n /, "{").replace(/\n\}$/, " }");
}

function log(text) {
  at("log").insertBefore(h("li", null, text), at("log").firstChild);
  while (at("log").children.length > 5) at("log").removeChild(at("log").lastChild);
}

function begin() {
  const entry = entryOf(now.failure);
  call = { attempt: now.attempt };
  refill(at("log"));
  log("attempt " + call.attempt + ": " + (entry.thrown ? entry.thrown.name : "HTTP " + (entry.failure.status || "–")));
}

function choose(id) {
  if (id === "paste" && !pasted) return paste.open();
  change({ failure: id, attempt: 1 });
}

// Another failure starts from its first attempt; another language goes on where it is.
function change(wish) {
  const failed = "failure" in wish || "attempt" in wish;
  now = Object.assign({}, now, wish);
  write();
  if (failed) begin();
  render();
  explain(true);
}

function render() {
  document.body.classList.toggle("tv-only", now.view === "tv");
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
  const row = (id, mark, name, listeners) => h("div", Object.assign({
    role: "option", class: "option", "data-id": id, tabindex: "-1",
  }, listeners), h("b", null, mark), name);
  put(at("failures"),
    ...failures.map((entry) => row(entry.id, sign(entry), entry.name, { onfocus: () => pick(entry.id) })),
    row("paste", "{ }", "Paste a response …", {
      onfocus: () => pasted && pick("paste"),
      onclick: () => paste.open(),
      onkeydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        paste.open();
      },
    }));
  at("full").addEventListener("click", () => change({ view: "tv" }));
  at("all").addEventListener("click", () => change({ view: "grid" }));
}

const sign = ({ id, failure }) => (/^\d{3}$/.test(id) ? id : String((failure && failure.status) || "–"));

// Moving through the list shows each failure at once.
function pick(id) {
  if (id !== now.failure) choose(id);
}

function start() {
  build();
  at("loading").hidden = true;
  at("page").hidden = false;
  navigate({
    back,
    fallback: () => stage.focus() || toList(),
    entered: (region) => region.querySelector(".action"),
  });
  window.addEventListener("hashchange", () => { now = read(); begin(); render(); explain(true); });
  begin();
  render();
  return explain(true).then(() => {
    if (now.view === "page") toList();
  });
}

start().catch((error) => {
  at("page").hidden = true;
  at("loading").hidden = false;
  at("loading").textContent = "Plainly could not start: " + error.message;
});
