// @fluent/bundle and p-retry.

import "rivals:lacking";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import pRetry from "p-retry";
import { call, codeOf, tell, valuesOf, worth } from "./failing.js";

const words = new FluentBundle("en", { useIsolating: false });
words.addResource(new FluentResource(`
error-503 = Error code - { $code } The service isn't available at the moment. Please try again in { $hours ->
    [one] about { $hours } hour
   *[other] about { $hours } hours
}.
error-unknown = Error code - { $code } Something went wrong. Please try again.
`));

pRetry(call, { retries: 3, shouldRetry: ({ error }) => worth(error.answer) })
  .catch(({ answer }) => tell(words.formatPattern(words.getMessage(`error-${codeOf(answer)}`).value, valuesOf(answer)), answer))
  .catch(broken);
