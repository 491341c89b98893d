// Types of `plainly/qr`. The DOM is described by its shapes alone where its types are not known.

/** The platform's `<svg>`, where its types are known. */
export type CodeLike = typeof globalThis extends { SVGSVGElement: { prototype: infer E } } ? E : object;

/**
 * Draws support's address as a QR code, in place: no request is sent. It is black on white, with the quiet zone that readers want, its
 * label is `text`, and `class="plainly-qr"` and `part="qr"` give it a size (`plainly/screen.css` does).
 *
 * What looks like a host's name is encoded with `https://` before it, everything else as it is. Nothing comes of what is no text, is
 * empty, holds control or bidi characters, or takes more than 150 bytes, and nothing where there is no `document`. It never throws.
 */
export function qr(text: string): CodeLike | undefined;
