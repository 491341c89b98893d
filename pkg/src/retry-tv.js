// What makes a television's clients and players try again as told.

export { RetryBudget } from "./retry/budget.js";
export { dashRetry } from "./retry/dash.js";
export { retryingFetch } from "./retry/fetch.js";
export { hlsRetry } from "./retry/hls.js";
export { rxPlayerLicenceRetry, rxPlayerRetry } from "./retry/rx-player.js";
export { shakaDrmRetry, shakaStreamingRetry } from "./retry/shaka.js";
export { retryingXhr } from "./retry/xhr.js";
