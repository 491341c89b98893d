// An app's own errors, by the paths that its options or a catalog name.

import { get, isArray, isObject } from "../guard.js";
import { body } from "../http.js";
import { names } from "./named.js";
import { answer, at, text } from "./parts.js";

export function own(error, within, target, wrappers) {
  for (const paths of wrappers) {
    const [status, headers, given, code] = ["status", "headers", "body", "code"].map((name) => at(error, get(paths, name)));
    let sent = body(given);
    if (text(code)) sent = Object.assign({}, isObject(sent) && !isArray(sent) ? sent : { message: sent }, { code });
    const facts = answer(status, headers, sent);
    if (facts) return facts;
    if (sent !== undefined && sent !== null) return { thrown: true, body: sent, cause: names(error) };
  }
}
