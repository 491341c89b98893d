// A page that holds all that it needs.

import stripe from "plainly/catalogs/stripe";
import { load } from "plainly/inline";
import { create } from "plainly/js";
import de from "plainly/locales/de";
import { report } from "./report.js";

const options = { locales: "de", packs: [de], catalogs: [stripe] };
window.done = load(options).then(function (plainly) {
  return [report(plainly), report(create(options))];
});
