// Every case on the build for televisions, in whatever engine runs it. tools/suite.mjs makes one ES5 script of it, with
// the global `suite`.

import all from "plainly:cases";
import { faultsAtOnce } from "../compare.js";

const DRAWS = 30; // of random numbers where a case holds for any: a television is slow

/** `{ passed, failed: [text], ms }` over the global `plainly` with its scripts of packs and catalogs. */
export function run(plainly) {
  const result = { passed: 0, failed: [], ms: 0 };
  const start = Date.now();
  // Old engines say offline where they merely see no network.
  const speaker = plainly.create({ locales: ["en"], online: () => true });
  // Cases with the same options share an explainer: opening one is what takes long on a television.
  const opened = {};
  const shared = {
    with(options) {
      const key = JSON.stringify(options);
      return opened[key] || (opened[key] = speaker.with(options));
    },
  };
  const check = (name, test) => {
    let faults;
    try {
      faults = test();
    } catch (e) {
      faults = [`threw ${e} ${(e && e.stack) || ""}`];
    }
    if (faults.length === 0) result.passed += 1;
    else result.failed.push(`${name}: ${faults.join("; ")}`);
  };
  for (const { file, cases } of all) {
    for (const given of cases) check(`${file}: ${given.name}`, () => faultsAtOnce(shared, given, plainly.catalogs, DRAWS));
  }
  check("the build", () => (speaker.build === "js" ? [] : [String(speaker.build)]));
  check("validate", () => plainly.validate({ provider: "acme", codes: { 7: { reason: "not_found" } } }).map(({ place }) => place));
  check("countdown", () => (speaker.countdown(5000) === "Trying again in 5 seconds" ? [] : [speaker.countdown(5000)]));
  result.ms = Date.now() - start;
  return result;
}
