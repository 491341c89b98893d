// Defines `<plainly-notice>`, where there are elements and nobody has defined it yet.

import { PlainlyNoticeElement } from "./screen/element.js";

if (typeof customElements !== "undefined" && !customElements.get("plainly-notice")) customElements.define("plainly-notice", PlainlyNoticeElement);

export { PlainlyNoticeElement };
