// What makes clients and players try again as told.

export * from "./retry-tv.js";
export { apolloRetry } from "./retry/apollo.js";
export { axiosRetry } from "./retry/axios.js";
export { kyRetry } from "./retry/ky.js";
export { rtkRetry } from "./retry/rtk.js";
export { tanstackRetry } from "./retry/tanstack.js";
