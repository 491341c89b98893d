// What the browser withholds: a request that a policy forbids, a Response without a status.

import { get } from "../guard.js";
import { text } from "./parts.js";

export function violation(error) {
  if (get(error, "type") !== "securitypolicyviolation") return;
  return { reason: "request_blocked", recoverable: get(error, "disposition") === "report" };
}

/** A Response without a status. */
export function hidden(error) {
  if (get(error, "status") !== 0 || typeof get(error, "bodyUsed") !== "boolean") return;
  return { reason: /^opaque/.test(text(get(error, "type"))) ? "request_blocked" : "connection_failed" };
}
