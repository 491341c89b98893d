// What names, codes and sentences say.

import { get, match } from "../guard.js";
import { text } from "./parts.js";
import { reasonOf } from "./player.js";
import { bodyOf, chain, tells } from "./sdk.js";

/** A part of the app cannot be loaded any more: it was updated. */
const CHUNK = /^loading (css )?chunk|dynamically imported|module script|preload css|javascript mime/i;

/** Sentences for a call without a response, and a name that means the same (src/cause.rs). */
const SENTENCES = [
  ["canceled", /^((the|this|user|request|query|operation|signal|is|was) )*(abort|cancell?)ed/i],
  ["timeout", /\btime(d |-)?out\b/i],
  ["nsurlerror-1009", /to be offline|no internet/i],
  ["cert_", /\bssl\b|certificate/i],
  ["typeerror", /^((failed to fetch|load failed)( \(|\.?$)|fetch failed|terminated$)|network ?(error|request|connection)|(to|not) connect\b|<no response>/i],
  ["typeerror", /hostname|resolve host|sending request|in (input|body) stream|socket|poll error|connection (closed|reset|refused|error|lost)/i],
  ["typeerror", /access-control|preflight|parse response|failed, reason/i],
];

/** A program's own mistake is no failed call. */
const MISTAKE = /['"]\S+['"]|not an? |not defined/;
const PROGRAM = /^(Type|Range|Reference|Syntax)Error$/;
/** How Safari says it in other languages than English. */
const FOREIGN = /[^\x00-\x7f]|netzwerk|netwerk|nettverk|verbind|conness|conn?exi|koneksi|forbind|tilkobl|yhtey|de espera|internet|abgebr/i;

/** cordova-plugin-advanced-http's numbers; the others from -1 to -8 mean that the connection failed. */
const NATIVE = { "-2": "insecure_connection", "-4": "timeout", "-5": "request_invalid", "-6": "offline", "-8": "canceled" };

export function named(error, within, target) {
  const name = get(error, "name");
  const message = text(get(error, "message"));
  if (name === "ChunkLoadError" || CHUNK.test(message)) return { thrown: true, body: { code: "ChunkLoadError" } };
  // axios' Cancel, and TanStack Query's CancelledError where it is no Error.
  const dropped = get(error, "__CANCEL__") === true || (!message && (get(error, "silent") === true || get(error, "revert") === true));
  if (dropped || name === "NotAllowedError" || message === "Request aborted") return { reason: "canceled" };
  const status = text(get(error, "status"));
  if (get(error, "crossDomain") === true || /^-[1-8]$/.test(status)) return { reason: NATIVE[status] || "connection_failed" };
  const plays = target !== undefined && target !== "api";
  const keys = name === "NotSupportedError" && (target === "licence" || /key ?system/i.test(message));
  if (keys || (plays && /^(NotSupported|InvalidState|QuotaExceeded)Error$/.test(text(name)))) {
    return { reason: keys ? "protection_unsupported" : "playback_failed", code: name };
  }
  const inner = chain(error, within);
  if (tells(inner)) return inner;
  const body = bodyOf(error);
  const cause = names(error);
  cause.code = cause.code || get(body, "code");
  cause.cause = get(inner, "cause");
  return { thrown: true, cause, body: body || get(inner, "body") };
}

/** The name that an error's sentence stands for; "" for a program's own mistake. */
export function said(error) {
  const told = ["rawMessage", "message", "error"].map((key) => text(get(error, key))).filter(Boolean).shift();
  const [, prefix, sentence] = /^(?:(\w*Error): )?([^]*)/.exec(text(told));
  const name = prefix || text(get(error, "name"));
  if (PROGRAM.test(name) && MISTAKE.test(sentence)) return "";
  return reasonOf(sentence, SENTENCES) || (name !== "TypeError" ? undefined : !sentence || FOREIGN.test(sentence) || get(error, "stack") === "" ? name : "");
}

/** The name and code of an error, and the network stack's own name in its members. */
export function names(error) {
  const sentence = said(error);
  const code = text(get(error, "code"));
  const all = ["domain", "code", "message", "error", "exception"].map((key) => text(get(error, key))).join(" ");
  const token = match(/\bERR_[A-Z][A-Z0-9_]+|\b[A-Z]\w{1,60}Exception\b/, all);
  const apple = match(/NSURLErrorDomain\D{0,9}(-\d+)/i, all, 1);
  return {
    name: sentence === undefined ? get(error, "name") : sentence,
    code: apple ? "nsurlerror" + apple : sentence && /^NSURL/.test(code) ? sentence : code || text(get(error, "status")),
    token,
  };
}
