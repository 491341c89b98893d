// Shaka Player (`streaming.failureCallback` and `drm.failureCallback`).

import { attempt, call, get } from "../facts/guard.js";
import { byItself, firstWait, judge, LEAST_MS, pay, retryAt } from "./judge.js";
import { now, wait } from "./wait.js";

const RECOVERABLE = 1; // shaka.util.Error.Severity
const IN_A_ROW_MS = 30000; // Shaka does not count: a failure so long after the last retry was due is another one

/**
 * A callback.
 * @param mark tells Shaka at once that this failure is in hand
 * @param retry makes Shaka try again after so many seconds
 */
function failureCallback(plainly, options, known, mark, retry) {
  let [count, due] = [0, 0];
  return (error) => {
    count = now() - due < IN_A_ROW_MS ? count + 1 : 1;
    const made = Object.assign({ attempt: count }, known);
    const judged = judge((context) => plainly.explainThrown(error, context), made, options);
    const { notice, context, until } = judged;
    const { retry: told } = notice;
    const again = byItself(told) && mark(error);
    if (again) pay(made, judged, options);
    call(get(options, "onNotice"), notice, { attempt: count, final: !again, retryAt: retryAt(notice, context), error });
    if (!again) return;
    const delay = firstWait(told);
    due = now() + delay;
    if (told.kind === "auto") return retry(error, delay / 1000);
    // Shaka does not know when the connection is back.
    wait(plainly, { retry: told, context, due, until }, (how) => {
      due = now();
      if (how === "due") attempt(() => retry(error, LEAST_MS / 1000));
    });
  };
}

export function shakaStreamingRetry(plainly, player, options) {
  const recoverable = (error) => {
    attempt(() => { error.severity = RECOVERABLE; });
    return true;
  };
  return failureCallback(plainly, options, {}, recoverable, (error, seconds) => player.retryStreaming(seconds));
}

export function shakaDrmRetry(plainly, player, options) {
  const session = (error) => get(get(error, "data"), 1);
  const handled = (error) => {
    if (!session(error)) return false;
    attempt(() => { error.handled = true; });
    return true;
  };
  // To ask for a licence twice is to have it once.
  return failureCallback(plainly, options, { target: "licence", idempotent: true }, handled, (error, seconds) => {
    player.retryLicensing(session(error), seconds);
  });
}
