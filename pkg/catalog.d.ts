import type { Catalog } from "./index.js";

declare const catalog: Catalog;
export default catalog;
