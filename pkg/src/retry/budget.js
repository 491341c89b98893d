// What an app may spend on retries, shared by all its calls. The costs are those of the core (src/retry/budget.rs).

import { get } from "../facts/guard.js";

// AWS' SDKs begin with 500, which is 35 retries for each of a million televisions. Three are enough for one.
const CAPACITY = 42;
const COST = 14;
const COST_OF_THROTTLING = 5;
// The reasons that throttle (src/reason.rs).
const THROTTLING = ["rate_limited", "quota_exceeded", "request_in_progress"];
const GAIN = 1; // of a call that needed no retry

/** Spent by retries, earned by success. Holds no more than its capacity and never less than nothing. */
export class RetryBudget {
  constructor(given) {
    const capacity = amount(get(given, "capacity"), CAPACITY);
    this.capacity = capacity >= 0 ? capacity : CAPACITY;
    this.tokens = within(this.capacity, amount(get(given, "tokens"), this.capacity));
  }

  /** Pays for the retry that a notice asks for, and says what it cost. */
  spend(notice) {
    const cost = THROTTLING.indexOf(get(notice, "reason")) >= 0 ? COST_OF_THROTTLING : COST;
    this.tokens = within(this.capacity, this.tokens - cost);
    return cost;
  }

  /** A call succeeded, after a last retry of this cost or without one. */
  earn(cost) {
    this.tokens = within(this.capacity, this.tokens + Math.max(0, amount(cost === undefined ? GAIN : cost, 0)));
  }
}

const within = (capacity, tokens) => Math.min(capacity, Math.max(0, tokens));

/** A number, also as text, which is what a storage made of it; else `instead`. */
function amount(given, instead) {
  const number = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  return typeof number === "number" && number === number ? number : instead; // NaN is none
}
