// Numbers and a notice's retry, in English, for those who do not read its data.

import { said } from "./dom.js";

/** "1 code", "2 codes". */
export const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

const units = [["hour", 3_600_000], ["minute", 60_000], ["second", 1000], ["millisecond", 0]];

/** "2 hours", "1.5 seconds". */
export function duration(ms) {
  const [unit, size] = units.find(([, least]) => ms >= least);
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(size ? ms / size : ms);
}

/** What the app does, and when. `label` is what stands on the button of an action, where it is one. */
export function retry({ kind, delayMs, action, pollIntervalMs }, label) {
  if (kind === "auto" && pollIntervalMs) return `The app asks again by itself, every ${duration(pollIntervalMs)}.`;
  if (kind === "auto") return "The app tries again by itself.";
  if (kind === "deferred") return `The viewer may try again in about ${duration(delayMs)}.`;
  if (kind === "when_online") return "The app tries again as soon as the connection is back.";
  if (kind === "when_told") return "The viewer may try again when the server's time has come, where it states one.";
  if (kind === "poll") return "The app asks again by itself until it is done.";
  if (kind === "after_action" && action === "retry") return "Only when the viewer asks for it.";
  if (kind === "after_action" && action === "refresh_token") return "By itself, as soon as the app has renewed the sign-in.";
  if (kind === "after_action" && label) return ["Only after: ", label, "."];
  if (kind === "after_action") return `Only after: ${action.replaceAll("_", " ")}.`;
  return "Not by itself.";
}

/** The same of a notice, whose buttons have labels. */
export function retryOf({ retry: hint, toldMs, actions, locale, direction }) {
  const button = actions.find(({ kind }) => kind === hint.action);
  // The words tell the server's time, without what each device adds to it.
  return retry({ ...hint, delayMs: toldMs ?? hint.delayMs }, button && said("b", { locale, direction }, button.label));
}
