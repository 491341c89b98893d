// Types of `plainly/screen`. The DOM is described by its shapes alone where its types are not known.

import type { Action, Explainer, Handlers, Notice } from "./index.js";

/** The platform's element, where its types are known. */
export type ElementLike = typeof globalThis extends { Element: { prototype: infer E } } ? E : object;

/** What {@link mount} takes. Each is read when it is needed: a library that draws again may change it. */
export interface ScreenOptions {
  /** Says the countdown, and brings its own handlers. Without it nothing is counted down. */
  plainly?: Explainer | undefined;
  /** What the app does where the viewer chooses it. Default: those of `plainly`. */
  handlers?: Handlers | undefined;
  /** Which set of colours and sizes. Default: light or dark, as the page's viewer prefers. `tv/screen.js`: `"television"`. */
  theme?: "light" | "dark" | "television" | undefined;
  /**
   * Whether a notice takes the focus and all keys until it is gone. `false` is for a box within a page, a player's: the focus moves
   * only where it was in the box, or nowhere. Default: true.
   */
  modal?: boolean | undefined;
  /** Whether arrow keys and Back are followed. `false` where the app has a spatial navigation of its own. Default: true. */
  keys?: boolean | undefined;
  /** Whether the device has a connection, asked at each second of a countdown. Default: `navigator.onLine`. */
  online?: (() => boolean) | undefined;
  /** An app's own voice: told each notice once, for a voice guide that no page can reach. */
  speak?: ((text: string, politeness: "polite" | "assertive") => void) | undefined;
  /** Draws support's address to be read by a phone: `qr` of `plainly/qr`. Default: none. */
  qr?: ((text: string) => ElementLike | undefined) | undefined;
  /** An element that stands above the title. Default: none. */
  icon?: ((notice: Notice) => ElementLike | undefined) | undefined;
  /** Hears what the viewer chose, and that a countdown tries again, before it is done. Where it returns `false` nothing more happens: the app did it. */
  onAction?: ((action: Action, notice: Notice) => boolean | void) | undefined;
  /** Hears that the viewer left the notice by one of its buttons or by Back. */
  onClose?: ((notice: Notice) => void) | undefined;
}

/** What a plug-in of `plainly/retry` tells of a call: the countdown follows `retryAt`, and "Try again" is its `retryNow()`. */
export interface ShownCall {
  readonly id?: number | undefined;
  readonly final?: boolean | undefined;
  readonly retryAt?: number | undefined;
  retryNow?(): number | undefined;
}

/** What {@link mount} makes. Its functions need no `this`. */
export interface Screen {
  /**
   * Shows a notice as its `presentation` says: over all of `root`, in a line beside an input, or not at all, which changes nothing.
   * One that looks the same as what is shown takes its place without moving anything. What is shown stays until the viewer
   * leaves it, another comes, or `hide()`. After `destroy()` nothing is shown.
   * @param call what `onNotice` was told, so that `onNotice: screen.show` works; or `beside`, the input that an inline notice is about
   */
  show(notice: Notice, call?: ShownCall | { beside?: ElementLike | null | undefined }): void;
  /**
   * Shows what `plainly.announce()` says is due, and takes away what was announced where that is nothing: call it after each poll. What
   * failed comes first; what the viewer left does not come back.
   */
  announce(notice: Notice | undefined): void;
  /**
   * Says what is shown, and whatever comes, in another explainer's words, and counts down in them: for a viewer who chooses another
   * language. The countdown runs on, and the focus stays.
   */
  reword(plainly: Explainer): void;
  /** Takes it away, and gives the focus back to what had it. */
  hide(): void;
  /** As `onSettled` of `plainly/retry`: what was shown of a call that succeeded, or was canceled, goes. */
  settled(outcome: "succeeded" | "failed" | "canceled", call: { readonly id?: number | undefined }): void;
  /** Takes everything out of the page. */
  destroy(): void;
  /** What is shown. */
  readonly notice: Notice | undefined;
}

/**
 * Draws notices into an element: title, message, code, buttons, a countdown, support's contacts. Its looks are `plainly/screen.css`.
 *
 * Buttons call the app's handlers. While a call waits for its next try, "Try again" makes that at once instead. "Contact support" also
 * shows how to reach it. "Try again" stays until the app shows another notice or hides this one; a promise that its handler
 * returns hides it when it is fulfilled; without a handler it leaves the notice. So do the others, with or without one; beside an
 * input they lead to that, but for those that leave. A call whose notice the viewer left shows no other.
 */
export function mount(root: ElementLike, options?: ScreenOptions): Screen;
