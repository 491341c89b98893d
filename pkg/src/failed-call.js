// What throwIfFailed() throws.

import { get, put } from "./facts/guard.js";

const HIDDEN = ["headers", "body", "response"]; // which logs and reports of crashes need not copy

/**
 * A call that failed, as an error: its facts, to be explained wherever it is caught. Apps may make their own.
 * @param facts `{ status, headers, body, method, response }`
 */
export function FailedCall(facts) {
  const status = get(facts, "status");
  const error = new Error(status ? `the call failed with status ${status}` : "the call failed");
  // What extends Error in today's syntax is no longer known as itself in ES5.
  if (Object.setPrototypeOf) Object.setPrototypeOf(error, this instanceof FailedCall ? Object.getPrototypeOf(this) : FailedCall.prototype);
  put(error, "name", "FailedCall", true);
  HIDDEN.forEach((name) => put(error, name, get(facts, name), true));
  put(error, "status", status);
  put(error, "method", get(facts, "method"));
  return error;
}

FailedCall.prototype = Object.create(Error.prototype, { constructor: { value: FailedCall, configurable: true, writable: true } });
