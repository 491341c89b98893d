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

export function svg(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

// The listeners of what is no button and is pressed like one.
export function pressed(listener) {
  return {
    onclick: listener,
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      listener();
    },
  };
}

// In place of what the element held before.
export function refill(element, ...children) {
  element.textContent = "";
  put(element, ...children);
}
