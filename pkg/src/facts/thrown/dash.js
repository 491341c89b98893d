// dash.js' errors: numbers since version 3 (Errors.js, ProtectionErrors.js), words in version 2.

import { get } from "../guard.js";
import { answer, isNumber, text } from "./parts.js";
import { player, reasonOf, told } from "./player.js";

/** By version 2's words for an error, and for a capability that is missing. */
const WORDS = [
  ["connection_failed", /^download/],
  ["protection_unsupported", /media/],
];

export function dash(error, within) {
  if (get(error, "type") !== "error") return;
  const inner = get(error, "error");
  const event = get(error, "event");
  return typeof inner === "string" && event !== undefined ? worded(text(inner), event, within) : numbered(inner, within);
}

function worded(word, event, within) {
  const id = text(get(event, "id"));
  const facts = word === "capability"
    ? { reason: reasonOf(text(event), WORDS) || "playback_failed", code: word }
    : within(get(event, "request"));
  const target = /manifest|xlink/i.test(id) ? "manifest" : /^key|cap/.test(word) ? "licence" : "segment";
  return player(word, reasonOf(word, WORDS), facts, target);
}

function numbered(error, within) {
  const code = get(error, "code");
  const data = get(error, "data");
  if (!isNumber(code) || typeof get(error, "message") !== "string" || data === undefined) return;
  const type = text(get(get(data, "request"), "type"));
  const response = get(data, "response");
  const facts = within(response) || answer(get(response, "status"), get(response, "headers"), get(response, "data")) ||
    answer(get(data, "responseCode"), undefined, get(data, "serverResponse"));
  const licence = type === "license" || /^(5|24|36|1..)$/.test(code);
  const manifest = /^(MPD|XLink|Content)/.test(type) || /^(1[012]|25)$/.test(code);
  return player(code, told((code < 6 ? "VIDEO" : "DASH") + code), facts, licence ? "licence" : manifest ? "manifest" : "segment");
}
