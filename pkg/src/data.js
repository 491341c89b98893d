// What the first download holds of our own words and codes. `tools/bundle.mjs` writes plainly:locales.

import http from "../../catalogs/http.json";
import ministra from "../../catalogs/ministra.json";
import oauth from "../../catalogs/oauth.json";
import english from "../../locales/en.json";
import packs from "plainly:locales";

export const data = { english, packs, catalogs: [http, ministra, oauth] };
