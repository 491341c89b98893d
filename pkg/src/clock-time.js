// An instant as the viewer's clock writes it: "6:00 AM", "06:00"; another day's with its date.

import { attempt, isArray } from "./facts/guard.js";

const SAME_DAY_MS = 12 * 60 * 60 * 1000; // within it a time of day is one moment alone
const UNKNOWN_ZONE = /^(etc\/)?(utc|gmt|unknown)$/i; // what devices say that know none: no viewer's

/**
 * Undefined where the engine does not know the language or the zone.
 * @param until milliseconds since the Unix epoch
 * @param inMs how far away that is
 * @param language the notice's
 * @param asked the viewer's languages, of which one may name a country: clocks differ by country
 * @param timeZone what the app says: a name of IANA's, or null where no time is to be told
 */
export function clockTime(until, inMs, language, asked, timeZone) {
  return timeZone === null ? undefined : attempt(() => {
    const { DateTimeFormat } = Intl;
    const zone = timeZone || new DateTimeFormat().resolvedOptions().timeZone;
    if (!timeZone && (!zone || UNKNOWN_ZONE.test(zone))) return undefined;
    const own = (isArray(asked) ? asked : [asked]).map((each) => String(each).split(/[,;]/)[0])
      .filter((each) => each.indexOf(language + "-") === 0);
    const [locale] = own.concat(language).filter((each) => attempt(() => DateTimeFormat.supportedLocalesOf(each).length > 0));
    if (!locale) return undefined;
    const day = inMs < SAME_DAY_MS ? undefined : "numeric";
    const format = new DateTimeFormat(locale + "-u-nu-latn", { timeZone: zone, month: day, day, hour: "numeric", minute: "2-digit" });
    // The narrow space before AM lacks in the fonts of televisions.
    return format.format(until).replace(/\s/g, "\u00a0");
  });
}

/** Whether the engine knows a zone, where it knows any; none is one too. */
export function isZone(timeZone) {
  if (timeZone === undefined || timeZone === null || typeof Intl === "undefined") return true;
  return attempt(() => new Intl.DateTimeFormat("en", { timeZone }).format(0)) !== undefined;
}
