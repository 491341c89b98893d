// The core's answers → plain objects. `src/answer.rs` writes them and says how.

import { pick } from "./facts.js";

const NOTICE = ["code", "serverCode", "reason", "category", "severity", "presentation", "politeness", "title", "message",
  "text", "spoken", "locale", "direction", "requestId", "provider", "status", "known", "endsSession"];
const RETRY = ["kind", "action", "delayMs", "pollMs", "pollIntervalMs", "attempt", "attemptsLeft"];
const ACTION = ["kind", "label", "phone", "email", "url"];
const FAULT = ["place", "expected", "found"];

/** The fields of an answer. */
export function fields(answer) {
  return answer.split("\0").slice(0, -1);
}

/** Takes the next fields out, by name; an empty one is absent. */
function take(fields, names) {
  const taken = {};
  for (const name of names) {
    const field = fields.shift();
    if (field) taken[name] = field[0] === "\u0001" ? JSON.parse(field.slice(1)) : field;
  }
  return taken;
}

/** A fault; the place of the whole file is empty. */
function faultOf(fields) {
  return Object.assign({ place: "" }, take(fields, FAULT));
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

/** `[number, locale, direction, reports]` */
export function about(answer) {
  const rest = fields(answer);
  const about = [rest.shift(), rest.shift(), rest.shift(), []];
  while (rest.length) {
    const source = rest.shift();
    const fault = faultOf(rest);
    about[3].push(source ? { kind: "dropped_entry", source, fault } : { kind: "unknown_provider", provider: fault.place });
  }
  return about;
}

export function faults(answer) {
  const rest = fields(answer);
  const faults = [];
  while (rest.length) faults.push(faultOf(rest));
  return faults;
}
