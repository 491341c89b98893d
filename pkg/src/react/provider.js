// Who explains, and what the app does, for all components below.

import { createContext, createElement, useContext, useEffect, useMemo, useState } from "react";

const Given = createContext({});

/** `{ plainly, handlers }`, as far as they are there. */
export const useGiven = () => useContext(Given);

export const usePlainly = () => useGiven().plainly;

/** @param plainly an explainer or a promise of one; until another has come, the one before stays */
export function PlainlyProvider({ plainly: given, handlers, children }) {
  const [last, come] = useState();
  const promised = Boolean(given) && typeof given.then === "function";
  useEffect(() => {
    let wanted = true;
    // A promise that is not kept is nobody's here: the page hears of it.
    if (promised) given.then((plainly) => wanted && come(plainly));
    else come(given);
    return () => {
      wanted = false;
    };
  }, [given, promised]);
  const plainly = promised ? last : given;
  const value = useMemo(() => ({ plainly, handlers }), [plainly, handlers]);
  return createElement(Given.Provider, { value }, children);
}
