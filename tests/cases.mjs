// The cases as Node reads them from disk.

import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("cases/", import.meta.url);

/** `{ file, cases }` of each file of tests/cases/, in the order of their names. */
export function caseFiles() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  return files.map((file) => ({ file, cases: JSON.parse(readFileSync(new URL(file, folder), "utf8")) }));
}
