// Types of `plainly/retry`. Clients and players are described by their shapes alone, so that none of them is needed.

import type { Context, Notice, Explainer, ResponseLike } from "./index.js";

/** What all plug-ins take. */
export interface RetryOptions<Call = FailedTry> {
  /**
   * What is the same for all calls, or a function that tells it at each failure: `spreadMs`, `provider`, `target`,
   * `maxAttempts`. `attempt`, `refreshed`, `pollIntervalMs`, `expiresInMs` and `retryTokens` are the plug-in's own. `deadlineMs` is the time
   * for all tries of a call together where the plug-in follows it (`fetch`, `XMLHttpRequest`, axios, RTK Query, RxPlayer, dash.js),
   * else what is left at each failure; no try is sent after it, and none is cut short by it. Default: nothing.
   */
  context?: Context | (() => Context) | undefined;
  /** Shared by an app's API, licence and manifest calls. Default: no budget. */
  budget?: RetryBudget | undefined;
  /** Hears of every failure, before the wait for the next try. What it throws is ignored. */
  onNotice?: ((notice: Notice, call: Call) => void) | undefined;
}

/** What `onNotice` is told of the call whose try failed. */
export interface FailedTry {
  /** The try that failed, from 1. */
  readonly attempt: number;
  /** No further try comes by itself. */
  readonly final: boolean;
  /** When the next try is due, or the viewer may make it, in milliseconds since the Unix epoch; absent where nobody can say. */
  readonly retryAt?: number | undefined;
  /** What was thrown: by the client, or a `FailedCall` for a response. Absent for hls.js. */
  readonly error?: unknown;
  /** The response, where one came and the client has it. */
  readonly response?: any;
  /** What was asked for: the first argument of the call, axios' config, hls.js' address. */
  readonly input?: any;
}

/** The same where the plug-in follows the call until it is over. */
export interface FollowedCall extends FailedTry {
  /** One number for all tries of a call, from 1; others of the same client have others. */
  readonly id: number;
  /**
   * The viewer wants it now: ends the wait, but not before what the server asked for is over; the attempts count on, unless there
   * is no connection. When the try will be made, in milliseconds since the Unix epoch; undefined where nothing waits.
   */
  retryNow(): number | undefined;
  /** Ends the call, as an abort does. */
  cancel(): void;
}

/** Options where the plug-in also sees what becomes of a call. */
export interface CallOptions extends RetryOptions<FollowedCall> {
  /** Hears that a call that had failed succeeded: what `onNotice` showed can go. */
  onRecovered?: ((call: FollowedCall) => void) | undefined;
  /**
   * Hears, once for each call that `onNotice` was told of, that it is over: `"succeeded"`, `"failed"` (the last notice is what
   * stays) or `"canceled"` (aborted). `call` is what `onNotice` was told last.
   */
  onSettled?: ((outcome: "succeeded" | "failed" | "canceled", call: FollowedCall) => void) | undefined;
  /**
   * Gets a new access token where a notice asks for it, at most once a call, and once for all calls that wait for it: a
   * promise, or calls `done`. `false`, a rejection, what throws and 30 seconds without an answer mean that there is none: then the viewer signs in.
   * What adds the token to each try is the app's. Default: a call that needs a new token fails.
   */
  refreshToken?: ((done: (ok?: boolean) => void) => unknown) | undefined;
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
}

/**
 * `fetch` that tries again as told: it resolves with the last response, or rejects with what the last try threw. A 200
 * that holds an error has failed too. While the page is hidden or the device is offline no wait ends; an aborted signal ends
 * it at once, whatever it waits for. No two tries are closer than 100 ms.
 *
 * A body that can be read once is sent once, but for a `ReadableStream`, which is kept; `body: () => ...` makes it anew for
 * each try. Responses between the tries are let go; the last one is the caller's.
 */
export function retryingFetch(plainly: Explainer, options?: FetchOptions): Fetch & FetchMore;

/** What `retryingFetch` adds to `fetch`. */
export interface FetchMore {
  /** `context`: what is known of this call alone, as `signedIn: true`, which holds for all calls until one succeeds. */
  (input: any, init: any, context?: Context): Promise<any>;
  /** Ends the waits of all calls: see `FollowedCall`. */
  retryNow(): void;
  /** Ends all calls. */
  cancel(): void;
}

/** Options of `retryingXhr`. */
export interface XhrOptions extends CallOptions {
  /** Header fields that are asked for at each try: the access token. Default: none. */
  headers?: (() => Readonly<Record<string, string>>) | undefined;
}

/** What `retryingXhr` sends. */
export interface XhrInit {
  /** Default: `"GET"`. */
  method?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** What is sent, or a function that makes it for each try. */
  body?: any;
  /** As of `XMLHttpRequest`. */
  timeout?: number | undefined;
  /** As of `XMLHttpRequest`. */
  responseType?: string | undefined;
  /** As of `XMLHttpRequest`. */
  withCredentials?: boolean | undefined;
  signal?: any;
}

