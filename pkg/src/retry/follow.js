// One call: sent, judged, waited for and sent again, until it is over. Callbacks and no promises, for televisions have none.

import { call, get } from "../facts/guard.js";
import { enter, refresh } from "./client.js";
import { byItself, earn, firstWait, judge, least, pay, retryAt, triesOf } from "./judge.js";
import { LONGEST_TIMER, now, wait } from "./wait.js";

/**
 * @param own the client
 * @param send sends one try and calls back once, with `{ value }` or `{ error, response }`; its second argument says whether
 * it still may be sent, for whoever has to prepare it first
 * @param release lets go of an outcome that nobody will see
 * @param ended is told `"succeeded"`, `"failed"` or `"canceled"`, and the last outcome
 * @param once it cannot be sent a second time
 * @param context what the caller says of this call alone
 * @param first the outcome of a first try that was sent already; `token`, what it was sent with
 * @returns `{ retryNow, cancel }`
 */
export function follow(own, { send, ended, release, input, signal, method, idempotent, once, context, first, token }) {
  const { plainly, options } = own;
  const made = { attempt: 1, start: now(), method, idempotent, maxAttempts: once ? 1 : undefined };
  const handle = {
    retryNow() {
      if (!waiting) return undefined;
      const at = floor();
      waiting.hurry(at);
      return judged.context.now + at - judged.at;
    },
    cancel: () => settle("canceled"),
  };
  if (get(context, "signedIn") === true) own.signedIn = true; // until a call succeeds
  const id = (own.ids += 1);
  let last;
  let judged;
  let told;
  let waiting;
  let over = false;
  let unsent = true;

  const leave = enter(own, id, handle, signal);

  const settle = (how) => {
    if (over) return;
    over = true;
    leave();
    if (waiting) waiting.stop();
    if (how === "succeeded") {
      earn(options, made.cost);
      own.signedIn = undefined;
    } else {
      refund();
    }
    if (told) {
      if (how === "succeeded") call(get(options, "onRecovered"), told);
      call(get(options, "onSettled"), how, told);
    }
    ended(how, last);
  };

  /** Of a retry that is not made. */
  const refund = () => {
    if (made.cost !== undefined && unsent) earn(options, made.cost);
    made.cost = undefined;
  };

  const next = () => {
    if (get(signal, "aborted")) return settle("canceled");
    unsent = false;
    made.refreshes = own.refreshes;
    let open = true;
    send((outcome) => {
      if (open) answered(outcome);
      open = false;
    }, () => !over && (judged === undefined || now() < judged.until));
  };

  const answered = (outcome) => {
    if (over) return;
    last = outcome;
    if ("value" in outcome) return settle("succeeded");
    // Whoever aborts may give any reason, and wants nothing more.
    if (get(signal, "aborted")) return settle("canceled");
    failed();
  };

  /** @param late the call's own time was over while it waited */
  const failed = (late) => {
    made.signedIn = own.signedIn;
    made.cost = undefined; // a retry that failed is paid for
    if (made.expires !== undefined) made.expiresInMs = Math.max(0, made.expires - now());
    judged = judge((context) => plainly.explainThrown(last.error, context), made, options, context);
    const { notice, until } = judged;
    const { retry } = notice;
    const more = !late && made.attempt < triesOf(judged.context);
    const wants = retry.action === "refresh_token";
    const refreshes = wants && more && typeof get(options, "refreshToken") === "function";
    if (wants && !refreshes && !made.refreshed) {
      made.refreshed = true; // nobody gets a new token here: the viewer has to
      return failed(late);
    }
    const poll = retry.pollIntervalMs !== undefined;
    const again = !once && !late && byItself(retry) && (more || poll);
    // From the answer on: what the app did before it sent, as to get a token, may take no time at the next try.
    judged.at = now();
    const due = judged.at + firstWait(retry);
    if (again) pay(made, judged, options);
    unsent = again;
    if (again || refreshes) call(release, last);
    tell(!refreshes && !again);
    if (over) return; // canceled by who was told
    if (refreshes) return renew(due, until);
    if (!again) return settle("failed");
    if (poll) {
      made.pollIntervalMs = retry.pollIntervalMs;
      if (retry.expiresInMs !== undefined) made.expires = due + retry.expiresInMs;
    }
    pause(retry, due, until, poll);
  };

  const tell = (final) => {
    const { notice, context } = judged;
    told = {
      id,
      attempt: made.attempt,
      final,
      retryAt: retryAt(notice, context),
      error: last.error,
      response: last.response,
      input,
      retryNow: handle.retryNow,
      cancel: handle.cancel,
    };
    call(get(options, "onNotice"), notice, told);
  };

  const pause = (retry, due, until, poll) => {
    let over = false;
    const waits = wait(plainly, { retry, context: judged.context, due, until }, (how) => {
      over = true;
      waiting = undefined;
      if (how === "late") {
        refund();
        return failed(true); // judged anew, with no time left
      }
      // Whom a viewer sends out without a connection has not tried.
      if (!poll && how !== "offline") made.attempt += 1;
      next();
    });
    if (!over) waiting = waits;
  };

  const renew = (due, until) => {
    // A refresh that hangs ends with the call's own time.
    const timer = until < Infinity ? setTimeout(() => proceed(false), Math.min(Math.max(0, until - now()), LONGEST_TIMER)) : undefined;
    let known = false;
    const proceed = (ok) => {
      clearTimeout(timer);
      if (over || known) return;
      known = true;
      made.refreshed = true;
      if (!ok) return failed(now() >= until);
      pause({ kind: "auto" }, due, until);
    };
    refresh(own, made.refreshes, token, proceed);
  };

  const floor = () => judged.at + least(plainly, last.error, judged.context);

  made.refreshes = own.refreshes;
  if (first) answered(first);
  else next();
  return handle;
}
