import type { LocalePack } from "./index.js";

declare const pack: LocalePack;
export default pack;
