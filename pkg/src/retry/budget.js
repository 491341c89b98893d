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
    this.capacity = amount(get(given, "capacity"), CAPACITY);
    this.tokens = Math.min(amount(get(given, "tokens"), this.capacity), this.capacity);
  }

  /** Pays for the retry that a notice asks for, and says what it cost. */
  spend(notice) {
    const cost = THROTTLING.indexOf(get(notice, "reason")) >= 0 ? COST_OF_THROTTLING : COST;
    this.tokens = Math.max(0, this.tokens - cost);
    return cost;
  }

  /** A call succeeded, after a last retry of this cost or without one. */
  earn(cost) {
    this.tokens = Math.min(this.capacity, this.tokens + amount(cost === undefined ? GAIN : cost, 0));
  }
}

/** A number that is not negative, as a number or as what a storage made of it; else `instead`. */
function amount(given, instead) {
  const number = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  if (typeof number !== "number" || number !== number) return instead; // NaN is no number
  return number >= 0 ? number : typeof given === "number" ? 0 : instead;
}
