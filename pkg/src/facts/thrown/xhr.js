// A failed XMLHttpRequest, or jQuery's.

import { attempt, get } from "../guard.js";
import { answer, isNumber } from "./parts.js";

export function request(error) {
  const status = get(error, "status");
  if (!isNumber(get(error, "readyState")) || !isNumber(status) || get(error, "networkState") !== undefined) return;
  const type = get(error, "responseType");
  const sent = type === undefined || type === "" || type === "text" ? get(error, "responseText") : get(error, "response");
  const fields = attempt(() => error.getAllResponseHeaders());
  return answer(status, fields, sent) || interrupted(get(error, "statusText")) || { reason: "connection_failed" };
}

export function interrupted(how) {
  if (how === "timeout") return { reason: "timeout" };
  if (how === "abort" || how === "canceled") return { reason: "canceled" };
}
