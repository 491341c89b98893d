// The same as a script: `plainly.screen`, and `plainly.qr` where its script came too. Comes before or after plainly/tv.

import { mount } from "./screen/screen.js";

plainly.screen = {
  mount: (root, options) => mount(root, Object.assign({ theme: "television", qr: plainly.qr }, options)),
};
