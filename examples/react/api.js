// The explainer, and how calls are made: what fails is thrown as an error that tells all, and tried again as it should be.

import { QueryClient } from "@tanstack/react-query";
import { load } from "plainly";
import { tanstackRetry } from "plainly/retry";

export const plainly = await load({
  support: { phone: "+44 20 7946 0000" },
  actions: ["retry", "check_input", "contact_support", "go_back"],
});

const calls = new WeakMap();
/** What is known of the call that ended in an error: when it is tried again, and how to do so at once. */
export const callOf = (error) => (error ? calls.get(error) : undefined);

export const client = new QueryClient();
const { queries, mutations } = tanstackRetry(plainly, { client, onNotice: (notice, call) => calls.set(call.error, call) });
client.setDefaultOptions({ queries, mutations });

export async function ask(address, init) {
  const response = await plainly.throwIfFailed(await fetch(address, init), init);
  return response.json();
}
