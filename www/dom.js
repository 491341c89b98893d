// Elements without markup strings.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

export function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
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
  for (const child of children) if (child) element.append(child);
}

// `text` with its code isolated; isolates that are already around it are replaced.
export function isolated(text, codes) {
  const fragment = document.createDocumentFragment();
  const wanted = codes.filter(Boolean).map((code) => code.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp("(^|[^A-Za-z0-9])[\u2066-\u2068]?(" + wanted.join("|") + ")\u2069?(?![A-Za-z0-9])");
  const found = wanted.length ? pattern.exec(text) : null;
  if (!found) {
    fragment.append(text);
    return fragment;
  }
  const before = text.slice(0, found.index) + found[1].replace(/[\u2066-\u2068]/, "");
  fragment.append(before, ltr(found[2]), text.slice(found.index + found[0].length));
  return fragment;
}
