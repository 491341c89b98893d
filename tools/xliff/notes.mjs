// What a translator has to know of a message that stands alone in front of them.

import { files } from "../build/ours.mjs";
import { MOST } from "../data/columns.mjs";
import { actions, categories, reasons, table } from "../data/names.mjs";
import { numbers } from "../data/plural.mjs";

const described = (list) => new Map(list.map(({ name, description }) => [name, description]));
const [reason, action, category] = [reasons, actions, categories].map(described);
const quoted = (texts) => texts.map((text) => `“${text}”`).join(", ");

/** What a message is: a title, label, advice, wait, form or statement. */
export function kind(key) {
  if (/^category\.|\.title$/.test(key)) return "title";
  if (key.startsWith("action.")) return "label";
  if (/^(countdown|deferred)\./.test(key)) return "wait";
  if (/^(sentence|code|spoken)\./.test(key)) return "form";
  return key.endsWith(".advice") ? "advice" : "statement";
}

const FORMS = {
  "sentence.join": "How a statement and its advice stand one after the other: with a space or without. No words.",
  "code.prefix": "The message with its error code before it. {$code} is a code such as 490, {$message} whole sentences.",
  "code.suffix": "The message with its error code behind it. {$code} is a code such as 490, {$message} whole sentences.",
  "spoken.code": "Read aloud by a voice guide: the title, the message, the error code. {$code} comes digit by digit: 4 9 0.",
  "spoken.message": "Read aloud by a voice guide where there is no error code: the title and the message.",
  "countdown.now": "Stands where the countdown stood, at the moment in which the app tries again. Not a whole sentence: no full stop.",
  "countdown.offline": "Stands where the countdown stood, while the device has no connection. Not a whole sentence: no full stop.",
  "countdown.stopped": "Stands where the countdown stood: the app no longer tries by itself, the viewer still may. Not a whole sentence: no full stop.",
  "deferred.title": "A title over a wait that is too long for a countdown.",
  "deferred.time": "Advice in the place of a wait: {$time} is a time of day as the viewer's device writes it (6:00 AM, 06:00), on another day with the date before it (12/1, 6:00 AM). A whole sentence.",
};
const WAITS = {
  countdown: "A countdown that the viewer sees until the app tries again by itself. Not a whole sentence: no full stop.",
  deferred: "Advice where the wait is long and the viewer has to try again: a whole sentence. The time may be rounded, never down.",
};

/** Words of ours that are no reason's own, with the first entry of a catalog that names them. */
const entries = Object.values(files("catalogs")).flatMap(({ codes }) => Object.values(codes));
const named = new Map(entries.filter(({ words }) => words?.includes(".")).reverse().map((entry) => [entry.words, entry]));

/** A reason's meaning, and whether other causes hide behind its words. */
function meaning(name) {
  if (!reason.has(name)) return [];
  const secret = [...table.values()].some(({ like }) => like === name);
  return [`It means: ${reason.get(name)}`, ...(secret ? ["Also said where the true cause is kept secret: the words must not hint at one."] : [])];
}

function labelled(name, english) {
  const beside = [...table].filter(([key, row]) => row.actions.includes(name) && english[key]).map(([key]) => english[key]);
  const place = beside.length > 0 ? [`It stands under ${quoted(beside.slice(0, 3))}${beside.length > 3 ? " and others" : ""}.`] : [];
  return [`The label of a button. What it does: ${action.get(name)}`, ...place];
}

function titled(name, english) {
  const under = [...table].find(([key, row]) => row.category === name && english[key] && !english[`${key}.title`]);
  return [
    `A title, without a full stop, over statements that have none of their own. They are about: ${category.get(name)}`,
    ...(under ? [`For example over ${quoted([english[under[0]]])}.`] : []),
  ];
}

function told(key, english) {
  const [, name, part] = /^(.*?)(?:\.(title|advice))?$/.exec(key);
  const entry = named.get(name);
  const cause = entry?.reason ?? name;
  const { category: about, actions } = table.get(cause) ?? { actions: [] };
  const buttons = entry?.actions ?? actions;
  const title = english[`${name}.title`] ?? english[`category.${about}`];
  if (part === "title") return [`A title, without a full stop, over ${quoted([english[name]])}.`, ...meaning(cause)];
  if (part === "advice") return [`Advice: what the viewer can do. A whole sentence, after ${quoted([english[name]])}.`, ...meaning(cause)];
  const advice = english[`${name}.advice`];
  return [
    `A statement: what happened. A whole sentence, under the title ${quoted([title])}${advice ? `, before the advice ${quoted([advice])}` : ""}.`,
    ...meaning(cause),
    ...(buttons.length > 0 ? [`The buttons: ${quoted(buttons.map((button) => english[`action.${button}`]))}.`] : []),
  ];
}

/** What the message is and where it stands. */
export function context(key, english) {
  const [head, name] = key.split(".");
  if (FORMS[key]) return [FORMS[key]];
  if (WAITS[head]) return [`${WAITS[head]} {$count} is a whole number.`];
  if (head === "action") return labelled(name, english);
  return head === "category" ? titled(name, english) : told(key, english);
}

/** The most columns that a message may take, and how to say it; nothing where there is no limit. */
export function limit(key) {
  const what = kind(key);
  const counted = "a letter takes one, a wide character of East Asia two, a combining mark none";
  if (MOST[what]) return { most: MOST[what], note: `At most ${MOST[what]} columns: ${counted}.` };
  if (what === "statement" || what === "advice" || key.startsWith("deferred.")) {
    return { most: MOST.message, note: `Statement and advice (or the wait instead of the advice) together take at most ${MOST.message} columns: ${counted}.` };
  }
  return undefined;
}

/** When a plural form is said. */
export function form(name, rule) {
  if (/^\d+$/.test(name)) return `The form for the number ${name} alone.`;
  const all = numbers(rule);
  const found = all.get(name);
  if (all.size === 1) return "The only form of this language: for every number.";
  if (found.length === 0) return `The plural form “${name}” of CLDR: no whole number takes it here, but it is asked for. Say what fits most numbers.`;
  if (found.length === 1) return `The plural form “${name}” of CLDR: for ${found[0]} alone, so the number may be a word.`;
  return `The plural form “${name}” of CLDR: for ${found.slice(0, 8).join(", ")}${found.length > 8 ? " …" : ""}`;
}
