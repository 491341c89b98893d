// Events of a request, of a media element and of a player; a media element.

import { get, isObject } from "../guard.js";
import { isNumber } from "./parts.js";
import { interrupted } from "./xhr.js";

export function event(error, within) {
  const type = get(error, "type");
  const target = get(error, "target");
  const detail = get(error, "detail");
  if (isObject(detail) && isNumber(get(detail, "category"))) return within(detail);
  if (isObject(target)) return interrupted(type) || within(target);
  if (isNumber(get(error, "networkState"))) return within(get(error, "error"));
  if (isNumber(get(error, "loaded"))) return interrupted(type) || { reason: "connection_failed" };
}