/**
 * The same over `XMLHttpRequest`, for engines without `fetch` or without promises. `done` is called once: with the notice, where
 * the call failed or was canceled, and with the last request.
 */
export function retryingXhr(plainly: Explainer, options?: XhrOptions): {
  (url: string, init: XhrInit | undefined, done: (notice: Notice | undefined, xhr: any) => void, context?: Context): {
    retryNow(): void;
    cancel(): void;
  };
  retryNow(): void;
  cancel(): void;
};

/** The platform's `fetch`, where its types are known. */
export type Fetch = typeof globalThis extends { fetch: infer F } ? F : (input: any, init?: any) => Promise<ResponseLike>;

/** Options of `tanstackRetry`. */
export interface TanstackOptions extends RetryOptions<FailedTry & { retryNow?(): number | undefined; cancel?(): void }> {
  /**
   * The `QueryClient`. With it a query whose wait is longer than two seconds fails meanwhile, so that its `refetch()` works at
   * once, and is fetched again when it is due, if it is still looked at. Default: TanStack waits, and `refetch()` with it.
   */
  client?: { getQueryCache(): any } | undefined;
}

/** `retry` and `retryDelay`, as TanStack Query asks them. */
export interface TanstackFunctions {
  retry: (failureCount: number, error: unknown) => boolean;
  retryDelay: (failureCount: number, error: unknown) => number;
}

/**
 * `defaultOptions` of a TanStack Query client: `queries`, whose method is `GET`, and `mutations`, whose method is `POST`, unless
 * the error or `context` says another. `retry` and `retryDelay` are those of queries.
 */
export function tanstackRetry(plainly: Explainer, options?: TanstackOptions): TanstackFunctions & {
  queries: TanstackFunctions;
  mutations: TanstackFunctions;
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

/**
 * The two functions of an axios response interceptor. `context.deadlineMs` counts from the first failure of a call, whose
 * config may hold what is known of it alone: `plainly: { signedIn: true }`. A 200 that holds an error rejects with a `FailedCall`.
 * For TypeScript: `declare module "axios" { interface AxiosRequestConfig { plainly?: Context } }`.
 */
export function axiosRetry(
  plainly: Explainer, axios: { request(config: any): Promise<any> }, options?: CallOptions,
): [fulfilled: <T>(response: T) => T, rejected: (error: unknown) => Promise<any>];

/** The options of Apollo Client's `RetryLink`. Queries may be repeated; mutations are `POST` unless the context states a method. */
export function apolloRetry(plainly: Explainer, options?: RetryOptions): {
  attempts: (count: number, operation: any, error: any) => boolean;
  delay: (count: number, operation: any, error: any) => number;
};

/**
 * A base query of RTK Query around another, in place of RTK's `retry()`. Mutations are `POST` unless their arguments state a
 * method. A call's own context is `extraOptions.plainly`.
 */
export function rtkRetry<BaseQuery extends (args: any, api: any, extraOptions: any) => any>(
  plainly: Explainer, baseQuery: BaseQuery, options?: Omit<FetchOptions, "fetch">,
): BaseQuery;

/** The `retry` of ky. */
export function kyRetry(plainly: Explainer, options?: RetryOptions): {
  limit: number;
  methods: string[];
  jitter: undefined;
  delay: () => number;
  shouldRetry: (state: { error: Error; retryCount: number }) => boolean | Promise<boolean>;
};

/** The `manifestLoader` and `segmentLoader` of RxPlayer, over `XMLHttpRequest`. */
export function rxPlayerRetry(plainly: Explainer, options?: CallOptions): (
  info: { url: string | undefined; timeout?: number | undefined; [more: string]: any },
  callbacks: { resolve(loaded: any): void; reject(error?: any): void; fallback(): void; progress?(info: any): void },
) => (() => void) | void;

/** Options of `rxPlayerLicenceRetry`. */
export interface LicenceOptions extends CallOptions {
  /** For one try, as RxPlayer's own `getLicenseConfig.timeout`. Default: 10000. */
  timeoutMs?: number | undefined;
}

/** What stands for `getLicense` in a key system of RxPlayer: `{ type: "widevine", ...rxPlayerLicenceRetry(plainly, getLicense) }`. */
export function rxPlayerLicenceRetry<GetLicense extends (message: any, messageType: string) => any>(
  plainly: Explainer, getLicense: GetLicense, options?: LicenceOptions,
): {
  getLicense: (...asked: Parameters<GetLicense>) => Promise<Awaited<ReturnType<GetLicense>>>;
  getLicenseConfig: { retry: number; timeout: number };
};

/**
 * Has dash.js 5 try manifests and segments again; to be called before `player.initialize()`. Licences dash.js loads by itself
 * alone, as often as its `streaming.retryAttempts.license` says.
 */
export function dashRetry(
  plainly: Explainer, player: { extend(name: string, child: any, override: boolean): void; updateSettings(settings: any): void }, options?: CallOptions,
): void;
