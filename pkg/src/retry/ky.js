// ky (its `retry` option).

import { get } from "../facts/guard.js";
import { methodOf } from "../facts/method.js";
import { ask } from "./ask.js";
import { earn, firstWait, hasKey } from "./judge.js";
import { listen, now, wait } from "./wait.js";

export function kyRetry(plainly, options) {
  return {
    // ky itself decides nothing: neither whether nor when.
    limit: 1000000,
    methods: ["get", "head", "options", "trace", "query", "put", "delete", "post", "patch"],
    jitter: undefined,
    delay: () => 0,
    // It asks for a delay by the count alone, which calls have in common that fail at once. So the wait is here.
    shouldRetry({ error, retryCount }) {
      const request = get(error, "request");
      // What is known without its request may have been anything.
      const made = { attempt: retryCount, method: methodOf(error) || "POST", idempotent: hasKey(get(request, "headers")) };
      const { again, notice: { retry }, context, until } = ask(plainly, options, made, error, request);
      if (!again) return false;
      return new Promise((resolve) => {
        const due = now() + firstWait(retry);
        const finish = (how) => {
          deaf();
          if (how !== "due") earn(options, made.cost);
          resolve(how !== "late");
        };
        // To an abort ky answers as it does, by not sending.
        const deaf = listen(get(request, "signal"), "abort", () => {
          waiting.stop();
          finish("canceled");
        });
        const waiting = wait(plainly, { retry, context, due, until }, finish);
      });
    },
  };
}
