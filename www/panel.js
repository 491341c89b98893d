// What a developer sees of a notice, and of what happened.

import { h, refill } from "./dom.js";

const LINES = 5;
const at = (id) => document.getElementById(id);

export function tell(notice) {
  const { code, serverCode, known, reason, category, severity, presentation, politeness } = notice;
  const facts = {
    code: code + (serverCode ? ", the server's is " + serverCode : "") + (known ? "" : ", not known"),
    reason,
    category,
    severity,
    presentation: presentation + ", " + politeness,
  };
  at("retry").textContent = compact(notice.retry);
  at("facts").textContent = Object.keys(facts)
    .map((name) => (name + ":             ").slice(0, 14) + facts[name]).join("\n");
}

function compact(value) {
  return JSON.stringify(value, null, 2).replace(/^\{\n /, "{").replace(/\n\}$/, " }");
}

/** The latest stands first. */
export function log(text) {
  const list = at("log");
  list.insertBefore(h("li", null, text), list.firstChild);
  while (list.children.length > LINES) list.removeChild(list.lastChild);
}

export function forget() {
  refill(at("log"));
}
