// A notice that can be drawn, whatever an app hands over: what came from a back end, as JSON, may lack members.

import { get, isArray, isObject } from "../facts/guard.js";

const TEXTS = ["title", "message", "code", "reason", "severity", "presentation", "politeness", "locale", "direction"];

const isText = (value) => typeof value === "string";
/** Whether it has no objects where texts and numbers belong: some cannot even become one. */
const flat = (holder) => !["phone", "email", "url", "delayMs", "pollMs"].some((name) => isObject(get(holder, name)));

/** The notice itself where nothing is wrong with it. */
export function sound(notice) {
  const text = (name) => (isText(get(notice, name)) ? get(notice, name) : "");
  const actions = get(notice, "actions");
  const usable = (isArray(actions) ? actions : []).filter((each) => isText(get(each, "kind")) && isText(get(each, "label")) && flat(each));
  const waits = get(notice, "retry");
  const retry = isObject(waits) && flat(waits) ? waits : { kind: "never" };
  const requestId = get(notice, "requestId");
  const whole = TEXTS.concat("text", "spoken").every((name) => isText(get(notice, name))) && usable.length === get(actions, "length")
    && retry === waits && (!requestId || isText(requestId));
  if (whole) return notice;
  const made = { actions: usable, retry, requestId: text("requestId") };
  TEXTS.forEach((name) => (made[name] = text(name)));
  made.text = text("text") || made.message;
  made.spoken = text("spoken") || made.title + ". " + made.text;
  return made;
}
