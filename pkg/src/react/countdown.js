// The countdown alone, for an app that draws notices itself.

import { useEffect, useMemo, useState } from "react";
import { countdown, counts } from "../screen.js";
import { usePlainly } from "./provider.js";
import { firstOf } from "./words.js";

const online = () => navigator.onLine !== false;
const nothing = () => undefined;

export function useCountdown(notice, call) {
  const plainly = usePlainly();
  const [told, tell] = useState();
  const first = notice && firstOf(notice);
  const at = call ? call.retryAt : undefined;
  const runs = Boolean(notice) && counts(notice) && !(call && call.final);
  useEffect(() => (runs ? countdown(first, at, online, (now) => tell({ first, now }), nothing).stop : undefined), [runs, first, at]);
  const now = runs && told && told.first === first ? told.now : undefined;
  return useMemo(() => (plainly && now ? { words: plainly.countdown(now.left), share: now.share } : undefined), [plainly, now]);
}
