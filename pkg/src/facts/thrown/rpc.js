// gRPC: gRPC-Web, Connect, @grpc/grpc-js.

import { get, isObject } from "../guard.js";
import { headers, status } from "../http.js";
import { saidStatus } from "./client.js";
import { said } from "./named.js";
import { isNumber, text } from "./parts.js";

export function rpc(error) {
  const code = get(error, "code");
  const fields = get(error, "metadata");
  // A call that got no response has one of the numbers too.
  if (!isNumber(code) || code < 1 || code > 16 || said(error) || !(isObject(fields) || /^(Rpc|Connect|Grpc)/.test(text(get(error, "name"))))) return;
  return { thrown: true, status: status(saidStatus(error)), headers: "grpc-status: " + code + "\n" + headers(fields) };
}
