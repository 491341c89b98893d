// Notices on a page: drawn, counted down, said once; the focus given and taken back.

import { handle } from "../dispatch.js";
import { call as callApp, get } from "../facts/guard.js";
import { countdown, counts } from "./countdown.js";
import { find, focused, h, holds, toggle } from "./dom.js";
import { keys, stops } from "./keys.js";
import { live } from "./live.js";
import { contacts, open, tree } from "./tree.js";

const LEAVING = ["go_back", "exit_app"];
const TRIES = ["retry", "confirm_retry"];
/** What a plug-in of plainly/retry tells of a call, by which it is known from other things. */
const CALL = ["final", "retryAt", "retryNow"];
/** What an input says of itself. */
const WRONG = ["aria-describedby", "aria-invalid"];

/**
 * @param root the element that notices are drawn in: `document.body`, or a player's box
 * @param given the options; beside the documented ones `slots`, as in tree.js, of a shadow root, and `here`: a notice stays in the root,
 * also one beside an input, and covers the page from there
 */
export function mount(root, given) {
  // Read when it is needed: whoever gave the options may change them, as the element and React do.
  const option = (name) => get(given, name);
  const plainly = () => speaker || option("plainly");
  const handlers = () => option("handlers") || get(plainly(), "handlers");
  const modal = () => option("modal") !== false;
  const television = () => option("theme") === "television";
  const online = () => (option("online") ? callApp(option("online")) : navigator.onLine) !== false;
  const slots = option("slots"); // the root is a shadow root
  const id = "plainly-" + String(Math.random()).slice(2) + "-"; // not counted, for a page may hold this file twice
  const here = slots || option("here");
  const box = h("div", {});
  const dress = () => {
    box.className = classOf(option("theme"), here ? modal() : root === document.body);
  };
  dress();
  root.appendChild(box);
  const voice = live(root, (text, politeness) => callApp(option("speak"), text, politeness));

  let speaker; // who speaks in the place of who did first
  let shown; // { notice, call, beside, again, look }
  let before; // what had the focus
  let counting;
  let told; // what stands in the place of the countdown
  let unlisten;
  let undescribe;

  /** Says how long it is until the next try; where nothing is told, nothing. */
  const wait = (given) => {
    const element = find(box, "wait");
    told = plainly() && given;
    toggle(element, "hidden", !told);
    if (!told) return;
    const runs = told.share >= 0;
    find(element, "countdown").textContent = plainly().countdown(told.left);
    find(element, "ring").setAttribute("class", "plainly-ring" + (runs ? "" : " plainly-still"));
    if (runs) find(element, "left").setAttribute("stroke-dashoffset", open(told.share));
  };

  const stop = () => {
    if (counting) counting.stop();
    counting = undefined;
  };

  /** Whether another try comes by itself: a call's own, or the app's. */
  const repeats = (notice, call) => counts(notice) && Boolean(plainly())
    && (call ? get(call, "final") !== true : typeof get(handlers(), "retry") === "function");

  const count = (at) => {
    stop();
    counting = countdown(shown.notice, at, online, wait, () => {
      if (!shown.call) run({ kind: "retry" });
    });
  };

  /** What the viewer chose is done by the app, or else by us: to try again at once, to show support's contacts, to go. */
  const run = (action) => {
    const chosen = shown;
    const { notice, call, beside } = chosen;
    const tries = TRIES.indexOf(action.kind) >= 0;
    if (callApp(option("onAction"), action, notice) === false) return;
    if (action.kind === "contact_support") {
      const element = find(box, "contact");
      fill(element, element.firstChild ? [] : contacts(h, action, !television(), option("qr")));
    }
    if (tries) {
      voice.forget(); // what fails again is said again
      if (call && !call.final && call.retryNow) {
        const at = call.retryNow();
        return at >= 0 && count(at);
      }
    }
    const { done, answer } = handle(notice, handlers(), action);
    const stays = () => shown === chosen;
    if (!stays() || action.kind === "contact_support") return;
    if (tries) {
      if (!done) return;
      stop();
      wait({ left: 0, share: 0 });
      if (typeof get(answer, "then") === "function") answer.then(() => stays() && hide(), () => undefined);
    } else if (notice.presentation !== "inline") {
      hide();
      callApp(option("onClose"), notice);
    } else if (beside && !done) {
      beside.focus();
    }
  };

  const back = () => {
    const { actions } = shown.notice;
    run(actions.filter(({ kind }) => LEAVING.indexOf(kind) >= 0)[0] || { kind: "go_back" });
    return true;
  };

  /** Says of an input that it is wrong, and why, until it is about another or none: then the input has back what it said before. */
  const describe = (beside) => {
    if (undescribe) undescribe();
    undescribe = undefined;
    if (!beside) return;
    const had = WRONG.map((name) => beside.getAttribute(name));
    // What is in a shadow root describes nothing that is outside.
    const note = slots && beside.parentNode
      && beside.parentNode.insertBefore(h("span", { id: id + "beside", lang: shown.notice.locale, hidden: true }, find(box, "unseen").textContent), beside.nextSibling);
    [(had[0] ? had[0] + " " : "") + id + (note ? "beside" : "spoken"), "true"].forEach((value, at) => beside.setAttribute(WRONG[at], value));
    undescribe = () => {
      WRONG.forEach((name, at) => (had[at] === null ? beside.removeAttribute(name) : beside.setAttribute(name, had[at])));
      if (note && note.parentNode) note.parentNode.removeChild(note);
    };
  };

  /** Draws it in the place of what was shown, which stays where both look the same. */
  const place = (beside, old) => {
    const { notice } = shown;
    const drawn = tree(h, { notice, id, modal: modal(), television: television(), slots, icon: callApp(option("icon"), notice), choose: run });
    if (old && old.look === shown.look && old.beside === beside) {
      fill(find(box, "corner"), find(drawn, "corner").childNodes);
      return true;
    }
    box.textContent = "";
    box.appendChild(drawn);
    describe(beside);
    if (here) return false;
    if (beside && beside.parentNode) beside.parentNode.insertBefore(box, beside.nextSibling);
    else if (box.parentNode !== root) root.appendChild(box);
    return false;
  };

  /** Gives the focus to the button that had it, else to the first; says whether it went there. */
  const focus = (active, beside, takes) => {
    const items = stops(box);
    const kind = active && active.getAttribute("data-kind");
    const [same = items[0]] = items.filter((each) => each === active || (kind && each.getAttribute("data-kind") === kind));
    const target = takes ? same : beside;
    if (!target || target === focused(box)) return false;
    target.focus();
    return focused(box) === target;
  };

  /** What two notices have in common that look the same. */
  const lookOf = ({ title, text, locale, presentation, actions }) => [title, text, locale, presentation, option("theme"), modal()]
    .concat(actions.map(({ kind, label }) => kind + " " + label)).join("\n");

  /** @param goes whether it goes on in other words: nothing begins anew, and the focus stays where it is */
  function show(given, about, goes) {
    if (!given || given.presentation === "none") return;
    const call = CALL.some((name) => get(about, name) !== undefined) ? about : undefined;
    const inline = given.presentation === "inline";
    const beside = inline ? get(about, "beside") : undefined;
    const again = repeats(given, call);
    const active = focused(box);
    const inside = holds(box, active);
    const old = shown && Object.assign({}, shown);
    if (!old) before = active;
    // It was counted down to a try, and none follows.
    const stopped = old && old.again && !again && old.notice.reason === given.reason;
    const notice = again ? plainly().reword(given, { repeats: true }) : given;
    // It is the same that is shown, for whoever waits for it to end.
    shown = Object.assign(goes ? shown : {}, { notice, about, call, beside, again, look: lookOf(notice) });
    if (!goes) stop();
    dress();
    if (unlisten) unlisten();
    const stays = place(beside, old);
    unlisten = option("keys") === false ? undefined : keys(box, { modal: modal() && !inline, beside, back });
    voice.say(notice, !(inside ? stays : goes) && focus(active, beside, goes || (!inline && (modal() || inside || !active))));
    if (again && !(goes && told)) count(get(call, "retryAt"));
    else wait(goes ? told : stopped && { left: "stopped" });
  }

  /** Says it in another explainer's words. */
  function reword(explainer) {
    speaker = explainer;
    if (shown && explainer) show(explainer.reword(shown.notice), shown.about, true);
  }

  function hide() {
    if (!shown) return;
    const active = focused(box);
    const leaves = !active || holds(box, active);
    stop();
    voice.clear();
    if (unlisten) unlisten();
    describe();
    box.textContent = "";
    shown = unlisten = undefined;
    if (leaves && before) before.focus(); // which what is gone does not take
    before = undefined;
  }

  return {
    show,
    reword,
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

/** The class of what a notice stands in. */
export const classOf = (theme, page) => "plainly" + (theme ? " plainly-" + theme : "") + (page ? " plainly-page" : "");

const fill = (element, children) => {
  const list = Array.prototype.slice.call(children);
  element.textContent = "";
  list.forEach((child) => element.appendChild(child));
  toggle(element, "hidden", !list.length);
};
