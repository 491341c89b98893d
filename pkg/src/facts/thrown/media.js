// A media element's error (HTML's MediaError), and video.js', which has the same codes and more.

import { get } from "../guard.js";
import { answer, isNumber, text } from "./parts.js";
import { player, told } from "./player.js";

export function media(error) {
  const code = get(error, "code");
  // A copy has no constants, but Chromium's sentence: "PIPELINE_ERROR_DECODE: ...".
  if (!isNumber(code) || (get(error, "MEDIA_ERR_DECODE") !== 3 && !/^[A-Z_]{9,40}:/.test(text(get(error, "message"))))) return;
  const metadata = get(error, "metadata");
  const type = text(get(metadata, "errorType"));
  const status = get(error, "status");
  // video.js has numbers of its own for what got no response.
  const facts = answer(status, get(metadata, "headers"), get(error, "responseText")) ||
    (status === -101 ? { reason: "timeout" } : status === -102 ? { reason: "canceled" } : undefined);
  const reason = (!facts && told(type)) || told("VIDEO" + code);
  const licence = code === 5 || /^eme/.test(type);
  const target = licence ? "licence" : /playlist|manifest/.test(text(get(metadata, "requestType"))) ? "manifest" : "segment";
  return player(code, reason, facts, target);
}
