// An instant as the viewer's clock writes it: "6:00 AM", "06:00"; another day's with its date.

import { attempt, isArray } from "./facts/guard.js";

const SAME_DAY_MS = 12 * 60 * 60 * 1000; // within it a time of day is one moment alone
const SAME_YEAR_MS = 180 * 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const UNKNOWN_ZONE = /^(etc\/)?(utc|gmt|unknown)$/i; // what devices say that know none: no viewer's

let last = {}; // the format that was used last, for each takes an engine long and much memory

function formatOf(locale, timeZone, day, year) {
  const key = [locale, timeZone, day, year].join();
  if (last.key !== key) {
    const tag = locale + (/-u-/i.test(locale) ? "-nu-latn" : "-u-nu-latn");
    const time = { timeZone, year, month: day, day, hour: "numeric", minute: "2-digit" };
    last = { key, format: new Intl.DateTimeFormat(tag, time) };
  }
  return last.format;
}

/**
 * Undefined where the engine does not know the language or the zone. Never too early: to the next minute.
 * @param until milliseconds since the Unix epoch
 * @param inMs how far away that is
 * @param language the notice's
 * @param asked the viewer's languages, of which one may name a country: clocks differ by country
 * @param timeZone a name of IANA's
 */
export function clockTime(until, inMs, language, asked, timeZone) {
  return attempt(() => {
    const own = (isArray(asked) ? asked : [asked]).map((each) => String(each).split(/[,;]/)[0])
      .filter((each) => each.indexOf(language + "-") === 0);
    const known = (each) => attempt(() => Intl.DateTimeFormat.supportedLocalesOf(each).length > 0);
    const [locale] = own.concat(language).filter(known);
    if (!locale) return undefined;
    const format = formatOf(locale, timeZone, inMs < SAME_DAY_MS ? undefined : "numeric", inMs < SAME_YEAR_MS ? undefined : "numeric");
    const text = format.format(Math.ceil(until / MINUTE_MS) * MINUTE_MS);
    // The narrow space before AM lacks in the fonts of televisions.
    return typeof text === "string" ? text.replace(/\s/g, "\u00a0") : undefined;
  });
}

/** The device's, where the engine knows one. */
export function zoneOfDevice() {
  const zone = attempt(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return UNKNOWN_ZONE.test(zone) ? undefined : zone;
}

/** Whether the engine knows a zone, where it knows any; none is one too. */
export function isZone(timeZone) {
  if (timeZone === undefined || timeZone === null || typeof Intl === "undefined") return true;
  return attempt(() => new Intl.DateTimeFormat("en", { timeZone }).format(0)) !== undefined;
}
