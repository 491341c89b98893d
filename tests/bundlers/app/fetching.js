// A page that downloads what it needs when it needs it.

import { load } from "plainly";
import { report } from "./report.js";

window.done = load({ locales: "de" }).then(report);
