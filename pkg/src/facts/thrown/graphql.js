// GraphQL clients' errors: Apollo's, urql's.

import { get, isArray } from "../guard.js";
import { answer } from "./parts.js";

export function graphql(error, within) {
  const name = get(error, "name");
  const errors = get(error, name === "CombinedGraphQLErrors" ? "errors" : "graphQLErrors");
  if (!isArray(errors)) return;
  const response = get(error, "response");
  const network = get(error, "networkError");
  const sent = errors.length ? { errors } : undefined;
  return answer(get(response, "status"), get(response, "headers"), sent) || within(network) || { thrown: true, body: sent };
}
