// Elements without markup strings, by what the oldest engines have too.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, properties, children) {
  for (const name of Object.keys(properties || {})) {
    const value = properties[name];
    if (value === undefined || value === false) continue;
    if (name.slice(0, 2) === "on") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  return put(element, ...children);
}

// At the end of an element: elements, texts, and nothing of what is not there.
export function put(element, ...children) {
  for (const child of children) {
    if (child) element.appendChild(typeof child === "object" ? child : document.createTextNode(child));
  }
  return element;
}

// What a selector finds, as an array.
export function all(selector, root = document) {
  return Array.prototype.slice.call(root.querySelectorAll(selector));
}

export function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

// `count` elements with nothing in them.
export function times(count, tag) {
  const made = [];
  while (made.length < count) made.push(h(tag));
  return made;
}

export function svg(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

// A value that reads left to right in every language: a code, a number, an address.
export function ltr(text) {
  return h("bdi", { dir: "ltr" }, String(text));
}

// In place of what the element held before.
export function refill(element, ...children) {
  element.textContent = "";
  put(element, ...children);
}
