// Waiting until a retry is due. No timer runs while the page is hidden; without a connection none runs but the look at
// whether it is back.

import { attempt, get } from "../facts/guard.js";

const LONGEST_TIMER = 2147483647;

/** The page's clock may be set while we wait, as televisions do; this one only goes forward. */
export function now() {
  const clock = typeof performance === "undefined" ? Date : performance;
  return clock.now();
}

/**
 * Resolves when the time has come, or when the signal aborts.
 * @param retry of kind `auto` or `when_online`
 * @param context as the failure was explained with: after a loss of the connection the fleet's spread is from there
 */
export function pause(plainly, retry, context, signal) {
  return new Promise((resolve) => {
    const page = typeof document === "undefined" ? undefined : document;
    const scope = typeof self === "undefined" ? undefined : self;
    let due = now() + retry.delayMs;
    let away = retry.kind === "when_online";
    let timer;
    const listening = [];
    const listen = (target, event, react) => {
      if (typeof get(target, "addEventListener") !== "function") return;
      target.addEventListener(event, react);
      listening.push(() => target.removeEventListener(event, react));
    };
    const finish = () => {
      clearTimeout(timer);
      listening.forEach(attempt);
      resolve();
    };
    const look = () => {
      clearTimeout(timer);
      if (get(signal, "aborted")) return finish();
      if (get(page, "visibilityState") === "hidden") return;
      // The core knows whether the device is offline, as load() was told to find out, and how to come back.
      const { retry: back } = plainly.explain({}, Object.assign({}, context, { online: undefined }));
      if (back.kind === "when_online") {
        away = true;
        timer = setTimeout(look, back.pollMs);
        return;
      }
      if (away) due = Math.max(now() + onReturn(plainly, context), retry.kind === "when_online" ? 0 : due);
      away = false;
      const left = due - now();
      if (left <= 0) finish();
      else timer = setTimeout(look, Math.min(Math.ceil(left), LONGEST_TIMER));
    };
    listen(signal, "abort", finish);
    listen(page, "visibilitychange", look);
    listen(scope, "online", look);
    listen(scope, "offline", look);
    look();
  });
}

/** A million televisions whose network comes back at once do not call at once. */
function onReturn(plainly, context) {
  return plainly.explain({}, Object.assign({}, context, { online: false })).retry.delayMs || 0;
}
