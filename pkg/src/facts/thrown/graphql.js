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
  const facts = answer(get(response, "status"), get(response, "headers"), sent) || within(network);
  // What the server said of the errors counts, where the network's says nothing.
  return facts && (facts.status || !sent) ? facts : { thrown: true, body: sent };
}
