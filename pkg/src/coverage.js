// What an operator's catalogs and packs leave without a reason or without words. `tools/build/bundle.mjs` writes plainly:ours.

import ours from "plainly:ours";
import { cover } from "./coverage/cover.js";

export function coverage(given) {
  return cover(ours, given);
}
