// From what was caught to a notice: explained once, and said again in other words when the language changes.

import { useMemo } from "react";
import { usePlainly } from "./provider.js";

const firsts = new WeakMap();

/** The notice of which this one is another wording: the same failure, and the same wait. */
export const firstOf = (notice) => firsts.get(notice) || notice;

function reworded(plainly, notice) {
  const words = plainly.reword(notice);
  firsts.set(words, firstOf(notice));
  return words;
}

export function useNotice(error) {
  const plainly = usePlainly();
  // What is remembered of this error: React may ask twice, or after another explainer has come.
  const first = useMemo(() => ({ error }), [error]);
  return useMemo(() => {
    if (!plainly || error === undefined || error === null || error === false) return undefined; // `isError && error`
    if (first.by && first.by !== plainly) return reworded(plainly, first.notice);
    if (!first.by) Object.assign(first, { by: plainly, notice: plainly.explainThrown(error) });
    return first.notice;
  }, [plainly, first]);
}

/** A notice in the language that is spoken now. */
export function useWords(notice) {
  const plainly = usePlainly();
  return useMemo(() => (notice && plainly && notice.locale !== plainly.locale ? reworded(plainly, notice) : notice), [plainly, notice]);
}
