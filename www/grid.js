// One failure in every language at once: a cell is a small screen. Every word in it is the package's.

import { h, pressed, put, refill } from "./dom.js";

export class Grid {
  // choose(tag) is called when a cell is pressed.
  constructor(root, languages, choose) {
    this.root = root;
    this.cells = languages.map(({ tag, name, direction }) => h("div", Object.assign({
      role: "option", class: "cell", "data-tag": tag, lang: tag, dir: direction || "ltr", tabindex: "-1",
    }, pressed(() => choose(tag))), h("span", { class: "own" }, name)));
    this.heading = h("h2");
    refill(root, this.heading, h("div", { class: "cells", role: "listbox", "aria-label": "Language" }, ...this.cells));
    root.addEventListener("focusin", ({ target }) => this.center(target));
  }

  get isOpen() {
    return !this.root.hidden;
  }

  // The languages' own names stand at once; their words follow as they are there.
  open(heading, tag) {
    const cell = this.cell(tag);
    for (const each of this.cells) {
      each.setAttribute("aria-selected", each === cell);
      clear(each);
    }
    this.heading.textContent = heading;
    this.root.hidden = false;
    if (!this.root.contains(document.activeElement)) cell.focus({ preventScroll: true });
  }

  close() {
    this.root.hidden = true;
  }

  show(tag, notice) {
    const cell = this.cell(tag);
    const [first] = notice.actions;
    clear(cell);
    cell.lang = notice.locale;
    cell.dir = notice.direction;
    put(cell,
      h("span", { class: "title" }, notice.title),
      h("span", { class: "message" }, notice.text),
      first && h("span", { class: "first" }, first.label));
    // What is above may have grown; that is no movement.
    if (!this.root.contains(document.activeElement)) return;
    this.root.style.scrollBehavior = "auto";
    this.center(document.activeElement);
    this.root.style.scrollBehavior = "";
  }

  cell(tag) {
    return this.cells.filter((each) => each.getAttribute("data-tag") === tag)[0];
  }

  center(cell) {
    this.root.scrollTop = cell.offsetTop - (this.root.clientHeight - cell.offsetHeight) / 2;
  }
}

// All but the language's own name.
function clear(cell) {
  while (cell.lastChild !== cell.firstChild) cell.removeChild(cell.lastChild);
}
