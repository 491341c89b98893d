// hls.js' errors (Hls.ErrorTypes and Hls.ErrorDetails).

import { get, isObject } from "../guard.js";
import { answer, text } from "./parts.js";
import { player, told } from "./player.js";

const TYPES = /^(network|media|keySystem|mux|other)Error$/;
const MOST_DETAILS = 64;

export function hls(error, within) {
  const given = get(error, "details");
  if (!TYPES.test(text(get(error, "type"))) || typeof given !== "string" || typeof get(error, "fatal") !== "boolean") return;
  const details = text(given, MOST_DETAILS);
  const reason = told(details);
  const response = get(error, "response");
  const network = get(error, "networkDetails");
  const seen = isObject(network) ? within(network) || {} : {};
  const code = get(response, "code");
  const status = code === undefined ? get(response, "status") : code;
  const data = get(response, "data");
  let facts = answer(status, seen.headers, data === undefined || data === null ? seen.body : data);
  // A time-out is known as one by its details.
  if (!facts && reason !== "timeout") {
    if (status === 0) facts = { reason: "connection_failed" };
    else if (isObject(response) && /CertificateRequest/.test(details)) facts = { reason: "timeout" };
  }
  const target = /^key/.test(details) ? "licence" : /^(manifest|level|\w+Track|assetList|playlist)/.test(details) ? "manifest" : "segment";
  return player(details, reason, facts, target, { recoverable: !get(error, "fatal") });
}
