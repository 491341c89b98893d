// Explainers: one of the package for each set of options, opened when it is first needed.

import { load } from "./plainly/index.js";
import { index, json } from "./data.js";

let first;

/** @param options `{ lang, provider, style }` */
export async function speaker({ lang, provider, style }) {
  first ??= load({ locales: "en" });
  first.catch(() => { first = undefined; });
  const plainly = await first;
  const { catalogs } = await index();
  const known = catalogs.find((each) => each.provider === provider);
  return plainly.with({
    locales: lang,
    codeStyle: style,
    provider: known?.provider,
    catalogs: known && !known.inUse ? [await json(`plainly/catalogs/${provider}.json`)] : [],
  });
}

/** Of a table nothing must depend on the moment: half of the longest wait, and a connection. */
export const STILL = { online: true, random: 0.5 };
