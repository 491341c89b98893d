// Shaka Player's errors (shaka.util.Error): a number, a category, and a list whose places mean what the number says.

import { get, isArray, isObject } from "../guard.js";
import { answer, isNumber, text } from "./parts.js";
import { player, told } from "./player.js";

/** By shaka.net.NetworkingEngine.RequestType. */
const TARGETS = { 1: "segment", 2: "licence", 3: "api", 5: "licence", 6: "licence" };

/** Where a network error's list has the type of the request. */
const TYPES = { 1001: 4, 1002: 2, 1003: 1 };

export function shaka(error, within) {
  const code = get(error, "code");
  const data = get(error, "data");
  if (!isNumber(code) || !isNumber(get(error, "category")) || !(isArray(data) || isNumber(get(error, "severity")))) return;
  const [first, second, third, fourth] = [0, 1, 2, 3].map((at) => get(data, at));
  const facts = code === 1001 ? answer(second, fourth, third) : within(code === 1002 ? second : /^(100[67]|60[01]7)$/.test(code) && first);
  // VIDEO_ERROR and another hold a media element's.
  const reason = code === 4012 && isObject(first) ? restricted(first) : told(/^301[46]$/.test(code) ? "VIDEO" + text(first) : "SHAKA" + code);
  const type = get(data, TYPES[code]);
  const target = /^6...$/.test(code) ? "licence" : isNumber(type) ? TARGETS[type] || "manifest" : get(facts, "target") || "segment";
  return player(code, reason, facts, target, { recoverable: get(error, "severity") === 1 || get(error, "handled") === true });
}

/** Which restrictions cannot be met. */
function restricted(by) {
  const statuses = get(by, "restrictedKeyStatuses");
  for (let at = 0; at < 64; at++) if (get(statuses, at) === "output-restricted") return "output_protection_required";
  return get(get(by, "missingKeys"), 0) === undefined ? undefined : "licence_denied";
}
