// i18next with its ICU plug-in, and axios-retry, which needs axios: an HTTP client that the others do without here.

import "rivals:lacking";
import axios, { AxiosError } from "axios";
import axiosRetry, { exponentialDelay } from "axios-retry";
import i18next from "i18next";
import ICU from "i18next-icu";
import { ANSWER, codeOf, counted, ICU as WORDS, tell, valuesOf, worth } from "./failing.js";

const client = axios.create({
  adapter(config) {
    counted();
    return Promise.reject(new AxiosError(`status ${ANSWER.status}`, AxiosError.ERR_BAD_RESPONSE, config, null, { ...ANSWER, config }));
  },
});
axiosRetry(client, { retries: 3, retryDelay: exponentialDelay, retryCondition: ({ response }) => worth(response) });

i18next.use(ICU).init({ lng: "en", resources: { en: { translation: WORDS } } })
  .then(() => client.get("https://api.example.com/channels"))
  .catch(({ response }) => tell(i18next.t(codeOf(response), valuesOf(response)), response))
  .catch(broken);
