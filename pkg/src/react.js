// Notices in React 18 and 19. What they look like and do is plainly/screen's.

export { PlainlyBoundary } from "./react/boundary.js";
export { useCountdown } from "./react/countdown.js";
export { Notice } from "./react/notice.js";
export { PlainlyProvider, usePlainly } from "./react/provider.js";
export { useNotice } from "./react/words.js";
