// What all calls of a client share.

import { call, get } from "../facts/guard.js";

export function client(plainly, options) {
  return { plainly, options, ids: 0, open: [], signedIn: undefined, refreshes: 0, refreshed: false, refreshing: undefined };
}

/**
 * Gets a new token: one refresh at a time, whose outcome is that of all calls that were sent with the old one.
 * @param before the client's `refreshes` when the call was sent
 * @param done is told whether there is a new token
 */
export function refresh(own, before, done) {
  if (own.refreshes > before) return done(own.refreshed);
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

/** For `retryNow()` and `cancel()` of a client: of all its calls. */
export function forEach(own, what) {
  own.open.slice().forEach((one) => call(one[what]));
}
