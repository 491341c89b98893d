// For clients that count their tries by themselves and ask after each failure whether to go on.

import { call, get } from "../facts/guard.js";
import { byItself, judge, pay, retryAt, triesOf } from "./judge.js";

/**
 * Judges a failure and tells the app.
 * @param made what the plug-in knows of the call: `attempt`, `method`, `idempotent`
 * @param input what the client was called with
 * @returns as judge() does, with `again`: whether the client may try once more by itself
 */
export function ask(plainly, options, made, error, input) {
  const judged = judge((context) => plainly.explainThrown(error, context), made, options);
  const { notice, context } = judged;
  // Polls and waits for the connection count here as well: nobody else ends them.
  const again = made.attempt < triesOf(context) && byItself(notice.retry);
  if (again) pay(made, judged, options);
  const about = { attempt: made.attempt, final: !again, retryAt: retryAt(notice, context), error, response: get(error, "response"), input };
  call(get(options, "onNotice"), notice, about);
  return Object.assign(judged, { again });
}
