// For a server that answers many viewers: one explainer a language, however many headers ask for it.

import { attempt, isArray } from "./facts/guard.js";
import { CALL, plain } from "./facts/plain.js";

const LONGEST = 2048; // characters of a header that are looked at, as of every option's text
const REMEMBERED = 256; // headers whose language is known without asking: to find it takes longer than a notice
const SHORT = 256; // characters of a header that is worth remembering
const PATIENCE = 60_000; // ms until a language that could not be had is asked for again

export function forAcceptLanguage(plainly) {
  const languages = new Map(); // by header
  const openings = new Map(); // by language

  function languageFor(header) {
    const known = languages.get(header);
    if (known) return known;
    const language = attempt(() => plainly.localeFor(header));
    if (!language) return plainly.locale; // not remembered: a core that failed finds nothing either
    if (header.length <= SHORT) {
      if (languages.size === REMEMBERED) languages.delete(languages.keys().next().value);
      languages.set(header, language);
    }
    return language;
  }

  function open(language) {
    const opening = { until: Infinity };
    const again = () => { opening.until = Date.now() + PATIENCE; };
    opening.speaker = Promise.resolve().then(() => plainly.with({ locales: language })).then((speaker) => {
      if (!isWhole(speaker, language)) again();
      return speaker;
    }).catch(() => {
      again();
      return plainly;
    });
    openings.set(language, opening);
    return opening;
  }

  return function speakerFor(header) {
    const language = languageFor(line(header));
    if (language === plainly.locale) return Promise.resolve(plainly);
    const opening = openings.get(language);
    return (opening && Date.now() < opening.until ? opening : open(language)).speaker;
  };
}

/** The text of a header field. Several lines are one list (RFC 9110 section 5.3). */
function line(header) {
  const text = (isArray(header) ? plain(header, CALL) : [header]).filter((each) => typeof each === "string").join();
  return text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf(",", LONGEST - 1) + 1);
}

/** Whether the language came: without its pack an operator's few words may be there, but none of when to come back. */
function isWhole(speaker, language) {
  return speaker.explain({ status: 503, headers: { "retry-after": "7200" } }, { online: true }).locale === language;
}
