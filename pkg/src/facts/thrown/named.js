// What names, codes and sentences say.

import { get, isObject } from "../guard.js";
import { MOST_WITHIN, text } from "./parts.js";

export function named(error, within, target) {
  const name = get(error, "name");
  const message = text(get(error, "message"));
  if (get(error, "__CANCEL__") === true || name === "NotAllowedError" || message === "Request aborted") return { reason: "canceled" };
  if (get(error, "crossDomain") === true || message === "Network Error") return { reason: "connection_failed" };
  const plays = target !== undefined && target !== "api";
  if (name === "NotSupportedError" && (plays || /key ?system/i.test(message))) {
    const keys = target === "licence" || /key ?system/i.test(message);
    return { reason: keys ? "protection_unsupported" : "playback_failed", code: name };
  }
  if (plays && (name === "InvalidStateError" || name === "QuotaExceededError")) return { reason: "playback_failed", code: name };
  return { thrown: true, cause: names(error, MOST_WITHIN) };
}

/** The name and code of an error and of those within, and the network stack's own name in its message. */
function names(error, left) {
  if (!isObject(error) || left === 0) return undefined;
  const message = text(get(error, "message"));
  const token = /\bERR_[A-Z][A-Z0-9_]+/.exec(message);
  // A program's own mistake is no failed call.
  const mistake = /\b(undefined|null|not a (function|constructor)|not iterable|not an object)\b/.test(message);
  return {
    name: mistake ? undefined : get(error, "name"),
    code: get(error, "code"),
    token: token ? token[0] : undefined,
    cause: names(get(error, "cause"), left - 1),
  };
}
