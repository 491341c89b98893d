// What the package holds of our own words and codes, written as the core reads it, and the languages that take no matching.

import { fileURLToPath } from "node:url";
import { fields } from "../../pkg/src/answer.js";
import { prepared } from "../../pkg/src/preparing.js";
import { CONFIG, write } from "../../pkg/src/tape.js";
import { keyless } from "../data/names.mjs";

/** The catalogs that are in use by themselves. */
export const FIRST = ["http", "ministra", "oauth"];

const at = (path) => fileURLToPath(new URL("../../" + path, import.meta.url));

/**
 * English and the first catalogs, as the core is told of them.
 * @param ask the door of the part that prepares
 * @param lean reads a file of ours
 */
export function basis(ask, lean) {
  const { locale, direction, digits, plural, messages } = lean(at("locales/en.json"));
  const english = [locale, direction, digits, plural, keyless(messages)].map((value) => write(value, CONFIG)).join("");
  const catalogs = FIRST.map((name) => lean(at(`catalogs/${name}.json`)));
  const none = write([], 1);
  const [tape, reports] = prepared(ask("p" + none + write(catalogs, CONFIG) + none + none));
  if (reports.length) throw new Error(`a catalog of ours: ${JSON.stringify(reports)}`);
  return { english, catalogs: tape };
}

/** What browsers report of the languages that we have several of, and by older names. */
const REPORTED = ["az-AZ", "es-AR", "es-CL", "es-CO", "es-ES", "es-MX", "es-PE", "es-US", "es-VE", "fr-BE", "fr-CH", "fr-FR",
  "in", "iw", "kk-KZ", "ms-MY", "no", "pt", "sr-RS", "tl", "uz-UZ", "zh", "zh-CN", "zh-HK", "zh-SG", "zh-TW"];

/**
 * `near`: the languages of ours that some tags find, whatever else is wanted; `apart`: the languages of ours that are not
 * found in every region.
 */
export function matched(ask, ours) {
  const tags = ours.concat("en");
  const find = (...wanted) => fields(ask("n" + write(wanted, CONFIG) + write(tags, CONFIG)))[0];
  // A tag that another could outdo takes matching.
  const surely = (tag) => {
    const found = find(tag);
    return ["de", "ja"].every((other) => find(tag, other) === found) ? found : undefined;
  };
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const everywhere = (tag) => letters.every((one) => letters.every((other) => surely(`${tag}-${one}${other}`) === tag));
  for (const tag of ours) if (surely(tag) !== tag) throw new Error(`${tag} finds ${find(tag)}`);
  const apart = ours.filter((tag) => !tag.includes("-") && !everywhere(tag));
  const near = REPORTED.map((tag) => [tag, surely(tag)]).filter(([, found]) => found);
  return { near: Object.fromEntries(near), apart };
}
