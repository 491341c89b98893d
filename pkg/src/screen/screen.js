// Notices on a page: drawn, counted down, said once; the focus given and taken back.

import { handle } from "../dispatch.js";
import { call as callApp, get, pick } from "../facts/guard.js";
import { countdown, counts } from "./countdown.js";
import { find, focused, h, toggle } from "./dom.js";
import { keys, stops } from "./keys.js";
import { live } from "./live.js";
import { contacts, open, tree } from "./tree.js";

const OPTIONS = ["plainly", "handlers", "theme", "modal", "keys", "online", "speak", "qr", "icon", "onAction", "onClose", "slots"];
const LEAVING = ["go_back", "exit_app"];
const TRIES = ["retry", "confirm_retry"];
/** What a plug-in of plainly/retry tells of a call, by which it is known from other things. */
const CALL = ["final", "retryAt", "retryNow"];
let mounts = 0;

/** @param root the element that notices are drawn in: `document.body`, or a player's box */
export function mount(root, given) {
  const options = pick(given, OPTIONS);
  const { plainly, theme } = options;
  const id = "plainly-" + (mounts += 1) + "-";
  const modal = options.modal !== false;
  const television = theme === "television";
  const handlers = options.handlers || get(plainly, "handlers");
  const online = () => (options.online ? callApp(options.online) : navigator.onLine) !== false;
  const box = h("div", { class: "plainly" + (theme ? " plainly-" + theme : "") + (root === document.body ? " plainly-page" : "") });
  root.appendChild(box);
  const voice = live(root, options.speak);

  let shown; // { notice, call, beside }
  let before; // what had the focus
  let counting;
  let unlisten;

  /** What stands in the place of the countdown; where nothing is told, nothing. */
  const wait = (told) => {
    const element = find(box, "wait");
    toggle(element, "hidden", !told);
    if (!told) return;
    const runs = told.share >= 0;
    find(element, "countdown").textContent = told.words;
    find(element, "ring").setAttribute("class", "plainly-ring" + (runs ? "" : " plainly-still"));
    if (runs) find(element, "left").setAttribute("stroke-dashoffset", open(told.share));
  };

  const stop = () => {
    if (counting) counting.stop();
    counting = undefined;
  };

  /** Whether another try comes by itself: a call's own, or the app's. */
  const repeats = (notice, call) => counts(notice) && Boolean(plainly)
    && (call ? get(call, "final") !== true : typeof get(handlers, "retry") === "function");

  const count = (at) => {
    stop();
    counting = countdown(plainly, shown.notice, at, online, wait, () => {
      if (!shown.call) run({ kind: "retry" });
    });
  };

  /** What the viewer chose is done by the app, or else by us: to try again at once, to show support's contacts, to go. */
  const run = (action) => {
    const { notice, call, beside } = shown;
    const tries = TRIES.indexOf(action.kind) >= 0;
    callApp(options.onAction, action, notice);
    if (action.kind === "contact_support") {
      const element = find(box, "contact");
      fill(element, element.firstChild ? [] : contacts(h, action, !television, options.qr));
    }
    if (tries) {
      voice.forget(); // what fails again is said again
      if (call && !call.final && call.retryNow) {
        const at = call.retryNow();
        return at >= 0 && count(at);
      }
    }
    const { done, answer } = handle(notice, handlers, action);
    const stays = () => shown && shown.notice === notice;
    if (!stays() || action.kind === "contact_support") return;
    if (tries) {
      if (!done) return;
      stop();
      if (plainly) wait({ words: plainly.countdown(0), share: 0 });
      if (typeof get(answer, "then") === "function") answer.then(() => stays() && hide(), () => undefined);
    } else if (notice.presentation !== "inline") {
      hide();
      callApp(options.onClose, notice);
    } else if (beside && !done) {
      beside.focus();
    }
  };

  const back = () => {
    const { actions } = shown.notice;
    run(actions.filter(({ kind }) => LEAVING.indexOf(kind) >= 0)[0] || { kind: "go_back" });
    return true;
  };

  const describe = (beside, on) => [["aria-invalid", "true"], ["aria-describedby", id + "spoken"]].forEach(([name, value]) => {
    if (beside && on) beside.setAttribute(name, value);
    else if (beside) beside.removeAttribute(name);
  });

  const draw = (notice) => tree(h, { notice, id, modal, television, slots: options.slots, icon: callApp(options.icon, notice), choose: run });

  /** Draws it in the place of what was shown, which stays where both look the same. */
  const place = (beside, old) => {
    const drawn = draw(shown.notice);
    if (old && alike(old.notice, shown.notice) && old.beside === beside) {
      fill(find(box, "corner"), find(drawn, "corner").childNodes);
      return true;
    }
    if (old) describe(old.beside, false);
    box.textContent = "";
    box.appendChild(drawn);
    describe(beside, true);
    if (beside && beside.parentNode) beside.parentNode.insertBefore(box, beside.nextSibling);
    else if (box.parentNode !== root) root.appendChild(box);
    return false;
  };

  /** Gives the focus to the button that had it, else to the first, or to the input; says whether it went there. */
  const focus = (kind, beside, inline) => {
    const target = inline ? beside : stops(box).filter((each) => kind && each.getAttribute("data-kind") === kind)[0] || stops(box)[0];
    if (!target || target === focused(box)) return false;
    target.focus();
    return focused(box) === target;
  };

  function show(given, told) {
    if (!given || given.presentation === "none") return;
    const call = CALL.some((name) => get(told, name) !== undefined) ? told : undefined;
    const inline = given.presentation === "inline";
    const beside = inline ? get(told, "beside") : undefined;
    const again = repeats(given, call);
    const active = focused(box);
    const inside = Boolean(active) && box.contains(active);
    const kind = inside && active.getAttribute("data-kind");
    const takes = modal || !active || root.contains(active);
    const old = shown;
    if (!old) before = active;
    // It was counted down to a try, and none follows.
    const stopped = old && old.again && !again && old.notice.reason === given.reason;
    shown = { notice: again ? plainly.reword(given, { repeats: true }) : given, call, beside, again };
    stop();
    if (unlisten) unlisten();
    const stays = place(beside, old);
    unlisten = options.keys === false ? undefined : keys(box, { modal: modal && !inline, beside, back });
    const heard = !(stays && inside) && takes && focus(kind, beside, inline);
    voice.say(shown.notice, heard);
    if (again) count(get(call, "retryAt"));
    else wait(stopped && plainly ? { words: plainly.countdown("stopped") } : undefined);
  }

  function hide() {
    if (!shown) return;
    const active = focused(box);
    const leaves = !active || box.contains(active);
    stop();
    voice.clear();
    if (unlisten) unlisten();
    describe(shown.beside, false);
    box.textContent = "";
    shown = unlisten = undefined;
    if (leaves && before && document.documentElement.contains(before)) before.focus();
    before = undefined;
  }

  return {
    show,
    hide,
    /** What was shown of a call that succeeded or was canceled goes. */
    settled(outcome, call) {
      if (outcome !== "failed" && shown && shown.call && shown.call.id === get(call, "id")) hide();
    },
    destroy() {
      hide();
      voice.remove();
      if (box.parentNode) box.parentNode.removeChild(box);
    },
    get notice() {
      return shown && shown.notice;
    },
  };
}

const fill = (element, children) => {
  const list = Array.prototype.slice.call(children);
  element.textContent = "";
  list.forEach((child) => element.appendChild(child));
  toggle(element, "hidden", !list.length);
};

const looks = ({ title, text, locale, presentation, actions }) => [title, text, locale, presentation].concat(actions.map(({ kind, label }) => kind + " " + label)).join("\n");

/** Whether two notices look the same. */
const alike = (a, b) => looks(a) === looks(b);
