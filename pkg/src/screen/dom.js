// Elements of the DOM, without markup strings, inline styles or what the oldest engines lack.

const SVG = { svg: true, circle: true, path: true, rect: true };

/** An element with attributes, listeners (`onclick`) and children: elements, texts, and nothing of what is not there. */
export function h(tag, attributes, ...children) {
  const element = SVG[tag] ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  Object.keys(attributes).forEach((name) => {
    const value = attributes[name];
    if (name === "key" || value === undefined || value === false) return;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  });
  children.forEach((child) => {
    if (child) element.appendChild(child.nodeType ? child : document.createTextNode(String(child)));
  });
  return element;
}

/** What a class of ours finds in an element. */
export const find = (within, name) => within.querySelector(".plainly-" + name);

/** All of it, as an array. */
export const all = (within, name) => Array.prototype.slice.call(within.querySelectorAll(".plainly-" + name));

export function toggle(element, name, on) {
  if (on) element.setAttribute(name, "");
  else element.removeAttribute(name);
}

/** Whether it is in the page, also within shadow roots. */
export function attached(node) {
  let at = node;
  while (at && at !== document) at = at.parentNode || at.host;
  return Boolean(at);
}

/** What has the focus, also within a shadow root; nothing where it is nowhere. */
export function focused(within) {
  const root = within.getRootNode ? within.getRootNode() : document;
  const active = root.activeElement || document.activeElement;
  return active === document.body || active === document.documentElement ? null : active;
}
