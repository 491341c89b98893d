// Writes output.ts: what the built package really answers, as literals, so that a member too many or too few
// does not compile.

import { writeFileSync } from "node:fs";
import { load, validate } from "../../pkg/dist/node.js";
import { caseFiles } from "../cases.mjs";
import { noticesOf } from "../compare.js";

const reports = [];
const onReport = (report) => reports.push(report);
const bad = { provider: "acme", codes: { 7: { reason: "nope" }, 8: 8 } };
const plainly = await load({ locales: ["en"], onReport });
await plainly.with({ provider: "nobody", catalogs: [bad] });

const notices = [];
for (const { cases } of caseFiles()) {
  for (const given of cases) {
    for (const locale of [undefined, ...Object.keys(given.locales || {})]) notices.push(...(await noticesOf(plainly, given, locale)).slice(0, 1));
  }
}

// What differs in its words alone compiles alike.
const shape = (notice) => JSON.stringify(notice, (key, value) => (["title", "message", "text", "spoken", "label", "code", "locale"].includes(key) ? key : value));
const distinct = (list, key) => [...new Map(list.map((item) => [key(item), item])).values()];
const list = (name, type, items) => `export const ${name}: ${type}[] = ${JSON.stringify(items, null, 1)};\n`;
writeFileSync(new URL("output.ts", import.meta.url), [
  'import type { Fault, Notice, Report } from "plainly";\n',
  list("notices", "Notice", distinct(notices, shape)),
  list("reports", "Report", distinct(reports, ({ kind }) => kind)),
  list("faults", "Fault", validate(bad)),
].join("\n"));
console.log(`tests/types/output.ts: ${notices.length} notices, ${reports.length} reports`);
