// For tests and for pages that show an app's components: a failure, a response and a notice of any reason.

export { failure, response } from "./testing/failure.js";
export { reasons } from "./testing/reasons.js";
export { sample, samples } from "./testing/sample.js";
