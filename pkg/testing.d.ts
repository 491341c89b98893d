// Types of `plainly/testing`. Fetch's `Response` is described by its shape alone where its type is not known.

import type { Context, Explainer, KnownReason, LocalePack, Notice } from "./index.js";

/** The platform's `Response`, where its type is known. */
export type ResponseOfFetch = typeof globalThis extends { Response: { prototype: infer R } } ? R : object;

/** Every reason, in the order in which `samples` has them. */
export const reasons: readonly KnownReason[];

/** The reasons of what is thrown: no server answers so. */
export type ThrownReason =
  | "offline"
  | "connection_failed"
  | "timeout"
  | "canceled"
  | "output_protection_required"
  | "protection_unsupported"
  | "playback_failed"
  | "insecure_connection"
  | "request_blocked";

/** The reasons that a server's answer can have. */
export type AnsweredReason = Exclude<KnownReason, ThrownReason>;

/**
 * A notice of that reason, as `explain` makes it of a typical failure: real words, buttons and judgement, the same at each run.
 * What is tried again by itself is as after the last try, so that it is shown; with `retryAfter` as after the first.
 *
 * Throws where there is no such reason, and names the nearest; where there are no words of the language that is asked for; and where
 * it would be another reason, because a catalog of `plainly` or the context says so.
 *
 * ```js
 * sample("account_disabled", { locale: "de", packs: [de] });
 * sample("service_unavailable", { retryAfter: 8, context: { random: 0 } }); // tries again by itself, after 8 seconds
 * ```
 */
export function sample(reason: AnsweredReason, options?: SampleOptions & AnswerOptions): Notice;
export function sample(reason: KnownReason, options?: SampleOptions): Notice;

/** A notice of every reason, those that are not to be shown (`presentation` is `"none"`) too. */
export function samples(options?: SampleOptions): Notice[];

/** Who explains, and in which language: an explainer that the app has, or one that speaks English or a language of `packs`. */
export type SampleOptions = {
  /** What the caller would know of the call, over what is fixed: the time, the random number, that the device is online. */
  context?: Context | undefined;
} & (
  | {
    /** Explains with its words, catalogs, buttons and `support`. */
    plainly: Explainer;
    locale?: undefined;
    packs?: undefined;
  }
  | {
    plainly?: undefined;
    /** The language, as a BCP 47 tag. Default: `"en"`. */
    locale?: string | undefined;
    /** The packs of other languages, of `plainly/locales/`, and words laid over ours. Default: none. */
    packs?: readonly LocalePack[] | undefined;
  }
);

/** What a server may say beside. */
export interface AnswerOptions {
  /** When to come back, in whole seconds: `Retry-After`. A notice's delay is spread over up to half as long again. Default: it does not say. */
  retryAfter?: number | undefined;
}

/**
 * A typical failure of that reason, which `explain` takes: an answer, which Playwright's `route.fulfill` takes too, or what is thrown
 * where no response arrived. Throws where there is no such reason.
 */
export function failure(reason: AnsweredReason, options?: AnswerOptions): Answer;
export function failure(reason: ThrownReason): Thrown;
export function failure(reason: KnownReason): Answer | Thrown;

/** What a server answers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** JSON, or empty. */
  body: string;
}

/** What fetch or a player throws. */
export interface Thrown {
  cause: object;
}

/** The same as fetch's `Response`, for what stands in for a server, as a handler of MSW. Throws for what is thrown. */
export function response(reason: AnsweredReason, options?: AnswerOptions): ResponseOfFetch;
