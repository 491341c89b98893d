// HTTP clients' errors, with a response or with a status of their own: axios, ky, ofetch, got, superagent, Angular,
// graphql-request.

import { get, isArray, isObject } from "../guard.js";
import { answer } from "./parts.js";

export function client(error, within) {
  const response = get(error, "response");
  const given = (value) => value !== undefined && value !== null && !(isObject(value) && get(value, "getReader"));
  const whole = isArray(get(response, "errors")) || (given(get(response, "error")) && get(get(error, "request"), "query"));
  const angular = get(error, "name") === "HttpErrorResponse" ? get(error, "error") : undefined;
  const unparsed = get(angular, "text");
  const sent = whole ? [response] : [get(response, "data"), get(response, "_data"), get(error, "data"), unparsed, angular,
    get(error, "bodyText"), get(error, "result"), get(response, "text"), get(response, "body"), get(error, "body")];
  const [found] = sent.filter((value) => given(value) && typeof value !== "function");
  for (const holder of [response, error]) {
    const facts = answer(get(holder, "status") || get(holder, "statusCode"), get(holder, "headers"), found);
    if (facts) return facts;
  }
  if (angular !== undefined) return within(angular);
  if (get(error, "name") === "FailedCall") return {}; // a call that got no response
}
