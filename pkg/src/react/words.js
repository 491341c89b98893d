// From what was caught to a notice: explained once, and said again in other words when the language changes.

import { useMemo } from "react";
import { usePlainly } from "./provider.js";

export function useNotice(error) {
  const plainly = usePlainly();
  // What is remembered of this error: React may ask twice, or after another explainer has come.
  const first = useMemo(() => ({ error }), [error]);
  return useMemo(() => {
    if (!plainly || error === undefined || error === null || error === false) return undefined; // `isError && error`
    if (first.by && first.by !== plainly) return plainly.reword(first.notice);
    if (!first.by) Object.assign(first, { by: plainly, notice: plainly.explainThrown(error) });
    return first.notice;
  }, [plainly, first]);
}

/** A notice in the language that is spoken now. */
export function useWords(notice) {
  const plainly = usePlainly();
  return useMemo(() => (notice && plainly && notice.locale !== plainly.locale ? plainly.reword(notice) : notice), [plainly, notice]);
}
