// Types of `plainly/element`, which defines `<plainly-notice>` when it is imported, and does nothing on a server. The DOM is
// described by its shapes alone where its types are not known.

import type { Action, Explainer, Handlers, Notice } from "./index.js";
import type { ElementLike, ScreenOptions, ShownCall } from "./screen.js";

/** The platform's HTML element, where its types are known. */
type Base = typeof globalThis extends { HTMLElement: { prototype: infer E } } ? E : {};
type Listen = typeof globalThis extends { HTMLElement: { prototype: { addEventListener: infer F } } } ? F : {};
type EventLike = typeof globalThis extends { Event: { prototype: infer E } } ? E : { preventDefault(): void };

/** What `<plainly-notice>` dispatches. */
export interface PlainlyNoticeEvents {
  /**
   * The viewer chose something, or a countdown is over and tries again. After `preventDefault()` nothing else happens: the app does
   * it. Bubbles, also out of shadow roots.
   */
  action: EventLike & { readonly detail: { readonly action: Action; readonly notice: Notice } };
  /** The viewer left the notice by one of its buttons or by Back. Does not bubble. */
  close: EventLike & { readonly detail: { readonly notice: Notice } };
}

/**
 * `<plainly-notice>`: what `mount` of `plainly/screen` draws, in a shadow root. Its properties may be set in any order, before it is
 * in the page and before this module came; what is set together is shown together, in a microtask. In the page it listens, counts
 * down and takes the focus; out of it, it does nothing of that.
 *
 * Each piece is a slot, and what an app puts there stands in its place: `icon`, `title`, `message`, `wait`, `actions`, `contact`,
 * `corner`. Each is a CSS part of the same name, beside `notice`, `action`, `link` and `countdown`. Colours and sizes are the custom
 * properties of `plainly/screen.css`, which is inside already.
 *
 * Its styles are a constructed sheet, which no policy has anything against. Engines before Chromium 73, Firefox 101 and
 * Safari 16.4 have none: there they are a `<style>` element, which a policy has to allow by `style-src`.
 */
export interface PlainlyNoticeElement extends Base {
  /**
   * What to show; `null` and `undefined` hide what is shown. A notice whose `presentation` is `"none"` changes nothing. Reads as what
   * was set, also when the viewer has left it: to set it once more shows it again.
   */
  notice: Notice | null | undefined;
  /**
   * Says the countdown, and brings its handlers. What is shown is said in its language: another explainer, as when the viewer changes
   * the language, says it anew by its `reword`.
   */
  plainly: Explainer | null | undefined;
  /** What the app does where the viewer chooses it. Default: those of `plainly`. */
  handlers: Handlers | null | undefined;
  /** What `onNotice` was told with the notice; or `beside`, the input that an inline notice is about, which stays where it is. */
  call: ShownCall | { beside?: ElementLike | null | undefined } | null | undefined;
  /** Whether the device has a connection, asked at each second of a countdown. Default: `navigator.onLine`. */
  online: ScreenOptions["online"] | null;
  /** Draws support's address to be read by a phone: `qr` of `plainly/qr`. */
  qr: ScreenOptions["qr"] | null;
  /** An element that stands above the title; asked whenever a notice is drawn. */
  icon: ScreenOptions["icon"] | null;
  /** An app's own voice: told each notice once. */
  speak: ScreenOptions["speak"] | null;
  /** The attribute of the same name. Default: light or dark, as the page's viewer prefers. */
  get theme(): "light" | "dark" | "television" | undefined;
  set theme(theme: "light" | "dark" | "television" | null | undefined);
  /**
   * Whether a notice covers the page and takes the focus and all keys until it is gone. `false`, or `modal="false"`: it covers its
   * positioned ancestor, and the focus moves only where it was in the notice, or nowhere.
   */
  modal: boolean;
  /** Whether arrow keys and Back are followed. `false`, or `keys="false"`, where the app has a spatial navigation of its own. */
  keys: boolean;
  readonly addEventListener: (<Type extends keyof PlainlyNoticeEvents>(
    type: Type, listener: (event: PlainlyNoticeEvents[Type]) => void, options?: boolean | { capture?: boolean; once?: boolean; passive?: boolean },
  ) => void) & Listen;
}

/** The class of `<plainly-notice>`, for another name: `customElements.define("my-notice", class extends PlainlyNoticeElement {})`. */
export const PlainlyNoticeElement: { new (): PlainlyNoticeElement; readonly prototype: PlainlyNoticeElement };

declare global {
  interface HTMLElementTagNameMap {
    "plainly-notice": PlainlyNoticeElement;
  }
}
