// Types of `plainly/server`.

import type { Plainly, PlainlyAtOnce } from "./index.js";

/**
 * For a server that answers many viewers, each in their language: makes a function that promises, for the value of an
 * `Accept-Language` header, `plainly` in the language that it finds. All headers that find one language share one
 * explainer, which is opened once, by `plainly.with({ locales })`; all its other options are those of `plainly`.
 *
 * Of a header, 2048 characters are looked at, and 32 languages; several lines count as one list. It holds at most one
 * explainer a language, and which language the last 256 headers found.
 *
 * Never throws and never rejects, whatever the header is. Where nothing in it can be spoken, and where it says nothing, that
 * is `plainly` itself. A language that cannot be downloaded leaves English, is reported (`missing_pack`), and is asked for
 * again after a minute; so is one of your own in which words are missing.
 *
 * ```js
 * const speakerFor = forAcceptLanguage(await load({ locales: "en" }));
 * const speaker = await speakerFor("de-CH,fr;q=0.8,*;q=0.1");
 * console.log(speaker.explain({ status: 404 }).locale); // "de"
 * ```
 *
 * Source: RFC 9110 section 12.5.4; which language is nearest: CLDR's language matching, as for `options.locales`.
 */
export function forAcceptLanguage(plainly: PlainlyAtOnce): (header: AcceptLanguage) => Promise<PlainlyAtOnce>;
export function forAcceptLanguage(plainly: Plainly): (header: AcceptLanguage) => Promise<Plainly>;

/** As Node.js has it, `headersDistinct` too, and `headers.get("accept-language")` of a fetch `Request`. */
export type AcceptLanguage = string | readonly string[] | null | undefined;
