// A notice that can be drawn, whatever an app hands over: what came from a back end, as JSON, may lack members.

import { get, isArray, isObject } from "../facts/guard.js";

const TEXTS = ["title", "message", "code", "reason", "severity", "presentation", "politeness", "locale", "direction"];

const isText = (value) => typeof value === "string";

/** The notice itself where nothing is wrong with it. */
export function sound(notice) {
  const text = (name) => (isText(get(notice, name)) ? get(notice, name) : "");
  const actions = get(notice, "actions");
  const usable = (isArray(actions) ? actions : []).filter((each) => isText(get(each, "kind")) && isText(get(each, "label")));
  const retry = get(notice, "retry");
  const requestId = get(notice, "requestId");
  const whole = TEXTS.concat("text", "spoken").every((name) => isText(get(notice, name))) && usable.length === get(actions, "length")
    && isObject(retry) && (requestId === undefined || isText(requestId));
  if (whole) return notice;
  const made = { actions: usable, retry: isObject(retry) ? retry : { kind: "never" }, requestId: text("requestId") };
  TEXTS.forEach((name) => (made[name] = text(name)));
  made.text = text("text") || made.message;
  made.spoken = text("spoken") || made.title + ". " + made.text;
  return made;
}
