// HTTP clients' and SDKs' errors, with a response or with a status of their own: axios, ky, ofetch, got, superagent, Angular,
// graphql-request, RTK Query, tRPC, AWS, Google, Supabase, Firebase, Stripe, OpenAI.

import { get, isArray, isObject, match } from "../guard.js";
import { status } from "../http.js";
import { answer, at, text } from "./parts.js";
import { PAGE } from "./player.js";
import { bodyOf, chain } from "./sdk.js";

const PLACES = ["status", "statusCode", "httpStatusCode", "httpStatus", "http_status", "$metadata.httpStatusCode", "data.httpStatus"];
const BODIES = ["response.data", "response._data", "data", "bodyText", "result", "response.text", "response.body", "body"];
/** Codes that are an HTTP status: home catalogs have 480 to 498. */
const STATUS = /^(4[02]|50)\d$/;
const SAID = /\b(?:status|response|http)(?: code| error| status)?[:=]? ?\(?([45]\d\d)\b/i;

export function client(error, within) {
  const response = get(error, "response");
  const given = (value) => value !== undefined && value !== null && !get(value, "getReader");
  const whole = isArray(get(response, "errors")) || (given(get(response, "error")) && get(get(error, "request"), "query"));
  const angular = get(error, "name") === "HttpErrorResponse" && get(error, "error");
  const sent = whole ? [response] : angular ? [get(angular, "text"), angular] : BODIES.map((place) => at(error, place));
  const found = sent.filter((value) => given(value) && typeof value !== "function").shift();
  for (const holder of [response, get(error, "context"), error]) {
    const facts = answer(statusOf(holder, found) || (holder === error && saidStatus(error)), get(holder, "headers"), found);
    if (facts && holder === error && found === undefined) {
      const inner = chain(error, within);
      if (inner && inner.status === facts.status) return inner;
      facts.body = bodyOf(error);
    }
    if (facts) return facts;
  }
  if (angular) return within(angular);
  if (get(error, "name") === "FailedCall") return {}; // a call that got no response
}

function statusOf(holder, found) {
  const known = PLACES.map((place) => status(at(holder, place))).filter((each) => each > 99).shift();
  // RTK Query: what came did not parse.
  const parsed = status(get(holder, "originalStatus"));
  const code = get(holder, "code");
  return known || (parsed >= 400 || PAGE.test(text(found)) ? parsed : STATUS.test(text(code)) ? code : undefined);
}

/** The status that a sentence tells: "Request failed with status code 503". */
export function saidStatus(error) {
  const told = match(SAID, text(get(error, "message")), 1);
  return get(error, "name") === "TypeError" ? undefined : told;
}
