// What all calls of a client share.

import { call, get } from "../facts/guard.js";
import { listen } from "./wait.js";

export function client(plainly, options) {
  return { plainly, options, ids: 0, open: [], signedIn: undefined, refreshes: 0, refreshed: false, refreshing: undefined, spent: undefined };
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
    const waiting = own.refreshing;
    own.refreshing = undefined;
    own.refreshes += 1;
    own.refreshed = ok;
    own.spent = ok ? token : undefined;
    waiting.forEach((told) => told(ok));
  };
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

/** Takes up a call: `{ retryNow, cancel }`. What aborts many of them is listened to once. Gives what ends it. */
export function enter(own, handle, signal) {
  const alike = () => own.open.filter((one) => one.signal === signal);
  handle.signal = signal;
  if (signal && alike().length === 0) handle.deaf = listen(signal, "abort", () => alike().forEach(({ cancel }) => cancel()));
  own.open.push(handle);
  return () => {
    own.open.splice(own.open.indexOf(handle), 1);
    const [other] = handle.deaf ? alike() : [];
    if (other) other.deaf = handle.deaf;
    else if (handle.deaf) handle.deaf();
  };
}

/** For `retryNow()` and `cancel()` of a client: of all its calls. */
export function forEach(own, what) {
  own.open.slice().forEach((one) => call(one[what]));
}
