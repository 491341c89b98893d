// A media element's error (HTML's MediaError), and video.js', which has the same codes and more.

import { get } from "../guard.js";
import { answer, isNumber, text } from "./parts.js";
import { player, reasonOf } from "./player.js";

/** By MediaError.code; 5 is video.js' own. */
export const REASONS = {
  1: "canceled", // MEDIA_ERR_ABORTED
  2: "connection_failed", // MEDIA_ERR_NETWORK
  5: "licence_denied", // MEDIA_ERR_ENCRYPTED
};

/** By video.js' metadata.errorType, where no response says more. */
const TYPES = [
  ["timeout", /^networkrequesttimeout/],
  ["canceled", /^networkrequestaborted/],
  ["protection_unsupported", /^eme.*-(access|media-keys)$/],
  ["licence_denied", /^eme.*-update-session$/],
  ["playback_failed", /^eme-/],
];

export function media(error) {
  const code = get(error, "code");
  if (get(error, "MEDIA_ERR_DECODE") !== 3 || !isNumber(code)) return;
  const metadata = get(error, "metadata");
  const type = text(get(metadata, "errorType"));
  const status = get(error, "status");
  // video.js has numbers of its own for what got no response.
  const facts = answer(status, get(metadata, "headers"), get(error, "responseText")) ||
    (status === -101 ? { reason: "timeout" } : status === -102 ? { reason: "canceled" } : undefined);
  const reason = (!facts && reasonOf(type, TYPES)) || REASONS[code];
  const licence = code === 5 || /^eme/.test(type);
  const target = licence ? "licence" : /playlist|manifest/.test(text(get(metadata, "requestType"))) ? "manifest" : "segment";
  return player(code, reason, facts, target);
}
