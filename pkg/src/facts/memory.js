// What was explained how, as long as anybody holds it.

import { attempt, isObject } from "./guard.js";

/** Engines without it forget. */
const known = typeof WeakMap === "function" ? new WeakMap() : undefined;

export function remember(key, value) {
  if (known && isObject(key)) attempt(() => known.set(key, value));
}

export function recall(key) {
  return known && isObject(key) ? known.get(key) : undefined;
}
