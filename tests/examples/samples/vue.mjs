// A list below the element, in three languages.

import { element } from "../element.mjs";

export default element("vue");
