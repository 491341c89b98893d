// What the error of an SDK says in its own members: most lift those of the body that they had.

import { get, isObject, match, pick } from "../guard.js";
import { at, isNumber, text } from "./parts.js";

const CODES = ["code", "error", "errors", "errorCode", "error_code", "Code", "__type", "fault", "messages", "result", "detail"];
const MEMBERS = CODES.concat("message", "error_description", "type", "decline_code", "status", "details", "requestId");
const CONSTANT = /^[a-z]+([_.:\/-][a-z0-9]+){1,9}$/i;
const INNER = ["cause", "error", "reason", "originalError", "underlyingError", "data", "xhr", "sourceError", "errors.0", "errors.1", "errors.2"];

/** The body that an error is by itself, where it holds a code. */
export function bodyOf(error) {
  const sent = pick(error, MEMBERS);
  const { code, message } = sent;
  const name = text(get(error, "name"), 64);
  const metadata = get(error, "$metadata"); // AWS'
  const constant = match(CONSTANT, text(message, 64));
  // A DOMException's number, and the names of Node.js and axios, are none of a server's.
  if (isNumber(code) ? code < 26 && /.Error$/.test(name) : !text(code) || /^ERR_/.test(code)) {
    sent.code = metadata || !/Error$/.test(name) ? name || constant : constant;
  }
  if (metadata) sent.requestId = get(metadata, "requestId");
  if (isNumber(sent.status)) delete sent.status;
  if (!CODES.some((key) => isObject(sent[key]) || /^\S+$/.test(text(sent[key])))) return undefined;
  const whole = name || constant ? sent : error; // a body, thrown as it came
  // Google's and Stripe's bodies have these one level deeper.
  return sent.decline_code || (isNumber(code) && (sent.status || sent.errors)) ? { error: whole } : whole;
}

/** The facts of the errors within, those of an answer first. */
export function chain(error, within) {
  const found = INNER.map((path) => within(at(error, path))).filter(isObject);
  return found.filter(tells).concat(found).shift();
}

/** Whether facts are more than names. */
export const tells = (facts) => facts && (facts.status || facts.reason || facts.headers);
