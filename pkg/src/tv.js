// One script for the oldest televisions. `plainly` is the page's global, or the variable of the function that this was
// joined into; tools/build/bundle.mjs declares it. Scripts of packs and catalogs may come before or after.

import { base } from "./first.js";
import * as build from "./plainly.js";
import * as engine from "./js-core.js";

plainly.locales = plainly.locales || {};
plainly.catalogs = plainly.catalogs || {};
const data = { base, packs: plainly.locales };

plainly.create = (options) => build.create(engine, data, options);
plainly.validate = (given) => engine.faults(data, given);
