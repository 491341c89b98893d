// Whatever was caught → plain facts. Libraries are known by the shape of what they throw, never by their classes.

import { attempt, get, isArray, isObject } from "../guard.js";
import { body, headers, status as number } from "../http.js";

const MOST_WITHIN = 4; // errors within errors
const MOST_MESSAGE = 1024;

/** What players say without a response, as "player code" → reason; the first row that fits counts. */
const PLAYERS = [
  ["timeout", /^shaka 1003|^hls .*timeout$|requesttimeout$/i],
  ["canceled", /^shaka (700[0136]|8004|9002)$|^hls aborted|^media 1$|requestaborted$/],
  ["connection_failed", /^shaka 1002|^dash (2[5-9]$|download)|^hls .*LoadError$|^media 2$/],
  ["protection_unsupported", /^shaka (600[012]|6019|6020|4008|4026|404[012])$|^dash (24|112|.*media.*)$|NoAccess$|-access$|-media-keys$/],
  ["output_protection_required", /^shaka (6018|4012)$|^dash 104$|OutputRestricted$/],
  ["licence_expired", /^shaka 6014|^dash 110$/],
  ["licence_denied", /^shaka 6008|^dash (36|103|114)$|NoKeys$|SessionUpdateFailed$|LicenseRequestFailed$|^media 5$|update-session$/],
  ["playback_failed", /./],
];
const OURS = /^(timeout|canceled|connection_failed)$/; // these have codes of ours
const MEDIA = ["CUSTOM", "ABORTED", "NETWORK", "DECODE", "SRC_NOT_SUPPORTED", "ENCRYPTED"];
const PAGE = /^\s*<(!doctype )?html/i;

/** A player's facts: those of the response or of the error within, else what its own code says. */
function player(name, code, facts, target, more) {
  if (facts && facts.status < 300 && !(typeof facts.body === "string" && PAGE.test(facts.body))) facts = undefined;
  if (!facts || (!facts.status && !facts.reason)) {
    const reason = PLAYERS.filter((row) => row[1].test(name + " " + code))[0][0];
    // The error within may tell how the connection failed.
    const how = reason === "connection_failed" && facts ? facts.cause : undefined;
    facts = how ? { cause: how, thrown: false } : { reason };
    if (!OURS.test(reason)) facts.code = String(code).replace(/^\d$/, (n) => "MEDIA_ERR_" + (MEDIA[n] || n));
  }
  return Object.assign({ thrown: true }, facts, { target }, more);
}

const isNumber = (value) => typeof value === "number";
const text = (value) => (typeof value === "string" ? value.slice(0, MOST_MESSAGE) : "");

/** A response; nothing where the status is none. */
function answer(status, fields, sent) {
  const known = number(status);
  return known > 99 && known < 600 ? { status: known, headers: headers(fields), body: body(sent) } : undefined;
}

function violation(error) {
  if (get(error, "type") !== "securitypolicyviolation") return;
  return { reason: "request_blocked", recoverable: get(error, "disposition") === "report" };
}

function shaka(error, within) {
  const code = get(error, "code");
  const data = get(error, "data");
  if (!isNumber(code) || !isNumber(get(error, "category")) || !isArray(data)) return;
  const [first, status, sent, fields] = [0, 1, 2, 3].map((at) => get(data, at));
  let facts;
  if (code === 1001) facts = answer(status, fields, sent);
  if (code === 1002) facts = within(status);
  if (code === 1006 || code === 1007 || code === 6007 || code === 6017) facts = within(first);
  if ((code === 3014 || code === 3016) && (first === 1 || first === 2)) facts = player("media", first);
  if (code === 4012 && isObject(first)) {
    const restricted = get(first, "restrictedKeyStatuses");
    const output = isArray(restricted) && restricted.slice(0, 64).indexOf("output-restricted") >= 0;
    const missing = isArray(get(first, "missingKeys")) && first.missingKeys.length > 0;
    facts = { code: "4012", reason: output ? "output_protection_required" : missing ? "licence_denied" : "playback_failed" };
  }
  const type = code === 1001 ? get(data, 4) : code === 1002 ? sent : code === 1003 ? status : undefined;
  const types = { 1: "segment", 2: "licence", 3: "api", 5: "licence", 6: "licence" };
  const target = code >= 6000 && code < 7000 ? "licence" : isNumber(type) ? types[type] || "manifest" : (facts && facts.target) || "segment";
  return player("shaka", code, facts, target, { recoverable: get(error, "severity") === 1 || get(error, "handled") === true });
}

