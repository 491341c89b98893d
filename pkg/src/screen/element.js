// `<plainly-notice>`: notices in a shadow root, which a page's styles do not reach, and whose pieces it may replace.

import css from "plainly:css";
import { get } from "../facts/guard.js";
import { h } from "./dom.js";
import { mount } from "./screen.js";

const HOST = ":host,.plainly{display:contents}:host([hidden]){display:none}";
const THEMES = ["light", "dark", "television"];
const ATTRIBUTES = ["theme", "modal", "keys"];
/** Options that are no attributes. */
const OPTIONS = ["plainly", "handlers", "online", "qr", "icon", "speak"];
/** What there is to an element: its options and what is shown. */
const insides = new WeakMap();
let sheet;

// On a server nothing is an element.
const Base = typeof HTMLElement === "undefined" ? Object : HTMLElement;

export class PlainlyNoticeElement extends Base {
  constructor() {
    super();
    const tell = (type, detail, how) => this.dispatchEvent(new CustomEvent(type, Object.assign({ detail }, how)));
    const options = {
      slots: true,
      page: true,
      onAction: (action, notice) => tell("action", { action, notice }, { bubbles: true, composed: true, cancelable: true }),
      onClose: (notice) => tell("close", { notice }), // as a dialog's, which its ancestors do not hear
    };
    dress(this.attachShadow({ mode: "open" }));
    insides.set(this, { options });
  }

  connectedCallback() {
    const own = insides.get(this);
    // What an app set before there was a class hides what the class has.
    OPTIONS.concat(ATTRIBUTES, "notice", "call").filter((name) => this.hasOwnProperty(name)).forEach((name) => {
      const value = this[name];
      delete this[name];
      this[name] = value;
    });
    own.speaks = own.options.plainly;
    own.screen = mount(this.shadowRoot, own.options);
    later(own);
  }

  disconnectedCallback() {
    const own = insides.get(this);
    own.comes = own.comes || Boolean(own.screen.notice);
    own.screen.destroy();
    own.screen = undefined;
  }

  attributeChangedCallback(name) {
    const own = insides.get(this);
    own.options[name] = this[name];
    own.options.page = own.options.modal !== false;
    later(own, true);
  }

  get notice() {
    return insides.get(this).given;
  }

  set notice(given) {
    const own = insides.get(this);
    own.given = given;
    if (get(given, "presentation") === "none") return; // changes nothing that is shown
    Object.assign(own, { notice: given, comes: true, translated: false });
    later(own);
  }

  get call() {
    return insides.get(this).call;
  }

  set call(call) {
    const own = insides.get(this);
    own.call = call;
    later(own, true);
  }

  get theme() {
    const theme = this.getAttribute("theme");
    return THEMES.indexOf(theme) >= 0 ? theme : undefined;
  }

  set theme(theme) {
    if (theme) this.setAttribute("theme", theme);
    else this.removeAttribute("theme");
  }

  static get observedAttributes() {
    return ATTRIBUTES;
  }
}

const define = (name, read, write) => Object.defineProperty(PlainlyNoticeElement.prototype, name, {
  get: read, set: write, enumerable: true, configurable: true,
});

["modal", "keys"].forEach((name) => define(name, function () {
  return this.getAttribute(name) !== "false";
}, function (on) {
  if (String(on) === "false") this.setAttribute(name, "false");
  else this.removeAttribute(name);
}));

OPTIONS.forEach((name) => define(name, function () {
  return insides.get(this).options[name];
}, function (value) {
  const own = insides.get(this);
  const before = own.options[name];
  own.options[name] = value;
  if (name === "plainly") {
    own.translated = own.translated || Boolean(before && value && before !== value);
    later(own, !before !== !value); // whether there is an explainer decides whether there is a countdown
  } else if (name === "handlers" && !get(before, "retry") !== !get(value, "retry")) {
    later(own, true); // and so does whether the app tries again
  }
}));

/** Shows what there is as soon as all is set that is set now, in whichever order; `anew`: also what is shown already. */
function later(own, anew) {
  own.anew = own.anew || anew;
  if (own.due) return;
  own.due = Promise.resolve().then(() => {
    own.due = false;
    if (own.screen) draw(own);
  });
}

function draw(own) {
  const { screen, notice, call, options: { plainly } } = own;
  if (own.speaks !== plainly) screen.reword(plainly);
  if (!notice) screen.hide();
  // What the viewer left does not come back with another theme.
  else if (own.comes || (own.anew && screen.notice)) screen.show(plainly && (own.translated || plainly.locale !== notice.locale) ? plainly.reword(notice) : notice, call);
  Object.assign(own, { speaks: plainly, comes: false, anew: false });
}

/** Gives a root our styles: in engines that have them as a sheet that all share, and that a page's policy has nothing against. */
function dress(root) {
  if (root.adoptedStyleSheets) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(HOST + css);
    }
    root.adoptedStyleSheets = [sheet];
  } else {
    root.appendChild(h("style", {}, HOST + css));
  }
}
