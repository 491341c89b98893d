// What makes clients and players try again as told.

export { axiosRetry } from "./retry/axios.js";
export { RetryBudget } from "./retry/budget.js";
export { retryingFetch } from "./retry/fetch.js";
export { hlsRetry } from "./retry/hls.js";
export { shakaDrmRetry, shakaStreamingRetry } from "./retry/shaka.js";
export { tanstackRetry } from "./retry/tanstack.js";
export { retryingXhr } from "./retry/xhr.js";
