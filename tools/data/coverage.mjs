// What our own languages and catalogs leave without words or without a reason: two tables, and exit code 1 where
// something lacks. Reads the sources, so it needs no build.

import { cover } from "../../pkg/src/coverage/cover.js";
import { files, ours } from "../build/ours.mjs";

const base = ours();
const { catalogs, complete, locales } = cover(base, { catalogs: Object.values(files("catalogs")), locales: Object.keys(base.lacks) });

const line = (...cells) => console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(12))).join(""));
const faults = [];

line("language", "keys", "missing");
for (const { locale, keys, missing } of locales) {
  line(locale, keys, missing.length);
  missing.forEach((key) => faults.push(`locales/${locale}.json has no ${key}`));
}
console.log();
line("catalog", "codes", "own words", "no reason");
for (const { provider, codes, ownWords, faulty } of catalogs) {
  line(provider, codes, ownWords, faulty.length);
  faulty.forEach(({ code, reason }) => faults.push(`the catalog of ${provider}: ${code} has ${reason ? `the unknown reason ${reason}` : "no reason"}`));
}
if (faults.length > 0) console.error("\n" + faults.join("\n"));
process.exit(complete ? 0 : 1);
