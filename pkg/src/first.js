// What every build holds of our own words and codes.

import http from "../../catalogs/http.json";
import ministra from "../../catalogs/ministra.json";
import oauth from "../../catalogs/oauth.json";
import english from "../../locales/en.json";

export { english };
export const catalogs = [http, ministra, oauth];
