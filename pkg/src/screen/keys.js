// Keys of remote controls and keyboards: arrows move over the buttons as one reads them, Back leaves. OK is the buttons' own.

import { all, find, focused } from "./dom.js";

const NAMES = { ArrowLeft: "left", ArrowUp: "up", ArrowRight: "right", ArrowDown: "down", Left: "left", Up: "up", Right: "right", Down: "down",
  Tab: "tab", Enter: "ok", Escape: "back", Esc: "back", Backspace: "back", GoBack: "back", BrowserBack: "back", XF86Back: "back" };
// Escape and Backspace, and Back of webOS, Tizen, and set-top boxes.
const CODES = { 37: "left", 38: "up", 39: "right", 40: "down", 9: "tab", 13: "ok", 27: "back", 8: "back", 461: "back", 10009: "back", 166: "back" };

export const keyOf = (event) => (event.altKey || event.ctrlKey || event.metaKey ? undefined : NAMES[event.key] || CODES[event.keyCode]);

const typing = (element) => Boolean(element) && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && !element.readOnly;

/** What can have the focus in a notice, in reading order. */
export const stops = (box) => all(box, "action").concat(all(box, "link")).filter((each) => each.offsetWidth > 0);

/**
 * Follows the keys while a notice is shown.
 * @param around `{ modal, beside, back }`: whether nothing else has the keys meanwhile; the input that the notice is about; what
 * Back does, which says whether it did something
 * @returns what ends it
 */
export function keys(box, { modal, beside, back }) {
  /** Whether the key was ours. */
  const use = (key, event, active, inside) => {
    if (key === "back") return !(event.keyCode === 8 && typing(active)) && back();
    // A key that is still held from before, or was pressed for what is gone.
    if (key === "ok") return inside ? event.repeat === true : modal;
    const items = stops(box);
    const at = items.indexOf(active);
    if (key === "tab") {
      if (!modal || !items.length) return false;
      items[(at + (event.shiftKey ? items.length - (at < 0 ? 0 : 1) : 1)) % items.length].focus();
      return true;
    }
    const fromInput = beside && active === beside;
    if (fromInput && key !== "down") return false;
    const to = at < 0 ? items[0] : next(box, items, at, key) || (beside && key === "up" ? beside : undefined);
    if (to) to.focus();
    return modal || Boolean(to);
  };
  const react = (event) => {
    const key = keyOf(event);
    const active = focused(box);
    const inside = Boolean(active) && box.contains(active);
    if (!key || !(inside || modal || (beside && active === beside))) return;
    // OK is the button's own, and nobody else's: an app's navigation would prevent that it is pressed.
    if (key === "ok" && inside) event.stopPropagation();
    if (!use(key, event, active, inside)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("keydown", react, true);
  return () => document.removeEventListener("keydown", react, true);
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
