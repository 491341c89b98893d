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

/** All that a selector finds, as an array. */
export const all = (within, selector) => Array.prototype.slice.call(within.querySelectorAll(selector));

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

/**
 * What has the focus; nothing where it is nowhere. A shadow root tells only of what is in it, and whoever is outside sees its host:
 * so it is asked outwards from where we are, and then inwards.
 */
export function focused(within) {
  let root = within.getRootNode ? within.getRootNode() : document;
  while (!root.activeElement && root.host) root = root.host.getRootNode();
  let active = root.activeElement || document.activeElement;
  while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body || active === document.documentElement ? null : active;
}

/** Whether one is in the other as a viewer sees it: in a slot of it or a shadow root too. */
export function holds(box, element) {
  let at = element;
  while (at && at !== box) at = at.assignedSlot || at.parentNode || at.host;
  return Boolean(at);
}
