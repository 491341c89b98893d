// Draws a notice as a television would show it. Every word a viewer reads is the package's.

import { h, ltr, refill, svg, times } from "./dom.js";
import { avatar, glyph, look } from "./icons.js";

const ROUND = 2 * Math.PI * 10.5;

export class Stage {
  // choose(action) is called when the viewer presses a button.
  constructor(root, choose) {
    this.root = root;
    this.choose = choose;
  }

  // fresh: another failure or language, so it may move in; a repeated one changes in place.
  show(notice, { style, fresh, modal }) {
    const { glyph: name, hue } = look(notice);
    this.notice = notice;
    this.root.lang = notice.locale;
    this.root.dir = notice.direction;
    this.root.style.setProperty("--h", hue);
    this.root.className = "tv " + notice.presentation + "-scene" + (fresh ? " fresh" : "");
    const draw = { inline, none: silent }[notice.presentation] || full;
    refill(this.root, ...draw(notice, Object.assign(this.parts(notice, style), { icon: name, modal })));
    this.ring = this.root.querySelector(".ring .left");
    this.wait = this.root.querySelector(".wait");
  }

  parts(notice, style) {
    const words = style === "none" ? notice.message : notice.text;
    const buttons = notice.actions.map((action, index) =>
      h("button", {
        type: "button",
        class: "action",
        "data-kind": action.kind,
        "aria-describedby": index === 0 && "notice-spoken",
        onclick: () => this.choose(action),
      }, action.label));
    return {
      title: h("h2", { class: "title", id: "notice-title" }, notice.title),
      message: h("p", { class: "message" }, words),
      spoken: h("span", { class: "unseen", id: "notice-spoken" }, notice.spoken),
      actions: h("div", { class: "actions", "data-lines": true }, ...buttons),
      wait: h("div", { class: "wait", hidden: true, "aria-hidden": "true" }, ring(), h("span")),
      corner: corner(notice, style),
    };
  }

  // left and whole in milliseconds, words from the package; nothing to wait for hides the ring.
  tick(left, whole, words) {
    if (this.wait) {
      this.wait.hidden = false;
      refill(this.wait.lastChild, words);
    }
    if (!this.ring) return;
    // The ring runs a second ahead of the words, so that both reach nothing together.
    const share = Math.max(0, left - 1000) / Math.max(1, whole);
    if (left === whole) this.ring.style.strokeDashoffset = 0;
    void this.ring.getBoundingClientRect();
    this.ring.style.strokeDashoffset = ROUND * (1 - share);
  }

  // The call is on its way again.
  busy() {
    this.root.classList.add("busy");
    if (!this.ring) return;
    this.wait && (this.wait.hidden = false);
    this.ring.style.strokeDashoffset = ROUND * .7; // an arc that turns
  }

  contact({ phone, email, url }) {
    const old = this.root.querySelector(".contact");
    if (old) return old.remove();
    const values = [phone, email, url].filter(Boolean);
    const actions = this.root.querySelector(".actions");
    if (values.length && actions) {
      actions.parentNode.insertBefore(h("p", { class: "contact", role: "status" }, ...values.map(ltr)), actions.nextSibling);
    }
  }

  // The button that had the focus, else the first: the default one.
  focus(kind) {
    const wanted = kind && this.root.querySelector('.action[data-kind="' + kind + '"]');
    const button = wanted || this.root.querySelector(".action");
    if (button) button.focus();
    return Boolean(button);
  }

  field() {
    const input = this.root.querySelector(".wrong input");
    if (input) input.focus();
  }
}

function ring() {
  const circle = (name) => svg("circle", {
    class: name, cx: 12, cy: 12, r: 10.5, "stroke-dasharray": ROUND, "stroke-dashoffset": 0,
  });
  return svg("svg", { class: "ring", viewBox: "0 0 24 24", "aria-hidden": "true" }, circle("whole"), circle("left"));
}

function corner(notice, style) {
  const inText = style !== "none" && notice.presentation !== "none";
  const values = [inText ? "" : notice.code, notice.requestId].filter(Boolean);
  return values.length ? h("p", { class: "corner", id: "notice-code" }, ...values.map(ltr)) : undefined;
}

function backdrop() {
  return [
    h("div", { class: "art", "aria-hidden": "true" }, ...times(5, "i")),
    h("div", { class: "scrim", "aria-hidden": "true" }),
  ];
}

function full(notice, { title, message, spoken, actions, wait, corner: code, icon, modal }) {
  return [
    ...backdrop(),
    h("section", {
      class: "notice",
      role: "alertdialog",
      lang: notice.locale,
      dir: notice.direction,
      "aria-modal": modal && "true",
      "aria-labelledby": "notice-title",
      "aria-describedby": "notice-spoken",
    }, glyph(icon), title, message, spoken, actions, wait, code),
  ];
}

// The sign-in form has no words of its own: signs and sample values are enough.
function inline(notice, { title, message, spoken, actions, wait, corner: code }) {
  const fields = samples(notice);
  const error = h("div", {
    class: "beside",
    role: notice.politeness === "assertive" ? "alert" : "status",
    "aria-labelledby": "notice-title",
  }, title, message, spoken, actions, wait);
  const rows = fields.map(([sign, value, extra], index) => {
    const wrong = index === fields.length - 1;
    const input = h("input", {
      type: "text", value, readonly: true, dir: "ltr", autocomplete: "off",
      "aria-labelledby": "notice-title", "aria-invalid": wrong && "true", "aria-describedby": wrong && "notice-spoken",
    });
    const name = ["field", wrong && "wrong", extra].filter(Boolean).join(" ");
    return h("div", { class: "slot" }, h("div", { class: name }, glyph(sign), input), wrong && error);
  });
  return [
    ...backdrop(),
    h("section", { class: "notice inline", lang: notice.locale, dir: notice.direction },
      h("div", { class: "form" }, avatar(), ...rows), code),
  ];
}

// Sign, sample value and style of each field; the last one is wrong.
function samples({ actions, reason }) {
  const asks = (kind, pattern) => actions.some((action) => action.kind === kind) || pattern.test(reason);
  if (asks("enter_phone_number", /phone/)) return [["phone", "+1 555 0142 90"]];
  if (asks("enter_pin", /(^|_)pin(_|$)/)) return [["lock", "••••", "code"]];
  if (asks("enter_code", /code|otp/)) return [["key", "402917", "code"]];
  return [["person", "anna@example.com"], ["lock", "••••••••••"]];
}

// Nothing for the viewer. What the notice would have said is there for developers.
function silent(notice, { title, message, corner: code }) {
  const row = (count) => h("div", { class: "row" }, ...times(count, "u"));
  const then = {
    auto: "The call is repeated in silence.",
    after_action: "The app acts by itself: " + notice.retry.action + ".",
    never: "The call was given up on purpose.",
  }[notice.retry.kind] || "The app goes on.";
  return [
    ...backdrop(),
    h("div", { class: "home", dir: "ltr", "aria-hidden": "true" }, ...times(5, "b"), row(6)),
    h("aside", { class: "silent", dir: "ltr", lang: "en" },
      h("div", { class: "says" }, h("strong", null, "Nothing is shown to the viewer"), then),
      h("div", { class: "would", lang: notice.locale, dir: notice.direction }, title, message),
      notice.retry.kind === "auto" ? ring() : undefined),
  ];
}
