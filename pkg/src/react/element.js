// Elements of React, as screen/tree.js wants them made. They are HTML of a server's, and stand until the page is at work.

import { createElement } from "react";

const NAMES = { class: "className", tabindex: "tabIndex" };

const nameOf = (name) => NAMES[name] || (/^(aria|data)-/.test(name) ? name : name.replace(/-./g, (end) => end[1].toUpperCase()));

export function element(tag, attributes, ...children) {
  const props = {};
  for (const name of Object.keys(attributes)) {
    if (name !== "onclick") props[nameOf(name)] = attributes[name];
  }
  return createElement(tag, props, ...children);
}
