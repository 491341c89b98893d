// One script for the oldest televisions. `plainly` is the page's global, or the variable of the function that this was
// joined into; tools/build/bundle.mjs declares it. Scripts of packs and catalogs may come before or after.

import { start } from "./js-core.js";
import { dispatch } from "./dispatch.js";
import { FailedCall } from "./failed-call.js";
import * as build from "./plainly.js";
import * as retry from "./retry-tv.js";

plainly.locales = plainly.locales || {};
plainly.catalogs = plainly.catalogs || {};
const engine = start();
const packs = plainly.locales;

plainly.create = (options) => build.create(engine, packs, options);
plainly.dispatch = dispatch;
plainly.FailedCall = FailedCall;
plainly.retry = retry;
plainly.validate = (given) => build.faults(engine, given);
