// Types of `plainly/retry`. Clients and players are described by their shapes alone, so that none of them is needed.

import type { Context, Notice, Explainer, ResponseLike } from "./index.js";

/** What all plug-ins take. */
export interface RetryOptions {
  /**
   * What is the same for all calls, or a function that tells it at each failure: `spreadMs`, `provider`, `target`,
   * `maxAttempts`. `attempt`, `refreshed`, `pollIntervalMs` and `retryTokens` are the plug-in's own. Default: nothing.
   */
  context?: Context | (() => Context) | undefined;
  /** Shared by an app's API, licence and manifest calls. Default: no budget. */
  budget?: RetryBudget | undefined;
  /** Hears of every failure, before the wait for the next try. What it throws is ignored. */
  onNotice?: ((notice: Notice) => void) | undefined;
}

/** Options where the plug-in also sees that a call succeeds. */
export interface CallOptions extends RetryOptions {
  /** Hears that a call that had failed succeeded: what `onNotice` showed can go. */
  onRecovered?: (() => void) | undefined;
}

/**
 * What an app may spend on retries: spent by retries (14 tokens, 5 where the service throttles), earned by success (what
 * the last retry cost, or 1). Never more than its capacity, never less than nothing.
 */
export class RetryBudget {
  /** `capacity` in tokens, default 42: three retries. `tokens`: what is left, from the app's last run; default all. */
  constructor(options?: { capacity?: number | undefined; tokens?: number | undefined });
  readonly capacity: number;
  /** What is left, for `context.retryTokens`. */
  readonly tokens: number;
  /** Pays for the retry that a notice asks for; says what it cost. */
  spend(notice: Notice): number;
  /** A call succeeded: after a last retry that cost so much, or at once. */
  earn(cost?: number): void;
}

/** Options of `retryingFetch`. `context.deadlineMs` is the time for all tries of a call together. */
export interface FetchOptions extends CallOptions {
  /** What sends each try; what adds the access token belongs in here. Default: `fetch`. */
  fetch?: ((input: any, init?: any) => Promise<ResponseLike>) | undefined;
  /** Gets a new access token, once a call; `false` and a rejection mean that there is none. Default: a call that needs one fails. */
  refreshToken?: (() => Promise<unknown>) | undefined;
}

/**
 * `fetch` that tries again as told: it resolves with the last response, or rejects with what the last try threw. While
 * the page is hidden or the device is offline no wait ends; an aborted signal ends it at once.
 */
export function retryingFetch(plainly: Explainer, options?: FetchOptions): Fetch;

/** The platform's `fetch`, where its types are known. */
export type Fetch = typeof globalThis extends { fetch: infer F } ? F : (input: any, init?: any) => Promise<ResponseLike>;

/** `retry` and `retryDelay` of TanStack Query's queries and mutations. */
export function tanstackRetry(plainly: Explainer, options?: RetryOptions): {
  retry: (failureCount: number, error: unknown) => boolean;
  retryDelay: (failureCount: number, error: unknown) => number;
};

/** The `errorRetry` and `timeoutRetry` of a load policy of hls.js; `context.target` is `"segment"` by default. */
export function hlsRetry(plainly: Explainer, options?: RetryOptions): {
  maxNumRetry: number;
  retryDelayMs: number;
  maxRetryDelayMs: number;
  backoff: "linear";
  shouldRetry: (policy: any, retryCount: number, isTimeout: boolean, response: any, retry: boolean) => boolean;
};

/** `streaming.failureCallback` of Shaka Player. */
export function shakaStreamingRetry(
  plainly: Explainer, player: { retryStreaming(seconds?: number): boolean }, options?: RetryOptions,
): (error: any) => void;

/** `drm.failureCallback` of Shaka Player 5. */
export function shakaDrmRetry(
  plainly: Explainer, player: { retryLicensing(session: any, seconds?: number): Promise<boolean> }, options?: RetryOptions,
): (error: any) => void;

/** The two functions of an axios response interceptor. `context.deadlineMs` counts from the first failure of a call. */
export function axiosRetry(
  plainly: Explainer, axios: { request(config: any): Promise<any> }, options?: CallOptions,
): [fulfilled: <T>(response: T) => T, rejected: (error: unknown) => Promise<any>];
