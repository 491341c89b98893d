// intl-messageformat and p-retry.

import "rivals:lacking";
import IntlMessageFormat from "intl-messageformat";
import pRetry from "p-retry";
import { call, codeOf, ICU, tell, valuesOf, worth } from "./failing.js";

pRetry(call, { retries: 3, shouldRetry: ({ error }) => worth(error.answer) })
  .catch(({ answer }) => tell(new IntlMessageFormat(ICU[codeOf(answer)], "en").format(valuesOf(answer)), answer))
  .catch(broken);
