// One failure in every language at once: a cell is a small screen. Every word in it is the package's.

import { h, isolated, refill } from "./dom.js";

export class Grid {
  // choose(tag) is called when a cell is pressed.
  constructor(root, languages, choose) {
    this.root = root;
    this.cells = new Map();
    for (const { tag, name, direction } of languages) {
      // A button cannot lay out what is in it everywhere, so something in the button does.
      const screen = h("span", { class: "screen" }, h("span", { class: "own" }, name));
      this.cells.set(tag, h("button", {
        type: "button", class: "cell", "data-tag": tag, lang: tag, dir: direction || "ltr", onclick: () => choose(tag),
      }, screen));
    }
    this.heading = h("h2");
    refill(root, this.heading, ...this.cells.values());
    root.addEventListener("focusin", ({ target }) => this.center(target));
  }

  get isOpen() {
    return !this.root.hidden;
  }

  // The languages' own names stand at once; their words follow as they are there.
  open(heading, tag) {
    const cell = this.cells.get(tag);
    for (const each of this.cells.values()) {
      each.removeAttribute("aria-current");
      clear(each);
    }
    cell.setAttribute("aria-current", "true");
    this.heading.textContent = heading;
    this.root.hidden = false;
    if (!this.root.contains(document.activeElement)) cell.focus({ preventScroll: true });
  }

  close() {
    this.root.hidden = true;
  }

  show(tag, notice, style) {
    const cell = this.cells.get(tag);
    const words = style === "none" ? notice.message : notice.text;
    const [first] = notice.actions;
    clear(cell);
    cell.lang = notice.locale;
    cell.dir = notice.direction;
    for (const part of [
      h("span", { class: "title" }, notice.title),
      h("span", { class: "message" }, isolated(words, [notice.code, notice.serverCode])),
      first && h("span", { class: "first" }, first.label),
    ]) if (part) cell.firstChild.appendChild(part);
    // What is above may have grown; that is no movement.
    if (!this.root.contains(document.activeElement)) return;
    this.root.style.scrollBehavior = "auto";
    this.center(document.activeElement);
    this.root.style.scrollBehavior = "";
  }

  center(cell) {
    if (cell === this.root) return;
    this.root.scrollTop = cell.offsetTop - (this.root.clientHeight - cell.offsetHeight) / 2;
  }
}

function clear(cell) {
  const screen = cell.firstChild;
  while (screen.lastChild !== screen.firstChild) screen.removeChild(screen.lastChild);
}
