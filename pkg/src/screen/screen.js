// Notices on a page: drawn, counted down, said once; the focus given and taken back.

import { handle } from "../dispatch.js";
import { attempt, call as callApp, get, isObject, pick } from "../facts/guard.js";
import { countdown, counts } from "./countdown.js";
import { attached, find, focused, h, toggle } from "./dom.js";
import { keys, stops } from "./keys.js";
import { live } from "./live.js";
import { sound } from "./sound.js";
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
  let undescribe;
  let destroyed = false;

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
    const mine = shown;
    const made = countdown(plainly, mine.notice, at, online, (told) => shown === mine && wait(told), () => {
      if (!mine.call) run({ kind: "retry" });
    });
    if (shown === mine) counting = made;
    else made.stop(); // the app was asked whether there is a connection
  };

  /**
   * What the viewer chose is done by the app, or else by us: to try again at once, to show support's contacts, to go. Says whether
   * anything was done. Each of the app's functions may show another notice, or hide this one.
   */
  const run = (action) => {
    const { notice, call, beside } = shown;
    const stays = () => Boolean(shown) && shown.notice === notice;
    const tries = TRIES.indexOf(action.kind) >= 0;
    callApp(options.onAction, action, notice);
    if (action.kind === "contact_support" && stays()) {
      const element = find(box, "contact");
      fill(element, element.firstChild ? [] : contacts(h, action, !television, options.qr));
    }
    if (tries) {
      voice.forget(); // what fails again is said again
      if (get(call, "final") !== true && typeof get(call, "retryNow") === "function") {
        const at = attempt(() => call.retryNow());
        if (at >= 0 && stays()) count(at);
        return true;
      }
    }
    let done = true;
    let answer;
    try {
      ({ done, answer } = handle(notice, handlers, action));
    } catch (error) {
      setTimeout(() => { throw error; }, 0); // the app's to hear, as of any listener of its own
      if (tries) return true;
    }
    if (!stays() || action.kind === "contact_support") return true;
    if (tries) {
      if (!done) return true;
      stop();
      if (plainly) wait({ words: plainly.countdown(0), share: 0 });
      if (typeof get(answer, "then") === "function") answer.then(() => stays() && hide(), () => stays() && wait());
    } else if (notice.presentation !== "inline") {
      hide();
      callApp(options.onClose, notice);
    } else if (!done) {
      if (!beside || focused(box) === beside) return false;
      beside.focus();
    }
    return true;
  };

  const back = () => run(shown.notice.actions.filter(({ kind }) => LEAVING.indexOf(kind) >= 0)[0] || { kind: "go_back" });

  /** Says of an input what is wrong with it; gives what takes that back and leaves what the app says of it. */
  const describe = (beside) => {
    const own = beside.getAttribute("aria-describedby");
    const undo = [["aria-invalid", "true"], ["aria-describedby", (own ? own + " " : "") + id + "spoken"]].map(([name, value]) => {
      const was = beside.getAttribute(name);
      beside.setAttribute(name, value);
      return () => {
        if (beside.getAttribute(name) !== value) return;
        if (was === null) beside.removeAttribute(name);
        else beside.setAttribute(name, was);
      };
    });
    return () => undo.forEach((each) => each());
  };

  const draw = (notice, icon) => tree(h, { notice, id, modal, television, slots: options.slots, icon, choose: run });

  /** Draws it in the place of what was shown, which stays where both look the same. */
  const place = (beside, old, icon) => {
    const drawn = draw(shown.notice, icon);
    if (old && alike(old.notice, shown.notice) && old.beside === beside && attached(box)) {
      fill(find(box, "corner"), find(drawn, "corner").childNodes);
      return true;
    }
    if (undescribe) undescribe();
    box.textContent = "";
    box.appendChild(drawn);
    undescribe = beside ? describe(beside) : undefined;
    if (beside && beside.parentNode) beside.parentNode.insertBefore(box, beside.nextSibling);
    else if (box.parentNode !== root) root.appendChild(box);
    return false;
  };

  /** Gives the focus to the button that had it, else to the first; says whether it went there. */
  const focus = (kind, beside, takes) => {
    const [first] = stops(box);
    const target = takes ? stops(box).filter((each) => kind && each.getAttribute("data-kind") === kind)[0] || first : beside;
    if (!target || target === focused(box)) return false;
    target.focus();
    return focused(box) === target;
  };

  function show(offered, told) {
    if (destroyed || !isObject(offered) || get(offered, "presentation") === "none") return;
    const given = sound(offered);
    const icon = callApp(options.icon, given);
    if (destroyed) return;
    const call = CALL.some((name) => get(told, name) !== undefined) ? told : undefined;
    const inline = given.presentation === "inline";
    const beside = inline ? get(told, "beside") : undefined;
    const again = repeats(given, call);
    const active = focused(box);
    const inside = Boolean(active) && box.contains(active);
    const kind = inside && active.getAttribute("data-kind");
    const old = shown;
    if (!old) before = active;
    // It was counted down to a try, and none follows.
    const stopped = Boolean(old) && (old.again || old.stopped) && !again && old.notice.reason === given.reason;
    const mine = { notice: again ? plainly.reword(given, { repeats: true }) : given, call, beside, again, stopped };
    shown = mine;
    stop();
    if (unlisten) unlisten();
    const stays = place(beside, old, icon);
    unlisten = options.keys === false ? undefined : keys(box, { modal: modal && !inline, beside, back });
    const takes = !inline && (modal || inside || !active);
    const went = !(stays && inside) && focus(kind, beside || (inside && inPage(before)), takes);
    const heard = went && (takes || Boolean(beside));
    // Whoever hears of the focus, or of the words, may hide it or show another.
    if (shown === mine) voice.say(mine.notice, heard);
    if (shown !== mine) return;
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
    if (undescribe) undescribe();
    box.textContent = "";
    shown = unlisten = undescribe = undefined;
    if (leaves && inPage(before)) before.focus();
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
      destroyed = true;
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

/** What can still have the focus. */
const inPage = (element) => (element && attached(element) ? element : undefined);

const looks = ({ title, text, locale, presentation, actions }) => [title, text, locale, presentation].concat(actions.map(({ kind, label, phone, email, url }) => [kind, label, phone, email, url].join(" "))).join("\n");

/** Whether two notices look the same. */
const alike = (a, b) => looks(a) === looks(b);
