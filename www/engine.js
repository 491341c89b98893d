// Opens explainers over the package as it is served. From disk www/disk.js stands in for this file.

import { load } from "../pkg/dist/index.js";

export { mount } from "../pkg/dist/screen.js";

let first;

/** Promises one; all share the binary. */
export function open(options) {
  if (first) return first.then((plainly) => plainly.with(options));
  first = load(options);
  first.catch(() => { first = undefined; });
  return first;
}
