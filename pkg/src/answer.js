// The core's answers → plain objects. `src/answer.rs` writes them and says how.

import { pick } from "./facts/guard.js";

const NOTICE = ["code", "serverCode", "reason", "category", "severity", "presentation", "politeness", "title", "message",
  "text", "spoken", "locale", "direction", "requestId", "provider", "status", "known", "endsSession"];
const RETRY = ["kind", "action", "delayMs", "pollMs", "pollIntervalMs", "attempt", "attemptsLeft"];
const ACTION = ["kind", "label", "phone", "email", "url"];

/** The fields of an answer. */
export function fields(answer) {
  return answer.split("\0").slice(0, -1);
}

/** Takes the next fields out, by name; an empty one is absent. */
export function take(fields, names) {
  const taken = {};
  for (const name of names) {
    const field = fields.shift();
    if (field) taken[name] = field[0] === "\u0001" ? JSON.parse(field.slice(1)) : field;
  }
  return taken;
}

/** `[notice, report or undefined]` */
export function notice(answer) {
  const rest = fields(answer);
  const notice = take(rest, NOTICE);
  notice.retry = take(rest, RETRY);
  const code = rest.shift();
  notice.actions = [];
  while (rest.length) notice.actions.push(take(rest, ACTION));
  return [notice, code && Object.assign({ kind: "unknown_code", code }, pick(notice, ["status", "provider", "reason"]))];
}