function hls(error, within) {
  const details = get(error, "details");
  const types = /^(network|media|keySystem|mux|other)Error$/;
  if (!types.test(text(get(error, "type"))) || typeof details !== "string" || typeof get(error, "fatal") !== "boolean") return;
  const response = get(error, "response");
  const network = get(error, "networkDetails");
  const seen = isObject(network) ? within(network) || {} : {};
  const code = get(response, "code");
  const status = code === undefined ? get(response, "status") : code;
  const data = get(response, "data");
  let facts = answer(status, seen.headers, data === undefined || data === null ? seen.body : data);
  if (!facts && status === 0) facts = { reason: "connection_failed" };
  if (!facts && isObject(response) && /CertificateRequest/.test(details)) facts = { reason: "timeout" };
  if (facts && facts.reason && PLAYERS[0][1].test("hls " + details)) facts = undefined;
  const target = /^key/.test(details) ? "licence" : /^(manifest|level|\w+Track|assetList|playlist)/.test(details) ? "manifest" : "segment";
  return player("hls", details.slice(0, 64), facts, target, { recoverable: !get(error, "fatal") });
}

function dash(error, within) {
  const inner = get(error, "error");
  if (get(error, "type") !== "error") return;
  const event = get(error, "event");
  if (typeof inner === "string" && event !== undefined) {
    const id = text(get(event, "id"));
    const what = inner === "capability" ? player("dash", text(event)) : within(get(event, "request"));
    const facts = inner === "capability" ? { reason: what.reason, code: inner } : what;
    return player("dash", inner, facts, /manifest|xlink/i.test(id) ? "manifest" : /^key|cap/.test(inner) ? "licence" : "segment");
  }
  const code = get(inner, "code");
  const data = get(inner, "data");
  if (!isNumber(code) || typeof get(inner, "message") !== "string" || data === undefined) return;
  const type = text(get(get(data, "request"), "type"));
  const response = get(data, "response");
  const facts = within(response) || answer(get(response, "status"), get(response, "headers"), get(response, "data")) ||
    answer(get(data, "responseCode"), undefined, get(data, "serverResponse"));
  const licence = type === "license" || code === 5 || code === 24 || code === 36 || (code > 99 && code < 200);
  const manifest = /^(MPD|XLink|Content)/.test(type) || code === 10 || code === 11 || code === 12 || code === 25;
  return player(code < 6 ? "media" : "dash", code, facts, licence ? "licence" : manifest ? "manifest" : "segment");
}

function media(error) {
  const code = get(error, "code");
  if (get(error, "MEDIA_ERR_DECODE") !== 3 || !isNumber(code)) return;
  const metadata = get(error, "metadata");
  const kind = text(get(metadata, "errorType"));
  const status = get(error, "status");
  const facts = answer(status, get(metadata, "headers"), get(error, "responseText")) ||
    (status === -101 ? { reason: "timeout" } : status === -102 ? { reason: "canceled" } : undefined);
  const licence = code === 5 || /^eme/.test(kind);
  const target = licence ? "licence" : /playlist|manifest/.test(text(get(metadata, "requestType"))) ? "manifest" : "segment";
  if (!facts && /^(eme-|networkrequest(timeout|aborted))/.test(kind)) {
    const { reason } = player("", kind);
    return player("media", code, { reason, code: OURS.test(reason) ? undefined : "MEDIA_ERR_" + MEDIA[code] }, target);
  }
  return player("media", code, facts, target);
}

