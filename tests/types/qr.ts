// plainly/qr as an app uses it. Each line below an @ts-expect-error must not compile.

import { qr } from "plainly/qr";
import type {} from "plainly/tv";

const code: SVGSVGElement | undefined = qr("help.example.com");
if (code) document.body.appendChild(code);
export const label: string | null | undefined = globalThis.plainly.qr?.("help.example.com")?.getAttribute("aria-label");
// @ts-expect-error it may be too long
qr("help.example.com").remove();
// @ts-expect-error
qr(7);
