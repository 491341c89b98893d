// What the families look at alike: text, numbers, a response.

import { body, headers, status } from "../http.js";

export const MOST_WITHIN = 4; // errors within errors
const MOST_TEXT = 1024;

export const isNumber = (value) => typeof value === "number";

/** The head of a text: what patterns are looked for in is short, whatever was caught. */
export const text = (value, most = MOST_TEXT) => (typeof value === "string" ? value.slice(0, most) : "");

/** A response; nothing where the status is none. */
export function answer(given, fields, sent) {
  const known = status(given);
  return known > 99 && known < 600 ? { status: known, headers: headers(fields), body: body(sent) } : undefined;
}
