// Notices on a page: drawn, counted down, said once; the focus given and taken back.

import { handle } from "../dispatch.js";
import { attempt, call as callApp, get, isObject, joined } from "../facts/guard.js";
import { countdown, counts } from "./countdown.js";
import { attached, find, focused, h, holds, toggle } from "./dom.js";
import { keys, stops } from "./keys.js";
import { live } from "./live.js";
import { sound } from "./sound.js";
import { contacts, open, tree } from "./tree.js";

const LEAVING = ["go_back", "exit_app", "dismiss"];
const LONGEST_TIMER = 2147483647; // ms; what is later comes by a poll
const TRIES = ["retry", "confirm_retry"];
/** What a plug-in of plainly/retry tells of a call, by which it is known from other things. */
const CALL = ["final", "retryAt", "retryNow"];

/**
 * @param root the element that notices are drawn in: `document.body`, or a player's box
 * @param given the options; beside the documented ones `slots`, as in tree.js, for a shadow root, and `page`, whether it covers the
 * page, of an app that says by its root where a notice stands, also one beside an input
 */
export function mount(root, given) {
  // Each is read when it is needed, so that a library that draws again, or the element, may change them.
  const option = (name) => get(given, name);
  const slots = option("slots");
  const stands = option("page") !== undefined;
  const isModal = () => option("modal") !== false;
  const isTelevision = () => option("theme") === "television";
  const handlers = () => option("handlers") || get(plainly, "handlers");
  const online = () => (option("online") ? callApp(option("online")) : navigator.onLine) !== false;
  const id = "plainly-" + String(Math.random()).slice(2) + "-"; // not counted, for a page may hold this file twice
  const box = h("div", {});
  const dress = () => {
    box.className = classOf(option("theme"), stands ? option("page") : root === document.body);
  };
  dress();
  root.appendChild(box);
  const voice = live(root, (text, politeness) => callApp(option("speak"), text, politeness));

  let plainly = option("plainly");
  let shown; // { notice, call, beside, again, stopped, hint, look, trying }
  let before; // what had the focus
  let counting;
  let told; // what stands in the place of the countdown
  let unlisten;
  let undescribe;
  let left; // the call whose notice the viewer left: it is not shown again
  const gone = joined(); // announcements that the viewer left
  let ending; // takes an announcement away when it is over
  let destroyed = false;

  /** Says how long it is until the next try; where nothing is told, nothing. */
  const wait = (given) => {
    const element = find(box, "wait");
    told = plainly && given;
    toggle(element, "hidden", !told);
    if (!told) return;
    const runs = told.share >= 0;
    find(element, "countdown").textContent = plainly.countdown(told.left);
    find(element, "ring").setAttribute("class", "plainly-ring" + (runs ? "" : " plainly-still"));
    if (runs) find(element, "left").setAttribute("stroke-dashoffset", open(told.share));
  };

  const stop = () => {
    if (counting) counting.stop();
    counting = undefined;
  };

  /** Whether another try comes by itself: a call's own, or the app's. */
  const repeats = (notice, call) => counts(notice) && Boolean(plainly)
    && (call ? get(call, "final") !== true : typeof get(handlers(), "retry") === "function");

  const count = (at) => {
    stop();
    const mine = shown;
    const waits = () => Boolean(shown) && (shown === mine || shown.hint === mine.hint);
    const made = countdown(mine.notice, at, online, (told) => waits() && wait(told), () => {
      stop();
      if (mine.call) return;
      wait(); // it may be that nothing is done
      if (typeof get(handlers(), "retry") === "function") run({ kind: "retry" });
    });
    if (waits()) counting = made;
    else made.stop(); // the app was asked whether there is a connection
  };

  /**
   * What the viewer chose is done by the app, or else by us: to try again at once, to show support's contacts, to go. Says whether
   * anything was done. Each of the app's functions may show another notice, or hide this one.
   */
  const run = (action) => {
    const chosen = shown;
    const { notice, call, beside } = chosen;
    const stays = () => shown === chosen;
    const tries = TRIES.indexOf(action.kind) >= 0;
    // What may not be safe to repeat is not done twice at once.
    if (chosen.trying && action.kind === "confirm_retry") return true;
    if (callApp(option("onAction"), action, notice) === false) return true;
    if (action.kind === "contact_support" && stays()) {
      const element = find(box, "contact");
      fill(element, element.firstChild ? [] : contacts(h, action, !isTelevision(), option("qr")));
      if (stays()) toggle(find(box, "notice"), "data-qr", Boolean(find(element, "qr")));
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
      ({ done, answer } = handle(notice, handlers(), action));
    } catch (error) {
      setTimeout(() => { throw error; }, 0); // the app's to hear, as of any listener of its own
      if (tries) return true;
    }
    if (!stays() || action.kind === "contact_support") return true;
    if (tries && done && !notice.announcement) {
      stop();
      wait({ left: 0, share: 0 });
      if (typeof get(answer, "then") === "function") {
        chosen.trying = true;
        answer.then(() => stays() && hide(), () => (chosen.trying = stays() && wait()));
      }
    } else if (notice.presentation !== "inline" || (done && LEAVING.indexOf(action.kind) >= 0)) {
      left = get(call, "id");
      if (notice.announcement) gone[notice.announcement] = true;
      hide();
      callApp(option("onClose"), notice);
    } else {
      if (!beside) return done;
      if (at().inside) beside.focus();
    }
    return true;
  };

  /** Never out of the app: that is a button alone. What is announced goes, and the app stays where it is. */
  const back = () => {
    const way = shown.notice.announcement ? "dismiss" : "go_back";
    run(shown.notice.actions.filter(({ kind }) => kind === way)[0] || { kind: way });
  };

  /** Says of an input what is wrong with it; gives what takes that back and leaves what the app says of it. */
  const describe = (beside) => {
    const own = beside.getAttribute("aria-describedby");
    // What is in a shadow root describes nothing that is outside.
    const note = slots && beside.parentNode
      && beside.parentNode.insertBefore(h("span", { id: id + "beside", lang: shown.notice.locale, hidden: true }, find(box, "unseen").textContent), beside.nextSibling);
    const undo = [["aria-invalid", "true"], ["aria-describedby", (own ? own + " " : "") + id + (note ? "beside" : "spoken")]].map(([name, value]) => {
      const was = beside.getAttribute(name);
      beside.setAttribute(name, value);
      return () => {
        if (beside.getAttribute(name) !== value) return;
        if (was === null) beside.removeAttribute(name);
        else beside.setAttribute(name, was);
      };
    });
    return () => {
      undo.forEach((each) => each());
      if (note && note.parentNode) note.parentNode.removeChild(note);
    };
  };

  /** Draws it in the place of what was shown, which stays where both look the same. */
  const place = (beside, old, icon) => {
    const drawn = tree(h, { notice: shown.notice, id, modal: isModal(), television: isTelevision(), slots, icon, choose: run });
    shown.look = looks(shown.notice, option("theme"), isModal());
    if (old && old.look === shown.look && old.beside === beside && attached(box)) {
      ["corner", "unseen"].forEach((name) => fill(find(box, name), find(drawn, name).childNodes));
      return true;
    }
    dress();
    if (undescribe) undescribe();
    box.textContent = "";
    box.appendChild(drawn);
    undescribe = beside ? describe(beside) : undefined;
    if (!stands && beside && beside.parentNode) {
      // What stands in a label would name the input.
      let after = beside;
      for (let around = beside; around; around = around.parentNode) if (around.tagName === "LABEL") after = around;
      after.parentNode.insertBefore(box, after.nextSibling);
    } else if (box.parentNode !== root) root.appendChild(box);
    return false;
  };

  /** Where the focus is. */
  const at = () => {
    const active = focused(box);
    const inside = holds(box, active);
    return { active, inside, kind: inside && active.getAttribute("data-kind") };
  };

  /** Gives the focus to what had it or the button of that kind, else to the first, or to the input; says whether it went there. */
  const focus = ({ active, kind }, beside, inline) => {
    const items = stops(box);
    const [same = items[0] || find(box, "notice")] = items.filter((each) => each === active || (kind && each.getAttribute("data-kind") === kind));
    const target = inline ? beside : same;
    if (!target || target === focused(box)) return false;
    target.focus({ preventScroll: !isModal() }); // a player that is out of sight leaves the page where it is
    return focused(box) === target;
  };

  function show(offered, about) {
    if (destroyed || !isObject(offered) || get(offered, "presentation") === "none") return;
    const given = sound(offered);
    const icon = callApp(option("icon"), given);
    if (destroyed) return;
    const call = CALL.some((name) => get(about, name) !== undefined) ? about : undefined;
    if (left !== undefined && get(call, "id") === left) return;
    left = undefined;
    const inline = given.presentation === "inline";
    const beside = inline ? get(about, "beside") : undefined;
    const again = repeats(given, call);
    const modal = isModal();
    const had = at();
    const { active, inside } = had;
    // In a player's box as in the notice; in a page the app has its focus.
    const takes = modal || !active || inside || (root !== document.body && holds(root, active));
    const old = shown;
    if (!old) before = active;
    // It was counted down to a try, and none follows.
    const stopped = Boolean(old) && (old.again || old.stopped) && !again && old.notice.reason === given.reason;
    const hint = attempt(() => JSON.stringify([given.reason, given.code, given.retry]));
    const mine = { notice: again ? plainly.reword(given, { repeats: true }) : given, call, beside, again, stopped, hint };
    shown = mine;
    // An app that draws all anew does not begin anew.
    const runs = again && !call && Boolean(counting) && old.hint === hint;
    if (!runs) stop();
    if (unlisten) unlisten();
    const stays = place(beside, old, icon);
    unlisten = option("keys") === false ? undefined : keys(box, { modal: modal && !inline, beside, back });
    const went = !(stays && inside) && takes && focus(had, beside || (inside && inPage(before)), inline);
    // Whoever hears of the focus, or of the words, may hide it or show another.
    if (shown === mine) voice.say(mine.notice, went && (!inline || Boolean(beside)));
    if (shown !== mine) return;
    if (runs) wait(told);
    else if (again) count(get(call, "retryAt"));
    else wait(stopped ? { left: "stopped" } : undefined);
  }

  /** Says it in another explainer's words. Nothing begins anew: the countdown runs on, and the focus stays where it is. */
  function reword(explainer) {
    plainly = explainer;
    // Its words came with it: the app announces it again.
    if (!shown || !plainly || shown.notice.announcement) return;
    const mine = shown;
    const { notice, beside, again, look } = mine;
    const had = at();
    mine.notice = plainly.reword(notice, { repeats: again });
    const icon = callApp(option("icon"), mine.notice);
    if (shown !== mine) return;
    const stays = place(beside, { beside, look }, icon);
    voice.say(mine.notice, !stays && had.inside && focus(had, beside, false));
    if (shown === mine) wait(told);
  }

  function hide() {
    if (!shown) return;
    const { active, inside } = at();
    const leaves = !active || inside;
    stop();
    voice.clear();
    if (unlisten) unlisten();
    if (undescribe) undescribe();
    box.textContent = "";
    shown = unlisten = undescribe = told = undefined;
    if (leaves && inPage(before)) before.focus();
    before = undefined;
  }

  /** What an app's poll of an operator's announcements says is due now, and nothing where nothing is. */
  function announce(notice) {
    const before = shown && shown.notice.announcement;
    const id = get(notice, "announcement");
    if (shown && !before) return; // what failed comes first
    if (typeof id !== "string" || gone[id]) {
      if (before) hide();
      return;
    }
    if (before !== id || looks(notice, option("theme"), isModal()) !== shown.look) show(notice);
    clearTimeout(ending);
    const rest = get(notice, "until") - get(notice, "at");
    if (rest <= LONGEST_TIMER) ending = setTimeout(() => shown && shown.notice.announcement === id && hide(), rest);
  }

  return {
    show,
    announce,
    reword,
    hide,
    /** What was shown of a call that succeeded or was canceled goes. */
    settled(outcome, call) {
      if (outcome !== "failed" && shown && shown.call && shown.call.id === get(call, "id")) hide();
    },
    destroy() {
      hide();
      destroyed = true;
      clearTimeout(ending);
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

/** What can still have the focus. */
const inPage = (element) => (element && attached(element) ? element : undefined);

/** What two notices have in common that look the same. */
const looks = ({ title, text, locale, presentation, actions }, theme, modal) => [title, text, locale, presentation, theme, modal]
  .concat(actions.map(({ kind, label, phone, email, url }) => [kind, label, phone, email, url].join(" "))).join("\n");
