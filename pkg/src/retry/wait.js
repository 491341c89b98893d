// Waiting until a retry is due. No timer runs while the page is hidden; without a connection none runs but the look at
// whether it is back.

import { attempt, get, pick } from "../facts/guard.js";

export const LONGEST_TIMER = 2147483647;

/** The page's clock may be set while we wait, as televisions do; this one only goes forward. */
export function now() {
  const clock = typeof performance === "undefined" ? Date : performance;
  return clock.now();
}

/** Listens, where there is something to listen to; gives what ends it. */
export function listen(target, event, react) {
  if (typeof get(target, "addEventListener") !== "function") return () => undefined;
  attempt(() => target.addEventListener(event, react));
  return () => attempt(() => target.removeEventListener(event, react));
}

/**
 * Calls `done("due")` when the time has come, `done("offline")` when a viewer did not wait for the connection, or `done("late")`
 * when the call's own time is over before.
 * @param retry of kind `auto` or `when_online`
 * @param context as the failure was explained with: after a loss of the connection the fleet's spread is from there
 * @param due when, by `now()`, not counting what follows a loss of the connection; `until`: the end of the call's own time
 * @returns `{ hurry(floor), stop() }`: to go on at once, but not before `floor`; to hear nothing more
 */
export function wait(plainly, { retry, context, due, until }, done) {
  const page = typeof document === "undefined" ? undefined : document;
  const scope = typeof self === "undefined" ? undefined : self;
  const fleet = Object.assign(pick(context, ["spreadMs", "random"]), { quiet: true }); // no failure of the app's
  let away = false; // the connection was seen to be lost
  let lies = retry.kind === "auto"; // an answer came: whoever says from the first that there is no connection is wrong
  let lost = retry.kind === "when_online"; // was said to be
  let hurried = false;
  let over = false;
  let timer;
  const stop = () => {
    over = true;
    clearTimeout(timer);
    listening.forEach((end) => end());
  };
  const finish = (how) => {
    stop();
    done(how);
  };
  const look = () => {
    clearTimeout(timer);
    const time = now();
    if (time >= until) return finish("late");
    if (hurried) return time >= due ? finish(away ? "offline" : "due") : again(due - time);
    if (get(page, "visibilityState") === "hidden") return;
    // The core knows whether the device is offline, as load() was told to find out, and how to come back.
    const { retry: back } = plainly.explain({}, fleet);
    lies = lies && back.kind === "when_online";
    if (back.kind === "when_online" && !lies) {
      away = true;
      return again(back.pollMs);
    }
    // A million televisions whose network comes back at once do not call at once.
    if (away) due = Math.max(time + onReturn(plainly, fleet), due);
    // Whoever says that there is no connection may know better.
    else if (lost) due = Math.max(time + retry.pollMs + retry.delayMs, due);
    away = lost = false;
    if (time >= due) return finish("due");
    again(due - time);
  };
  const again = (left) => {
    timer = setTimeout(look, Math.min(Math.ceil(left), Math.ceil(until - now()), LONGEST_TIMER));
  };
  const listening = [listen(page, "visibilitychange", look), listen(scope, "online", look), listen(scope, "offline", look)];
  look();
  return {
    hurry(floor) {
      if (over) return;
      hurried = true;
      due = floor;
      look();
    },
    stop,
  };
}

function onReturn(plainly, fleet) {
  return plainly.explain({}, Object.assign({}, fleet, { online: false })).retry.delayMs || 0;
}
