// plainly/testing as an app's tests use it. Each line below an @ts-expect-error must not compile.

import type { KnownReason, Notice, Plainly, PlainlyAtOnce, Reason } from "plainly";
import german from "plainly/locales/de";
import { failure, reasons, response, sample, samples } from "plainly/testing";
import type { Answer, AnsweredReason, SampleOptions, Thrown, ThrownReason } from "plainly/testing";

declare const plainly: Plainly;
declare const atOnce: PlainlyAtOnce;
declare const flag: boolean;
declare const known: KnownReason;

export const shown: Notice[] = [
  sample("account_disabled"),
  sample("account_disabled", {}),
  sample("account_disabled", { locale: "de", packs: [german] }),
  sample("account_disabled", { locale: flag ? "de" : undefined, packs: [german] as const }),
  sample("service_unavailable", { plainly, retryAfter: 8, context: { attempt: 2 } }),
  sample("offline", { plainly: atOnce }),
  sample(known, { plainly }),
  ...samples(),
  ...samples({ locale: "de", packs: [german] }),
  ...reasons.map((reason) => sample(reason)),
];
export const options: SampleOptions = { locale: "de" };

export const answer: Answer = failure("account_disabled", { retryAfter: 8 });
export const thrown: Thrown = failure("offline");
export const either: Answer | Thrown = failure(known);
plainly.explain(answer);
plainly.explain(thrown);
plainly.explain(either);
new Response(answer.body, answer);

export const responded: Response = response("account_disabled", { retryAfter: flag ? 8 : undefined });
plainly.explainResponse(response("geo_blocked"));

export const all: KnownReason = flag ? ("geo_blocked" satisfies AnsweredReason) : ("timeout" satisfies ThrownReason);
export const open: Reason = "acme.sold_out";

// @ts-expect-error a typo in a reason
sample("acount_disabled");
// @ts-expect-error any string is no reason of ours
export const a: KnownReason = "acme.sold_out";
// @ts-expect-error a typo in an option
sample("offline", { locales: "de" });
// @ts-expect-error an explainer has its own language
sample("offline", { plainly, locale: "de" });
// @ts-expect-error an explainer is promised, not there
sample("offline", { plainly: Promise.resolve(plainly) });
// @ts-expect-error nobody answers that the device is offline
response("offline");
// @ts-expect-error nor when to come back
sample("offline", { retryAfter: 8 });
// @ts-expect-error what is thrown has no status
failure("offline").status;
// @ts-expect-error the reasons do not change
reasons.push("offline");
