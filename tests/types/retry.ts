// The plug-ins where the real libraries take them. Each line below an @ts-expect-error must not compile.

import { QueryClient, type QueryObserverOptions } from "@tanstack/query-core";
import axios, { type AxiosInstance } from "axios";
import Hls, { type HlsConfig, type LoadPolicy } from "hls.js";
import type shaka from "shaka-player"; // as a CommonJS module's, its types stand under `default`
import type { Notice, Plainly } from "plainly";
import {
  axiosRetry, hlsRetry, RetryBudget, retryingFetch, retryingXhr, shakaDrmRetry, shakaStreamingRetry, tanstackRetry,
} from "plainly/retry";
import type { FetchOptions, RetryOptions } from "plainly/retry";

declare const plainly: Plainly;
declare const player: shaka.default.Player;
declare const notice: Notice;

const budget = new RetryBudget({ capacity: 42, tokens: 28 });
const cost: number = budget.spend(notice);
budget.earn(cost);
budget.earn();
const options: RetryOptions = { budget, context: { spreadMs: 60_000 }, onNotice: ({ title }) => console.log(title) };

export const call = retryingFetch(plainly, {
  ...options,
  context: () => ({ target: "api", deadlineMs: 30_000 }),
  fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, { ...init, credentials: "include" }),
  refreshToken: async () => false,
  onNotice: ({ title }, { id, attempt, final, retryAt, retryNow, cancel }) => {
    console.log(title, id + attempt, retryAt && retryAt - Date.now());
    return final ? cancel() : retryNow();
  },
  onRecovered: () => console.log("over"),
  onSettled: (outcome, { id }) => console.log(outcome === "failed", id),
});
call.retryNow();
export const asFetch: typeof fetch = call;
export const stated: Promise<Response> = call("https://api.test/", {}, { signedIn: true });
export const xhr = retryingXhr(plainly, { headers: () => ({ authorization: "Bearer" }), refreshToken: (done) => done(true) });
xhr("https://api.test/", { method: "PUT", body: () => "a" }, (notice, request) => console.log(notice?.title, request.status)).cancel();
export const answer: Promise<Response> = call("https://api.test/", { signal: AbortSignal.timeout(1000) });

export const client = new QueryClient({ defaultOptions: tanstackRetry(plainly, options) });
export const mutating = new QueryClient({ defaultOptions: { queries: tanstackRetry(plainly, options), mutations: tanstackRetry(plainly).mutations } });
tanstackRetry(plainly, { client, onNotice: (_, { attempt, retryNow }) => attempt > 1 && retryNow?.() });
export const query: QueryObserverOptions<string, Error> = { queryKey: ["a"], ...tanstackRetry(plainly) };

const load = { maxTimeToFirstByteMs: 9000, maxLoadTimeMs: 20_000 };
const segments: LoadPolicy = { default: { ...load, errorRetry: hlsRetry(plainly, options), timeoutRetry: hlsRetry(plainly) } };
export const config: Partial<HlsConfig> = { fragLoadPolicy: segments, manifestLoadPolicy: segments };
export const hls = new Hls(config);

player.configure({
  streaming: { failureCallback: shakaStreamingRetry(plainly, player, options) },
  drm: { failureCallback: shakaDrmRetry(plainly, player, options) },
});
export const streaming: shaka.default.extern.StreamingConfiguration["failureCallback"] = shakaStreamingRetry(plainly, player);
export const drm: shaka.default.extern.DrmConfiguration["failureCallback"] = shakaDrmRetry(plainly, player);

const instance: AxiosInstance = axios.create();
instance.interceptors.response.use(...axiosRetry(plainly, instance, { ...options, onRecovered: () => undefined }));
axios.interceptors.response.use(...axiosRetry(plainly, axios));

// @ts-expect-error a typo in the options
export const a: RetryOptions = { onNotices: () => undefined };
// @ts-expect-error no such context
export const b: FetchOptions = { context: { spread: 1 } };
// @ts-expect-error a budget is one of ours
export const c: RetryOptions = { budget: { tokens: 7 } };
// @ts-expect-error what is left is not set
budget.tokens = 7;
// @ts-expect-error Shaka's player is wanted
shakaStreamingRetry(plainly, {});
// @ts-expect-error only clients that see success tell of it
tanstackRetry(plainly, { onRecovered: () => undefined });
