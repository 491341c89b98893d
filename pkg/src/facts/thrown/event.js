// Events of a request, of a media element, of a player and of a connection that stays open; a media element.

import { get, isObject } from "../guard.js";
import { isNumber, text } from "./parts.js";
import { player } from "./player.js";
import { interrupted } from "./xhr.js";

/** By the number with which a WebSocket closed (RFC 6455); with the others the connection was lost. */
const CLOSED = {
  1000: "canceled",
  1008: "access_denied",
  1011: "server_error",
  1012: "service_unavailable",
  1013: "service_unavailable",
  1014: "gateway_error",
  1015: "insecure_connection",
};

export function event(error, within) {
  const [type, target, detail, code] = ["type", "target", "detail", "code"].map((key) => get(error, key));
  if (isObject(detail) && isNumber(get(detail, "category"))) return within(detail);
  if (isNumber(code) && (type === "close" || typeof get(error, "wasClean") === "boolean")) return closed(code, text(get(error, "reason")));
  if (isObject(target)) {
    const held = [get(error, "error"), get(error, "reason")].filter(isObject).shift();
    if (held) return within(held);
    const ready = get(target, "readyState");
    // A WebSocket or EventSource. Some of the latter say what the server answered; who still connects needs nobody's help.
    if (isNumber(ready) && text(get(target, "url"))) {
      return isNumber(code || get(error, "status")) ? undefined : { reason: "connection_failed", recoverable: ready === 0 };
    }
    return interrupted(type) || within(target);
  }
  if (isNumber(get(error, "networkState"))) return within(get(error, "error"));
  if (isNumber(get(error, "loaded"))) return interrupted(type) || { reason: "connection_failed" };
}

/** Of the numbers that are an app's own, those from 4400 on are by custom an HTTP status and 4000. */
function closed(code, message) {
  const body = { code, message };
  if (code < 3000) return player(code, CLOSED[code] || "connection_failed");
  return code > 4399 && code < 4600 ? { status: code - 4000, body } : { thrown: true, body };
}
