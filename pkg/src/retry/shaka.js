// Shaka Player (`streaming.failureCallback` and `drm.failureCallback`).

import { get } from "../facts/guard.js";
import { byItself, judge } from "./judge.js";
import { now } from "./pause.js";

const RECOVERABLE = 1; // shaka.util.Error.Severity
const IN_A_ROW_MS = 30000; // Shaka does not count: a failure so long after the last retry was due is another one

/** A callback; `retry(error, seconds)` makes Shaka try again. */
function failureCallback(plainly, options, known, retry) {
  let [count, due] = [0, 0];
  return (error) => {
    count = now() - due < IN_A_ROW_MS ? count + 1 : 1;
    const call = Object.assign({ attempt: count }, known);
    const { notice: { retry: told } } = judge((context) => plainly.explainThrown(error, context), call, options);
    if (!byItself(told)) return;
    const delay = told.delayMs + (told.pollMs || 0);
    if (told.kind === "when_online") count -= 1;
    due = now() + delay;
    retry(error, delay / 1000);
  };
}

export function shakaStreamingRetry(plainly, player, options) {
  return failureCallback(plainly, options, {}, (error, seconds) => {
    error.severity = RECOVERABLE;
    player.retryStreaming(seconds);
  });
}

export function shakaDrmRetry(plainly, player, options) {
  // To ask for a licence twice is to have it once.
  return failureCallback(plainly, options, { target: "licence", idempotent: true }, (error, seconds) => {
    const session = get(get(error, "data"), 1);
    if (!session) return;
    error.handled = true;
    player.retryLicensing(session, seconds);
  });
}
