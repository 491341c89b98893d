// What every build holds of our own words and codes. `tools/build/base.mjs` writes them.

import { catalogs } from "plainly:catalogs";
import { english } from "plainly:english";

/** A question: it tells a core of them. */
export const base = "b" + english + catalogs;
