// plainly/server where servers hand over what they have. Each line below an @ts-expect-error must not compile.

import { load } from "plainly";
import type { Plainly } from "plainly";
import { create } from "plainly/js";
import type { PlainlyAtOnce } from "plainly/js";
import { forAcceptLanguage } from "plainly/server";
import type { AcceptLanguage } from "plainly/server";

/** As `node:http` types a request. */
declare const request: { headers: { "accept-language"?: string | undefined }; headersDistinct: Record<string, string[] | undefined> };

export async function use(fetched: Request): Promise<string | undefined> {
  const plainly = await load({ locales: "en" });
  const speakerFor: (header: AcceptLanguage) => Promise<Plainly> = forAcceptLanguage(plainly);
  const atOnce: Promise<PlainlyAtOnce> = forAcceptLanguage(create())("de");
  const headers: AcceptLanguage[] = [request.headers["accept-language"], request.headersDistinct["accept-language"],
    fetched.headers.get("accept-language"), ["de", "fr;q=0.5"] as const];
  for (const header of headers) console.log((await speakerFor(header)).explain({ status: 503 }).locale, await atOnce);
  return plainly.localeFor(navigator.languages) ?? plainly.localeFor("de-CH,fr;q=0.8");
}

declare const plainly: Plainly;

// @ts-expect-error a header is text
forAcceptLanguage(plainly)(7);
// @ts-expect-error an explainer is wanted
forAcceptLanguage({ locales: "en" });
// @ts-expect-error it is loaded first
forAcceptLanguage(load());
// @ts-expect-error nothing can be used before it is there
forAcceptLanguage(plainly)("de").explain({});
// @ts-expect-error there may be none
export const locale: string = plainly.localeFor("de");
