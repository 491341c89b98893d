// Our own words and codes, where languages come when they are spoken. `tools/build/bundle.mjs` writes plainly:locales.

import { base } from "./first.js";
import { get, isArray } from "./facts/guard.js";
import { apart, near, packs } from "plainly:locales";

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

/**
 * The language of ours that is found for those wanted, where it takes no matching to tell: the first of them is ours, in
 * whatever region it is spoken. Undefined where it may be another.
 */
function obvious(locales) {
  const wanted = isArray(locales) ? get(locales, 0) : locales;
  if (typeof wanted !== "string") return get(locales, "length") === 0 ? "en" : undefined;
  const first = wanted.split(",")[0]; // of an Accept-Language value; with a quality it takes matching
  if (has(packs, first)) return first;
  if (has(near, first)) return near[first];
  const [, language] = /^([a-z]{2,3})(-[A-Z]{2})?$/.exec(first) || [];
  return language === "en" || (has(packs, language) && apart.indexOf(language) < 0) ? language : undefined;
}

export const data = { base, packs, obvious };
