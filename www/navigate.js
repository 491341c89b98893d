// Arrow keys move the focus to what lies in that direction; OK is the buttons' own Enter. Within a notice the keys are the
// screen's: what comes here from there leaves it.

import { all } from "./dom.js";

const FOCUSABLE = "button, input, textarea, [role=option]";
const BACK_CODES = [461, 10009, 166]; // webOS, Tizen, keyboards' browser-back
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const BY_CODE = { 37: "ArrowLeft", 38: "ArrowUp", 39: "ArrowRight", 40: "ArrowDown" };

export function navigate({ back, entered, fallback }) {
  const last = new WeakMap(); // region -> what was focused in it

  document.addEventListener("focusin", ({ target }) => {
    const region = regionOf(target);
    if (region) last.set(region, target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key in ARROWS ? event.key : BY_CODE[event.keyCode];
    const target = event.target;
    if (key) {
      if (typing(target) && keepsCaret(target, key)) return;
      event.preventDefault();
      move(ARROWS[key]);
    } else if (event.key === "Escape" || event.key === "GoBack" || event.key === "BrowserBack"
      || (event.key === "Backspace" && !typing(target)) || BACK_CODES.includes(event.keyCode)) {
      event.preventDefault();
      back(regionOf(target));
    }
  });

  function move([x, y]) {
    const from = document.activeElement;
    const items = focusable();
    if (!items.includes(from)) return fallback();
    const region = regionOf(from);
    const notice = from.closest(".plainly");
    const near = best(from, items.filter((item) => regionOf(item) === region && !(notice && notice.contains(item))), x, y);
    if (near) return near.focus({ preventScroll: true });

    // Elsewhere: a region straight ahead of the item, else one straight ahead of its region.
    const ahead = (start) => items.filter((item) => regionOf(item) !== region && faces(start, regionOf(item), x, y));
    const candidate = best(from, ahead(from), x, y, true) || (region && best(from, ahead(region), x, y, true));
    if (!candidate) return;
    const next = regionOf(candidate);
    const known = last.get(next);
    const chosen = next.querySelector('[aria-selected="true"]')
      || (known && known.isConnected && items.includes(known) && y === 0 ? known : undefined)
      || (entered && entered(next))
      || candidate;
    chosen.focus({ preventScroll: true });
  }
}

function regionOf(element) {
  return element && element.closest ? element.closest("[data-region]") : null;
}

function focusable() {
  const modal = document.querySelector("[data-modal]:not([hidden])");
  return all(FOCUSABLE, modal || document).filter((element) =>
    !element.disabled && element.getClientRects().length > 0);
}

function typing(element) {
  return /^(INPUT|TEXTAREA)$/.test(element.tagName) && !element.readOnly;
}

// In a text the arrows move the caret until it is at an end.
function keepsCaret(element, key) {
  const { selectionStart: start, selectionEnd: end, value, tagName } = element;
  if (start !== end) return true;
  const lines = tagName === "TEXTAREA";
  if (key === "ArrowLeft") return start > 0;
  if (key === "ArrowRight") return end < value.length;
  if (key === "ArrowUp") return lines && value.lastIndexOf("\n", start - 1) >= 0 && start > 0;
  return lines && value.indexOf("\n", end) >= 0;
}

function gap(from, to, x, y) {
  if (x) return x > 0 ? to.left - from.right : from.left - to.right;
  return y > 0 ? to.top - from.bottom : from.top - to.bottom;
}

function overlap(from, to, x) {
  return x
    ? Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top)
    : Math.min(from.right, to.right) - Math.max(from.left, to.left);
}

function faces(from, region, x, y) {
  const a = from.getBoundingClientRect();
  const b = region.getBoundingClientRect();
  return gap(a, b, x, y) > -2 && overlap(a, b, x) > 0;
}

// The nearest straight ahead; far to the side costs more than far ahead.
function best(from, items, x, y, far) {
  const a = from.getBoundingClientRect();
  let found;
  let least = Infinity;
  for (const item of items) {
    if (item === from) continue;
    const b = item.getBoundingClientRect();
    const ahead = gap(a, b, x, y);
    // A focused button is scaled up, so a little overlap is no obstacle.
    if (ahead < -.35 * (x ? Math.min(a.width, b.width) : Math.min(a.height, b.height))) continue;
    const aside = Math.max(0, -overlap(a, b, x));
    if (!far && aside > 1.5 * (x ? a.height : a.width)) continue;
    const cost = Math.max(0, ahead) + 3 * aside + .1 * unaligned(a, b, x);
    if (cost < least) [found, least] = [item, cost];
  }
  return found;
}

// Two that share an edge or a middle line belong together.
function unaligned(a, b, x) {
  const [near, far] = x ? ["top", "bottom"] : ["left", "right"];
  const first = a[near] - b[near];
  const last = a[far] - b[far];
  return Math.min(Math.abs(first), Math.abs(last), Math.abs(first + last) / 2);
}
