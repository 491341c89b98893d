// Our own words and codes, where languages come when they are spoken. `tools/bundle.mjs` writes plainly:locales.

import { catalogs, english } from "./first.js";
import packs from "plainly:locales";

export const data = { english, catalogs, packs };
