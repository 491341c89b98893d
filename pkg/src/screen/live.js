// Says each notice once: to whoever follows the focus by what describes that, to everybody else by a live region.

import { call } from "../facts/guard.js";
import { h } from "./dom.js";

const SOON_MS = 100; // after which a live region that was made now is listened to

/** @param speak an app's own voice, which is told every notice */
export function live(root, speak) {
  const regions = {};
  const each = (what) => ["polite", "assertive"].forEach(what);
  each((politeness) => (regions[politeness] = h("div", { class: "plainly-unseen", "aria-live": politeness })));
  // Again where an app has emptied its element.
  const place = () => each((politeness) => {
    if (regions[politeness].parentNode !== root) root.appendChild(regions[politeness]);
  });
  place();
  let said;
  let timer;
  const empty = () => {
    clearTimeout(timer);
    regions.polite.textContent = regions.assertive.textContent = "";
  };
  return {
    /** @param heard whether the focus went to it */
    say({ spoken, politeness, locale }, heard) {
      if (said === spoken) return;
      said = spoken;
      call(speak, spoken, politeness);
      empty();
      if (heard) return;
      place();
      timer = setTimeout(() => {
        const region = regions[politeness] || regions.polite;
        region.setAttribute("lang", locale);
        region.textContent = spoken;
      }, SOON_MS);
    },
    /** The same words are said again when they come again. */
    forget() {
      said = undefined;
    },
    clear() {
      said = undefined;
      empty();
    },
    remove() {
      each((politeness) => {
        const { parentNode } = regions[politeness];
        if (parentNode) parentNode.removeChild(regions[politeness]);
      });
    },
  };
}
