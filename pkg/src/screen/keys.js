// Keys of remote controls and keyboards: arrows move over the buttons as one reads them, Back leaves. OK is the buttons' own.

import { attempt } from "../facts/guard.js";
import { all, find, focused, holds } from "./dom.js";

const NAMES = { ArrowLeft: "left", ArrowUp: "up", ArrowRight: "right", ArrowDown: "down",
  Tab: "tab", Enter: "ok", " ": "ok", Escape: "back", Backspace: "back", GoBack: "back", BrowserBack: "back", XF86Back: "back" };
// For engines that have no names or others; Back of webOS, Tizen, and set-top boxes.
const CODES = { 37: "left", 38: "up", 39: "right", 40: "down", 9: "tab", 13: "ok", 32: "ok", 27: "back", 8: "back", 461: "back", 10009: "back", 166: "back" };

/** 229: the key is for what is being composed, a word of Japanese say. */
export const keyOf = (event) => (event.altKey || event.ctrlKey || event.metaKey || event.keyCode === 229
  ? undefined : NAMES[event.key] || CODES[event.keyCode]);

const typing = (element) => Boolean(element)
  && ((/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && !element.readOnly) || element.isContentEditable === true);
/** Whether Down is the input's own: it has lines, values or suggestions. What is no input has no type. */
const goesDown = (input) => input.list || input.getAttribute("role") || !/^(text|email|password|search|tel|url|undefined)$/.test(input.type);
const erases = (event) => event.key === "Backspace" || event.keyCode === 8;
/** What had the focus when the key went down: within a closed shadow root only the host of that is told. */
const targetOf = (event) => (event.composedPath ? event.composedPath()[0] : event.target);

/** Whether it is that element, or in a shadow root of it. */
function within(element, told) {
  let at = element;
  while (at && at !== told) at = at.getRootNode && at.getRootNode().host;
  return Boolean(at);
}

/** Whether an app's own dialog lies over it, which makes all else inert. Engines before 2022 cannot say so. */
const covered = (box) => attempt(() => all(document, "dialog:modal").some((dialog) => !holds(dialog, box)));

/** Who follows the keys: of those that want them all, the last has them. */
const following = [];

const STOPS = "button, a[href], input, select, textarea, [tabindex]";

/** What can have the focus in a notice, in reading order: what is ours, and what an app put into slots in its place. */
export function stops(box) {
  const slots = all(box, "slot");
  const nodes = slots.reduce((found, slot) => found.concat(slot.assignedNodes({ flatten: true })), []);
  const found = nodes.reduce((found, node) => found.concat(all(node.parentNode, STOPS).filter((each) => node.contains(each))), []);
  return (slots.length ? found : all(box, STOPS)).filter((each) => each.offsetWidth > 0 && each.tabIndex >= 0 && !each.disabled);
}

/**
 * Follows the keys while a notice is shown.
 * @param around `{ modal, beside, back }`: whether nothing else has the keys meanwhile; the input that the notice is about; what
 * Back does, which says whether it did something
 * @returns what ends it
 */
export function keys(box, { modal, beside, back }) {
  const own = { modal };
  let pressed = false;
  const last = () => following.filter((each) => each.modal).pop() === own;
  /** Whether the key was ours. */
  const use = (key, event, active, inside) => {
    if (beside && active === beside && (key !== "down" || goesDown(beside))) return false;
    if (key === "back" && erases(event) && typing(active)) return false;
    if (key === "back") return (event.repeat === true && (inside || modal)) || back();
    // A key that is still held from before, or was pressed for what is gone.
    if (key === "ok") {
      if (!inside) return modal;
      pressed = event.repeat !== true && within(active, targetOf(event));
      return !pressed;
    }
    const items = stops(box);
    const at = items.indexOf(active);
    if (key === "tab") {
      if (!modal) return false;
      if (items.length) items[(at + (event.shiftKey ? items.length - (at < 0 ? 0 : 1) : 1)) % items.length].focus();
      return true;
    }
    const to = at < 0 ? items[0] : next(box, items, at, key) || (beside && key === "up" ? beside : undefined);
    if (to) to.focus();
    return modal || Boolean(to);
  };
  const react = (event) => {
    const key = keyOf(event);
    const active = focused(box);
    const inside = holds(box, active);
    // It may be out of the page, or hidden with what it stands in.
    const drawn = attempt(() => find(box, "notice").offsetWidth);
    if (!key || !drawn || !(inside || (modal && last() && !covered(box)) || (beside && active === beside))) return;
    // OK is the button's own, and nobody else's: an app's navigation would prevent that it is pressed.
    if (key === "ok" && inside) event.stopImmediatePropagation();
    // What is thrown must not leave the key to the app.
    const ours = event.type === "keydown" ? attempt(() => use(key, event, active, inside)) !== false : key === "ok" && inside && !pressed;
    if (!ours) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Before the app's own listeners. Browsers press what has the focus after the key went down, as "keypress" or "keyup" tells.
  following.push(own);
  const ends = ["keydown", "keypress", "keyup"].map((type) => {
    window.addEventListener(type, react, true);
    return () => window.removeEventListener(type, react, true);
  });
  return () => {
    following.splice(following.indexOf(own), 1);
    ends.forEach((end) => end());
  };
}

/** Buttons that do not fit into one line are read like words: where a line ends, the next one begins. */
function next(box, items, at, key) {
  if (key === "left" || key === "right") {
    const ahead = (key === "right") === (getComputedStyle(find(box, "notice")).direction !== "rtl");
    return items[at + (ahead ? 1 : -1)];
  }
  const down = key === "down" ? 1 : -1;
  const from = items[at].getBoundingClientRect();
  const boxes = items.map((item) => item.getBoundingClientRect());
  const ahead = (to) => (to.top - from.top) * down;
  const beyond = boxes.map(ahead).filter((distance) => distance > from.height / 2);
  const nearest = Math.min.apply(Math, beyond);
  let found;
  let least = Infinity;
  boxes.forEach((to, index) => {
    if (ahead(to) > nearest + from.height / 2 || ahead(to) < nearest) return;
    const aside = Math.abs(to.left + to.right - from.left - from.right);
    if (aside < least) [found, least] = [items[index], aside];
  });
  return found;
}
