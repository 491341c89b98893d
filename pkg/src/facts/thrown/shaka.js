// Shaka Player's errors (shaka.util.Error): a number, a category, and a list whose places mean what the number says.

import { get, isArray, isObject } from "../guard.js";
import { REASONS as MEDIA } from "./media.js";
import { answer, isNumber } from "./parts.js";
import { player } from "./player.js";

/** By code, where no response and no error within says more. */
const REASONS = {
  1002: "connection_failed", // HTTP_ERROR
  1003: "timeout", // TIMEOUT
  4008: "protection_unsupported", // DASH_NO_COMMON_KEY_SYSTEM
  4012: "output_protection_required", // RESTRICTIONS_CANNOT_BE_MET, where it does not say which
  4026: "protection_unsupported", // HLS_KEYFORMATS_NOT_SUPPORTED
  4040: "protection_unsupported", // HLS_MSE_ENCRYPTED_MP2T_NOT_SUPPORTED
  4041: "protection_unsupported", // HLS_MSE_ENCRYPTED_LEGACY_APPLE_MEDIA_KEYS_NOT_SUPPORTED
  4042: "protection_unsupported", // NO_WEB_CRYPTO_API
  6000: "protection_unsupported", // NO_RECOGNIZED_KEY_SYSTEMS
  6001: "protection_unsupported", // REQUESTED_KEY_SYSTEM_CONFIG_UNAVAILABLE
  6002: "protection_unsupported", // FAILED_TO_CREATE_CDM
  6008: "licence_denied", // LICENSE_RESPONSE_REJECTED
  6014: "licence_expired", // EXPIRED
  6018: "output_protection_required", // MIN_HDCP_VERSION_NOT_MATCH
  6019: "protection_unsupported", // ERROR_CHECKING_HDCP_VERSION
  6020: "protection_unsupported", // MISSING_EME_SUPPORT
  7000: "canceled", // LOAD_INTERRUPTED
  7001: "canceled", // OPERATION_ABORTED
  7003: "canceled", // OBJECT_DESTROYED
  7006: "canceled", // PRELOAD_DESTROYED
  8004: "canceled", // CAST_CANCELED_BY_USER
  9002: "canceled", // DEPRECATED_OPERATION_ABORTED
};

/** By shaka.net.NetworkingEngine.RequestType. */
const TARGETS = { 1: "segment", 2: "licence", 3: "api", 5: "licence", 6: "licence" };

export function shaka(error, within) {
  const code = get(error, "code");
  const data = get(error, "data");
  if (!isNumber(code) || !isNumber(get(error, "category")) || !isArray(data)) return;
  const [first, status, sent, fields] = [0, 1, 2, 3].map((at) => get(data, at));
  let facts;
  if (code === 1001) facts = answer(status, fields, sent);
  if (code === 1002) facts = within(status);
  if (code === 1006 || code === 1007 || code === 6007 || code === 6017) facts = within(first);
  if ((code === 3014 || code === 3016) && (first === 1 || first === 2)) facts = { reason: MEDIA[first] };
  if (code === 4012 && isObject(first)) facts = restricted(first);
  const type = code === 1001 ? get(data, 4) : code === 1002 ? sent : code === 1003 ? status : undefined;
  const target = code >= 6000 && code < 7000 ? "licence" : isNumber(type) ? TARGETS[type] || "manifest" : (facts && facts.target) || "segment";
  return player(code, REASONS[code], facts, target, { recoverable: get(error, "severity") === 1 || get(error, "handled") === true });
}

/** Which restrictions cannot be met. */
function restricted(by) {
  const statuses = get(by, "restrictedKeyStatuses");
  const output = isArray(statuses) && statuses.slice(0, 64).indexOf("output-restricted") >= 0;
  const missing = isArray(get(by, "missingKeys")) && by.missingKeys.length > 0;
  return { code: "4012", reason: output ? "output_protection_required" : missing ? "licence_denied" : "playback_failed" };
}
