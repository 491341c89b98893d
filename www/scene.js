// What the app shows behind a notice: its home screen, or the form that an inline notice is about.

import { h, refill } from "./dom.js";
import { avatar, glyph, look } from "./icons.js";

const at = (id) => document.getElementById(id);

export class Scene {
  constructor(root) {
    this.root = root;
  }

  /** Gives the input that an inline notice is about. */
  show(notice) {
    const { presentation, direction } = notice;
    this.root.dir = direction;
    this.root.style.setProperty("--h", look(notice).hue);
    this.root.className = "tv " + presentation + "-scene";
    if (presentation === "none") silent(notice);
    return presentation === "inline" ? this.form(samples(notice)) : undefined;
  }

  /** The viewer has left the notice. */
  home() {
    this.root.className = "tv home-scene";
  }

  /** The same form keeps its inputs. It has no words of its own: signs and sample values are enough. */
  form(fields) {
    const signs = JSON.stringify(fields);
    if (signs !== this.signs) {
      this.signs = signs;
      this.inputs = fields.map(([, name, value]) => h("input", { type: "text", value, readonly: true, dir: "ltr", lang: "en", "aria-label": name, autocomplete: "off" }));
      refill(at("form"), avatar(), ...fields.map(([sign, name, , style], index) =>
        h("div", { class: ["field", index === fields.length - 1 && "wrong", style].filter(Boolean).join(" ") }, glyph(sign), this.inputs[index])));
    }
    return this.inputs[fields.length - 1];
  }
}

/** Sign, name, sample value and style of each field; the last one is wrong. */
function samples({ actions, reason }) {
  const asks = (kind, pattern) => actions.some((action) => action.kind === kind) || pattern.test(reason);
  if (asks("enter_phone_number", /phone/)) return [["phone", "Phone number", "+1 555 0142 90"]];
  if (asks("enter_pin", /(^|_)pin(_|$)/)) return [["lock", "PIN", "••••", "code"]];
  if (asks("enter_code", /code|otp/)) return [["key", "Code", "402917", "code"]];
  return [["person", "Account", "anna@example.com"], ["lock", "Password", "••••••••••"]];
}

/** Nothing for the viewer. What the notice would have said is there for developers. */
function silent({ title, message, locale, direction, retry }) {
  at("then").textContent = {
    auto: "The call is repeated in silence.",
    after_action: "The app acts by itself: " + retry.action + ".",
    never: "The call was given up on purpose.",
  }[retry.kind] || "The app goes on.";
  const would = at("would");
  would.lang = locale;
  would.dir = direction;
  would.firstChild.textContent = title;
  would.lastChild.textContent = message;
}
