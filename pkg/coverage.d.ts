// Types of `plainly/coverage`.

import type { Catalog, LocalePack } from "./index.js";

/**
 * What of an API and of an operator's own data has no reason or no words yet. For build scripts and tests; needs no
 * `load()`, and never throws: what is no list or no object counts as empty.
 *
 * Looks at which codes, reasons and keys there are; what is wrong in an entry or message says `validate`.
 */
export function coverage(given?: CoverageInput): Coverage;

/** What to look at. Our words, and the catalogs that are in use by themselves, are known without being named. */
export interface CoverageInput {
  /** The catalogs that the app uses. Default: none. */
  catalogs?: readonly Catalog[] | undefined;
  /** The packs that the app lays over ours. Default: none. */
  packs?: readonly LocalePack[] | undefined;
  /** The codes that an API sends, by provider: from its documentation, or gathered from `unknown_code` reports. Default: none. */
  codes?: Readonly<Record<string, readonly (string | number)[]>> | undefined;
  /** The languages to look at, as BCP 47 tags. Default: English and those of `packs`. */
  locales?: readonly string[] | undefined;
}

/** What is there and what is not. A plain object. */
export interface Coverage {
  /** Whether nothing is unknown, faulty or missing. */
  complete: boolean;
  /** For each provider of `codes`. */
  codes: CoveredCodes[];
  /** For each catalog that was given, in order, but for those without a provider. */
  catalogs: CoveredCatalog[];
  /** For each language. */
  locales: CoveredLocale[];
}

/** The codes of one API. */
export interface CoveredCodes {
  provider: string;
  /** How many there are; forms of one code (`490`, `"0490"`) are one. At most 65536 are looked at. */
  total: number;
  /** Those that no catalog of the provider knows, as they were handed in. */
  unknown: string[];
}

/** One catalog. */
export interface CoveredCatalog {
  provider: string;
  /** How many entries there are. */
  codes: number;
  /** How many of them name other words than their reason's. */
  ownWords: number;
  /** Entries without a reason, or with one that there is not. They are dropped at run time. */
  faulty: { code: string; reason?: string }[];
}

/** One language. */
export interface CoveredLocale {
  /** As a BCP 47 tag. */
  locale: string;
  /** How many keys are needed: those of English, and the words and actions of one's own that catalogs name. */
  keys: number;
  /** The keys for which it has no words; what needs them is said in the next language, at last in English. */
  missing: string[];
  /** The reasons whose words are among them. */
  reasons: string[];
}
