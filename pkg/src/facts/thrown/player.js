// What the errors of all players have in common.

const OURS = /^(timeout|canceled|connection_failed)$/; // these have codes of ours
const MEDIA = ["CUSTOM", "ABORTED", "NETWORK", "DECODE", "SRC_NOT_SUPPORTED", "ENCRYPTED"];
const PAGE = /^\s*<(!doctype )?html/i;

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
    facts = how ? { cause: how, thrown: false } : { reason };
    if (!OURS.test(reason)) facts.code = String(code).replace(/^\d$/, (n) => "MEDIA_ERR_" + (MEDIA[n] || n));
  }
  return Object.assign({ thrown: true }, facts, { target }, more);
}
