// The countdown alone, for an app that draws notices itself.

import { useEffect, useMemo, useState } from "react";
import { countdown, counts } from "../screen.js";
import { usePlainly } from "./provider.js";

const online = () => navigator.onLine !== false;
const nothing = () => undefined;

export function useCountdown(notice, call) {
  const plainly = usePlainly();
  const [told, tell] = useState();
  const at = call ? call.retryAt : undefined;
  const runs = Boolean(notice) && counts(notice) && !(call && call.final);
  // What is the same wait in other words, or in another object, does not begin anew.
  const wait = runs ? JSON.stringify([notice.reason, notice.code, notice.retry]) : "";
  useEffect(() => (wait ? countdown({ retry: JSON.parse(wait)[2] }, at, online, (now) => tell({ wait, now }), nothing).stop : undefined), [wait, at]);
  const now = runs && told && told.wait === wait ? told.now : undefined;
  return useMemo(() => (plainly && now ? { words: plainly.countdown(now.left), share: now.share } : undefined), [plainly, now]);
}
