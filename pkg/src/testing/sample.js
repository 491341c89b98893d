// A notice of a reason: a typical failure, explained.

import { create } from "../js.js";
import { failure } from "./failure.js";
import { reasons, typical } from "./reasons.js";

/** The same at each run, so that what is made of it can be compared. */
const CALL = { now: Date.UTC(2026, 10, 20, 12), random: 0.5, online: true };

export function sample(reason, options = {}) {
  return explained(speaker(options), reason, options);
}

export function samples(options = {}) {
  const speaking = speaker(options);
  return reasons.map((reason) => explained(speaking, reason, options));
}

function speaker({ plainly, locale, packs }) {
  if (plainly === undefined) return ours(locale, packs);
  if (locale !== undefined || packs !== undefined) throw new TypeError("plainly/testing: `plainly` has its own language; leave out `locale` and `packs`");
  if (!plainly || typeof plainly.explain !== "function") throw new TypeError("plainly/testing: `plainly` is no explainer; load() promises one");
  return plainly;
}

function ours(locale = "en", packs = []) {
  const speaking = create({ locales: locale, packs });
  if (speaking.localeFor(locale) === undefined) {
    throw new TypeError(`plainly/testing: no words of "${locale}"; put its pack, of plainly/locales/, into \`packs\``);
  }
  return speaking;
}

function explained(speaking, reason, { context, retryAfter }) {
  // Who is told when to come back is on the first try; what is tried by itself is shown when the last one failed.
  const tried = retryAfter === undefined ? {} : { attempt: 1 };
  const explain = (known) => speaking.explain(failure(reason, { retryAfter }), Object.assign({}, CALL, typical(reason).context, tried, known, context));
  let notice = explain({});
  if (notice.reason !== reason) notice = explain({ provider: "http" }); // the explainer's own one may say something else by this status
  if (notice.reason !== reason) throw new Error(`plainly/testing: with this \`plainly\` and \`context\` "${reason}" is "${notice.reason}"`);
  return notice;
}
