// What the errors of all players have in common.

import { joined } from "../guard.js";

const OURS = /^(timeout|canceled|connection_failed)$/; // these have codes of ours
const MEDIA = ["CUSTOM", "ABORTED", "NETWORK", "DECODE", "SRC_NOT_SUPPORTED", "ENCRYPTED"];
export const PAGE = /^\s*<(!doctype )?html/i;

/**
 * By the names that players give their codes, where no response says more. Those that have numbers: MediaError.code and video.js'
 * after VIDEO, shaka.util.Error.Code after SHAKA, dash.js' (Errors.js, ProtectionErrors.js), THEOplayer's (ErrorCode), and
 * JW Player's (src/js/api/errors.ts). What is missing says no more than that it does not play.
 */
const NAMES = [
  // TIMEOUT, MSF_CATALOG_TIMEOUT, CAST_CONNECTION_TIMED_OUT
  ["timeout", /time_?out|THEO6001|SHAKA(1003|4064|8005)$/i],
  // MEDIA_ERR_ABORTED; LOAD_INTERRUPTED, OPERATION_ABORTED, OBJECT_DESTROYED, PRELOAD_DESTROYED, CAST_CANCELED_BY_USER, and one of old
  ["canceled", /abort|VIDEO1$|THEO5004|JW3032[12]|SHAKA(700[0136]|8004|9002)$/i],
  // RESTRICTIONS_CANNOT_BE_MET, where it does not say which, MIN_HDCP_VERSION_NOT_MATCH; MEDIA_KEYERR_OUTPUT
  ["output_protection_required", /HDCP|OutputRest|RESTRICTED_OUT|THEO7011|SHAKA(4012|6018)$|DASH104$/],
  // EXPIRED; KEY_STATUS_CHANGED_EXPIRED
  ["licence_expired", /EXPIRED|THEO7009|SHAKA6014$|DASH110$/],
  // DASH_NO_COMMON_KEY_SYSTEM, HLS_KEYFORMATS_NOT_SUPPORTED, NO_WEB_CRYPTO_API, three of MSE_ENCRYPTED_*; NO_RECOGNIZED_KEY_SYSTEMS,
  // REQUESTED_KEY_SYSTEM_CONFIG_UNAVAILABLE, FAILED_TO_CREATE_CDM, ERROR_CHECKING_HDCP_VERSION, MISSING_EME_SUPPORT;
  // CAPABILITY_MEDIAKEYS, KEY_SYSTEM_ACCESS_DENIED
  ["protection_unsupported", /KEY_?SYSTEM|(DRM|KEY).*_NOT_SUP|CREATE_MEDIA_KEYS|NoAccess|eme.*-(access|media-keys)$|THEO7001|SHAKA(4008|4026|404[012]|4054|600[012]|6019|6020)$|DASH(24|112)$/],
  // MEDIA_ERR_ENCRYPTED; LICENSE_RESPONSE_REJECTED, OFFLINE_SESSION_REMOVED; NO_SUPPORTED_KEY_IDS, MEDIA_KEYERR_SERVICE,
  // MEDIA_KEY_MESSAGE_LICENSER
  ["licence_denied", /LICENSE_REQ|NO_LICENSE$|DRM_(NOT|FUT|FAIL)|KEY_\w*ERROR|NoKeys|UpdateFailed|LicenseReq|update-session|VIDEO5$|THEO70(0[78]|10)|SHAKA60(08|13)$|DASH(36|103|114)$/],
  ["playback_failed", /^eme-/],
  // MEDIA_ERR_NETWORK; HTTP_ERROR, ATTEMPTS_EXHAUSTED, WEBTRANSPORT_INITIALIZATION_FAILED, MEDIATAILOR_REQUEST_FAILED;
  // DOWNLOAD_ERROR_ID_*
  ["connection_failed", /NETWORK|CONNECTION|LOAD_(ERR|MAN)|LoadError|VIDEO2$|THEO(400[01]|6)|SHAKA(1002|10?010|4057)$|DASH2[5-9]$/],
];

/** The reason that a code tells by its name. */
export const told = (name) => reasonOf(name, NAMES);

/** The reason of the first of `[reason, pattern]` that fits. */
export function reasonOf(name, rows) {
  for (const [reason, pattern] of rows) if (pattern.test(name)) return reason;
}

/**
 * A player's facts: those of the response or of the error within, else what its own code says.
 * @param reason what the code says; most say no more than that it does not play
 */
export function player(code, reason = "playback_failed", facts, target, more) {
  if (facts && facts.status < 300 && !(typeof facts.body === "string" && PAGE.test(facts.body))) facts = undefined;
  if (!facts || (!facts.status && !facts.reason)) {
    // The error within may tell how the connection failed.
    const how = reason === "connection_failed" && facts ? facts.cause : undefined;
    facts = joined(how ? { cause: how, thrown: false } : { reason });
    if (!OURS.test(reason)) facts.code = String(code).replace(/^\d$/, (n) => "MEDIA_ERR_" + (MEDIA[n] || n));
  }
  return Object.assign(joined({ thrown: true }, facts), { target }, more);
}
