// What the families look at alike: text, numbers, paths, a response.

import { get, joined } from "../guard.js";
import { body, headers, status } from "../http.js";

export const MOST_WITHIN = 4; // errors within errors
const MOST_TEXT = 1024;
const MOST_STEPS = 8; // of a path

export const isNumber = (value) => typeof value === "number";

/** The head of a text, or a number as one: what patterns are looked for in is short, whatever was caught. */
export const text = (value, most = MOST_TEXT) => (typeof value === "string" || isNumber(value) ? String(value).slice(0, most) : "");

/** What stands at a dotted path. */
export const at = (holder, path) => text(path).split(".").slice(0, MOST_STEPS).reduce(get, holder);

/** A response; nothing where the status is none. */
export function answer(given, fields, sent) {
  const known = status(given);
  return known > 99 && known < 600 ? joined({ status: known, headers: headers(fields), body: body(sent) }) : undefined;
}
