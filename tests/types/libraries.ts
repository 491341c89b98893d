// The plug-ins of libraries whose own types are not as strict as ours (libraries.json does not look into them). Each line
// below an @ts-expect-error must not compile.

import { RetryLink } from "@apollo/client/link/retry";
import { createApi, fetchBaseQuery, type BaseQueryFn, type FetchArgs, type FetchBaseQueryError } from "@reduxjs/toolkit/query";
import { MediaPlayer, type MediaPlayerClass } from "dashjs";
import ky, { type KyInstance, type RetryOptions as KyOptions } from "ky";
import RxPlayer from "rx-player";
import type { IKeySystemOption, ILoadVideoOptions } from "rx-player/types";
import type { Plainly } from "plainly";
import { apolloRetry, dashRetry, kyRetry, RetryBudget, rtkRetry, rxPlayerLicenceRetry, rxPlayerRetry } from "plainly/retry";
import type { RetryOptions } from "plainly/retry";

declare const plainly: Plainly;
const options: RetryOptions = { budget: new RetryBudget(), context: { spreadMs: 60_000 }, onNotice: ({ title }) => console.log(title) };

export const link = new RetryLink(apolloRetry(plainly, options));

export const baseQuery: BaseQueryFn<string | FetchArgs, unknown, FetchBaseQueryError> = rtkRetry(plainly, fetchBaseQuery({ baseUrl: "/" }), {
  ...options, refreshToken: async () => false,
});
export const api = createApi({ baseQuery, endpoints: (build) => ({ channels: build.query<string[], void>({ query: () => "channels" }) }) });

export const client: KyInstance = ky.create({ retry: kyRetry(plainly, options) });
export const again: KyOptions = kyRetry(plainly);

const getLicense = async (message: Uint8Array<ArrayBuffer>, messageType: string): Promise<BufferSource | null> => (messageType ? message : null);
export const keySystem: IKeySystemOption = { type: "widevine", ...rxPlayerLicenceRetry(plainly, getLicense, { ...options, timeoutMs: 8000 }) };
export const content: ILoadVideoOptions = {
  url: "https://cdn.test/1.mpd",
  transport: "dash",
  keySystems: [keySystem],
  manifestLoader: rxPlayerRetry(plainly, options),
  segmentLoader: rxPlayerRetry(plainly),
};
new RxPlayer({ videoElement: document.createElement("video") }).loadVideo(content);

const player: MediaPlayerClass = MediaPlayer().create();
dashRetry(plainly, player, { ...options, onRecovered: () => undefined });

// @ts-expect-error dash.js' player is wanted
dashRetry(plainly, {});
// @ts-expect-error a base query is wanted
rtkRetry(plainly, options);
// @ts-expect-error ky does not tell of success
kyRetry(plainly, { onRecovered: () => undefined });
