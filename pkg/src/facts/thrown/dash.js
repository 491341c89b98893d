// dash.js' errors: numbers since version 3 (Errors.js, ProtectionErrors.js), words in version 2.

import { get } from "../guard.js";
import { REASONS as MEDIA } from "./media.js";
import { answer, isNumber, text } from "./parts.js";
import { player, reasonOf } from "./player.js";

/** By code, where no response says more; those of a media element are below 6. */
const REASONS = {
  24: "protection_unsupported", // CAPABILITY_MEDIAKEYS
  25: "connection_failed", // DOWNLOAD_ERROR_ID_MANIFEST
  26: "connection_failed", // DOWNLOAD_ERROR_ID_SIDX
  27: "connection_failed", // DOWNLOAD_ERROR_ID_CONTENT
  28: "connection_failed", // DOWNLOAD_ERROR_ID_INITIALIZATION
  29: "connection_failed", // DOWNLOAD_ERROR_ID_XLINK
  36: "licence_denied", // NO_SUPPORTED_KEY_IDS
  103: "licence_denied", // MEDIA_KEYERR_SERVICE
  104: "output_protection_required", // MEDIA_KEYERR_OUTPUT
  110: "licence_expired", // KEY_STATUS_CHANGED_EXPIRED
  112: "protection_unsupported", // KEY_SYSTEM_ACCESS_DENIED
  114: "licence_denied", // MEDIA_KEY_MESSAGE_LICENSER
};

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
  const licence = type === "license" || code === 5 || code === 24 || code === 36 || (code > 99 && code < 200);
  const manifest = /^(MPD|XLink|Content)/.test(type) || code === 10 || code === 11 || code === 12 || code === 25;
  return player(code, (code < 6 ? MEDIA : REASONS)[code], facts, licence ? "licence" : manifest ? "manifest" : "segment");
}
