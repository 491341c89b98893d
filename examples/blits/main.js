// Lightning Blits: the app is a canvas, and what it shows of a failure are elements of the page over it (notices.js).

import Blits from "@lightningjs/blits";
import { App } from "./app.js";

// Where there is no WebGL, Blits can draw without.
const renderMode = document.createElement("canvas").getContext("webgl") ? "webgl" : "canvas";

Blits.Launch(App, "app", { w: 1920, h: 1080, renderMode, debugLevel: 0 });