function graphql(error, within) {
  const name = get(error, "name");
  const errors = get(error, name === "CombinedGraphQLErrors" ? "errors" : "graphQLErrors");
  if (!isArray(errors)) return;
  const response = get(error, "response");
  const network = get(error, "networkError");
  const sent = errors.length ? { errors } : undefined;
  return answer(get(response, "status"), get(response, "headers"), sent) || within(network) || { thrown: true, body: sent };
}

/** A failed XMLHttpRequest, or jQuery's. */
function request(error) {
  const status = get(error, "status");
  if (!isNumber(get(error, "readyState")) || !isNumber(status) || get(error, "networkState") !== undefined) return;
  const type = get(error, "responseType");
  const sent = type === undefined || type === "" || type === "text" ? get(error, "responseText") : get(error, "response");
  const fields = attempt(() => error.getAllResponseHeaders());
  return answer(status, fields, sent) || interrupted(get(error, "statusText")) || { reason: "connection_failed" };
}

function interrupted(how) {
  if (how === "timeout") return { reason: "timeout" };
  if (how === "abort" || how === "canceled") return { reason: "canceled" };
}

/** Events of a request, of a media element and of a player; a media element. */
function event(error, within) {
  const type = get(error, "type");
  const target = get(error, "target");
  const detail = get(error, "detail");
  if (isObject(detail) && isNumber(get(detail, "category"))) return within(detail);
  if (isObject(target)) return interrupted(type) || within(target);
  if (isNumber(get(error, "networkState"))) return within(get(error, "error"));
  if (isNumber(get(error, "loaded"))) return interrupted(type) || { reason: "connection_failed" };
}

/** A Response without a status. */
function hidden(error) {
  if (get(error, "status") !== 0 || typeof get(error, "bodyUsed") !== "boolean") return;
  return { reason: /^opaque/.test(text(get(error, "type"))) ? "request_blocked" : "connection_failed" };
}

/** An HTTP client's error: with a response, or with a status of its own. */
function client(error, within) {
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
}

/** What names, codes and sentences say. */
function named(error, within, target) {
  const name = get(error, "name");
  const message = text(get(error, "message"));
  if (get(error, "__CANCEL__") === true || name === "NotAllowedError" || message === "Request aborted") return { reason: "canceled" };
  if (get(error, "crossDomain") === true || message === "Network Error") return { reason: "connection_failed" };
  const plays = target !== undefined && target !== "api";
  if (name === "NotSupportedError" && (plays || /key ?system/i.test(message))) {
    const keys = target === "licence" || /key ?system/i.test(message);
    return { reason: keys ? "protection_unsupported" : "playback_failed", code: name };
  }
  if (plays && (name === "InvalidStateError" || name === "QuotaExceededError")) return { reason: "playback_failed", code: name };
  return { thrown: true, cause: names(error, MOST_WITHIN) };
}

/** The name and code of an error and of those within, and the network stack's own name in its message. */
function names(error, left) {
  if (!isObject(error) || left === 0) return undefined;
  const message = text(get(error, "message"));
  const token = /\bERR_[A-Z][A-Z0-9_]+/.exec(message);
  // A program's own mistake is no failed call.
  const mistake = /\b(undefined|null|not a (function|constructor)|not iterable|not an object)\b/.test(message);
  return {
    name: mistake ? undefined : get(error, "name"),
    code: get(error, "code"),
    token: token ? token[0] : undefined,
    cause: names(get(error, "cause"), left - 1),
  };
}

const SHAPES = [violation, shaka, hls, dash, media, graphql, event, request, hidden, client, named];

/** The facts of whatever was caught; `target` is what the caller says that the call was for. */
export function thrown(error, target, left = MOST_WITHIN) {
  if (!isObject(error) || left === 0) return undefined;
  for (const shape of SHAPES) {
    const facts = attempt(() => shape(error, (inner) => thrown(inner, target, left - 1), target));
    if (facts) return facts;
  }
}
