// The same as a script: `plainly.qr`, which plainly/screen finds when it is mounted.

import { qr } from "./qr.js";

plainly.qr = qr;
