// What is chosen, as the page's address tells it: #failure=490&lang=ar&style=prefix&view=tv (or grid); attempt=3 starts
// later, hold=1 stops the clock.

import { failures } from "./failures.js";
import { codeStyles, languages } from "./languages.js";

const TEXTS = { failure: failures.map(({ id }) => id), lang: languages.map(({ tag }) => tag), style: codeStyles.map(({ id }) => id), view: ["tv", "grid", "page"] };
const DEFAULTS = { failure: "490", lang: "en", style: "prefix", view: "page" };

/** @param pasted whether there is a pasted response to return to */
export function read(pasted) {
  const hash = new URLSearchParams(location.hash.slice(1));
  const found = {
    attempt: Math.min(99, Math.max(1, parseInt(hash.get("attempt"), 10) || 1)),
    hold: hash.get("hold") === "1",
  };
  for (const name of Object.keys(TEXTS)) {
    found[name] = TEXTS[name].includes(hash.get(name)) ? hash.get(name) : DEFAULTS[name];
  }
  if (pasted && hash.get("failure") === "paste") found.failure = "paste";
  return found;
}

export function write({ failure, lang, style, view, attempt, hold }) {
  const hash = new URLSearchParams();
  hash.set("failure", failure);
  hash.set("lang", lang);
  hash.set("style", style);
  if (view !== "page") hash.set("view", view);
  if (attempt > 1) hash.set("attempt", attempt);
  if (hold) hash.set("hold", "1");
  history.replaceState(null, "", "#" + hash);
}
