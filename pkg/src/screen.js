// What is shown of a notice, on a page or a television.

export { mount } from "./screen/screen.js";
// For plainly/react, so that a page downloads them once.
export { counts, countdown } from "./screen/countdown.js";
export { classOf } from "./screen/screen.js";
export { tree } from "./screen/tree.js";
