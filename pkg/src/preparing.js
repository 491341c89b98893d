// What must be prepared before anything is explained: operators' packs and catalogs, and the language where that takes
// matching.

import { fields, take } from "./answer.js";
import { based } from "./based.js";
import { get, isArray } from "./facts/guard.js";
import { CONFIG, write } from "./tape.js";

const FAULT = ["place", "expected", "found"];

/** What a core that prepares can do; `ask` is the door to it. */
export function preparing(ask) {
  return {
    /** The best of our languages that is wanted: the only one that is needed, for it is whole. */
    wanted(data, { locales }) {
      const ours = Object.keys(data.packs);
      return ours.length ? fields(ask("n" + listed(locales) + write(ours.concat("en"), CONFIG)))[0] : undefined;
    },

    /** `[what is laid over our own, as the core takes it; reports of what was wrong]`; `pack` is one of ours that is spoken. */
    prepared(data, { packs, catalogs, locales }, pack) {
      const ours = ["en"].concat(pack ? get(pack, "locale") : []);
      return prepared(based(ask, data)("p" + all(packs) + all(catalogs) + listed(locales) + write(ours, CONFIG)));
    },

    /** Every fault of a locale pack or catalog. */
    faults(data, given) {
      const rest = fields(based(ask, data)("v" + write(given, CONFIG)));
      const faults = [];
      while (rest.length) faults.push(faultOf(rest));
      return faults;
    },
  };
}

/** An answer that is prepared: how long it is, itself, and reports. */
export function prepared(answer) {
  const start = answer.indexOf("\0") + 1;
  const end = start + Number(answer.slice(0, start - 1));
  const rest = fields(answer.slice(end));
  const reports = [];
  while (rest.length) reports.push({ kind: "dropped_entry", source: rest.shift(), fault: faultOf(rest) });
  return [answer.slice(start, end), reports];
}

/** The place of the whole file is empty. */
function faultOf(rest) {
  return Object.assign({ place: "" }, take(rest, FAULT));
}

const all = (value) => write(isArray(value) ? value : [], CONFIG);
const listed = (value) => write(isArray(value) ? value : [value], CONFIG);
