// i18next with its ICU plug-in, and p-retry.

import "rivals:lacking";
import i18next from "i18next";
import ICU from "i18next-icu";
import pRetry from "p-retry";
import { call, codeOf, ICU as WORDS, tell, valuesOf, worth } from "./failing.js";

i18next.use(ICU).init({ lng: "en", resources: { en: { translation: WORDS } } })
  .then(() => pRetry(call, { retries: 3, shouldRetry: ({ error }) => worth(error.answer) }))
  .catch(({ answer }) => tell(i18next.t(codeOf(answer), valuesOf(answer)), answer))
  .catch(broken);
