// The reasons by name, and what is said to a developer who names none of them.

import failures from "./failures.json";

const MOST_SUGGESTIONS = 3;
const ALIKE = 0.5; // from 0, nothing in common, to 1

export const reasons = Object.freeze(Object.keys(failures));

/** What stands in the table for a reason, copied: who gets it may change it. */
export function typical(reason) {
  if (reasons.includes(reason)) return JSON.parse(JSON.stringify(failures[reason]));
  const near = nearest(String(reason)).map((name) => `"${name}"`).join(", ");
  throw new TypeError(`plainly/testing: there is no reason "${String(reason)}"; ${near ? `the nearest: ${near}` : "`reasons` has all"}`);
}

function nearest(name) {
  const close = reasons.map((reason) => ({ reason, share: likeness(name, reason) })).filter(({ share }) => share >= ALIKE);
  return close.sort((a, b) => b.share - a.share).slice(0, MOST_SUGGESTIONS).map(({ reason }) => reason);
}

/** How many of their pairs of letters two names share (Dice's coefficient): typing errors and forgotten words leave most. */
function likeness(one, other) {
  const [here, there] = [pairs(one), pairs(other)];
  const shared = here.filter((pair) => there.includes(pair));
  return (2 * shared.length) / (here.length + there.length);
}

function pairs(name) {
  const letters = name.toLowerCase().replace(/[^a-z]/g, "");
  return letters.split("").slice(1).map((letter, at) => letters[at] + letter);
}
