// Support's address as a QR code, for a television has no keyboard.
//
// By lean-qr: half of qrcode-generator, and all it lacks on ES5 engines is three methods of typed arrays (tools/build/es5.mjs).

import { correction, generate, mode } from "lean-qr";
import { h } from "./screen/dom.js";

/** Bytes, as version 8 holds. On a television of 43 inches its modules are 3 mm wide, four of 720 lines; a phone on the sofa sees no smaller ones. */
const MOST = 150;

/** How many modules of white the standard wants on each side. */
const QUIET = 4;

/** Control and bidi characters, and halves of a surrogate pair, which no UTF-8 holds. */
const REFUSED = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;

/** What begins with the name of a host. */
const HOST = /^(?:[a-z\d\u00a1-\uffff-]+\.)+[a-z\u00a1-\uffff][a-z\d\u00a1-\uffff-]+\.?(?::\d+)?(?:[/?#]|$)/i;

/** Says that UTF-8 follows. Some readers stop at that, so ASCII, which nearly all addresses are, goes without. */
const UTF_8 = mode.eci(26);

/** An `<svg>` that phones read as `text`; nothing where there is no page, or `text` is none that a code should hold. */
export function qr(text) {
  if (typeof document === "undefined" || typeof text !== "string" || text.length > MOST || !/\S/.test(text) || REFUSED.test(text)) return undefined;
  // Phones open only what has a scheme.
  const utf8 = new TextEncoder().encode(HOST.test(text) ? "https://" + text : text);
  return utf8.length > MOST ? undefined : draw(encode(Array.prototype.slice.call(utf8)), text);
}

/** Of level M: 15 % may be lost to a reflection. More makes modules smaller, and comes only where there is room for it. */
function encode(utf8) {
  const bytes = mode.bytes(utf8);
  return generate(utf8.some((byte) => byte > 0x7f) ? mode.multi(UTF_8, bytes) : bytes, { minCorrectionLevel: correction.M });
}

function draw(code, label) {
  const size = String(code.size + 2 * QUIET);
  return h("svg", { class: "plainly-qr", part: "qr", role: "img", "aria-label": label, viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges" },
    h("rect", { width: size, height: size, fill: "#fff" }),
    h("path", { d: runs(code), fill: "#000" }));
}

/** Each row's black modules that lie side by side, as one rectangle. */
function runs(code) {
  let path = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`;
    }
  }
  return path;
}
