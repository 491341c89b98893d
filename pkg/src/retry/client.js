// What all calls of a client share.

import { call, get } from "../facts/guard.js";
import { listen } from "./wait.js";

const REFRESH_MS = 30000; // whoever has not got a token by then gets none

export function client(plainly, options) {
  return { plainly, options, ids: 0, open: {}, signals: [], signedIn: undefined, refreshes: 0, refreshed: false, refreshing: undefined, spent: undefined };
}

/**
 * Gets a new token: one refresh at a time, whose outcome is that of all calls that were sent with the old one.
 * @param before the client's `refreshes` when the call was sent
 * @param token what it was sent with, where that can be seen
 * @param done is told whether there is a new token
 */
export function refresh(own, before, token, done) {
  if (own.refreshes > before || (token !== undefined && token === own.spent)) return done(own.refreshed);
  if (own.refreshing) return own.refreshing.push(done);
  own.refreshing = [done];
  let over = false;
  const finish = (ok) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    const waiting = own.refreshing;
    own.refreshing = undefined;
    own.refreshes += 1;
    own.refreshed = ok;
    own.spent = ok ? token : undefined;
    waiting.forEach((told) => told(ok));
  };
  const timer = setTimeout(() => finish(false), REFRESH_MS);
  const answered = (answer) => finish(answer !== false);
  const getToken = get(own.options, "refreshToken");
  try {
    const answer = getToken(answered);
    if (answer && typeof answer.then === "function") answer.then(answered, () => finish(false));
    else if (getToken.length === 0) answered(answer); // it takes no callback
  } catch (e) {
    finish(false);
  }
}

/** Takes up a call: `{ retryNow, cancel }`, by its number. What aborts many of them is listened to once. Gives what ends it. */
export function enter(own, id, handle, signal) {
  own.open[id] = handle;
  let [heard] = own.signals.filter((one) => one.signal === signal);
  if (signal && !heard) {
    heard = { signal, handles: {}, count: 0 };
    heard.deaf = listen(signal, "abort", () => Object.keys(heard.handles).forEach((each) => heard.handles[each] && heard.handles[each].cancel()));
    own.signals.push(heard);
  }
  if (heard) {
    heard.handles[id] = handle;
    heard.count += 1;
  }
  return () => {
    delete own.open[id];
    if (!heard) return;
    delete heard.handles[id];
    heard.count -= 1;
    if (heard.count > 0) return;
    heard.deaf();
    own.signals.splice(own.signals.indexOf(heard), 1);
  };
}

/** For `retryNow()` and `cancel()` of a client: of all its calls. */
export function forEach(own, what) {
  Object.keys(own.open).forEach((id) => call(own.open[id] && own.open[id][what]));
}
