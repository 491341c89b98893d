// What is shown of a notice, on a page or a television.

export { mount } from "./screen/screen.js";
