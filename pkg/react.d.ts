// Types of `plainly/react`, for React 18 and 19.

import type { Component, ReactNode, RefObject } from "react";
import type { Explainer, Handlers, Notice as NoticeData } from "./index.js";
import type { ElementLike, ScreenOptions, ShownCall } from "./screen.js";

/** Gives an explainer to all components below. */
export function PlainlyProvider(props: {
  /**
   * An explainer, or what `load()` promises. Children are drawn at once; when it changes, what is shown is said in its words. Where a
   * server drew notices, the page begins with an explainer as well: a promise has no words yet.
   */
  plainly: Explainer | PromiseLike<Explainer> | undefined;
  /** What the app does where the viewer chooses it, over the handlers of `plainly`. Default: those alone. */
  handlers?: Handlers | undefined;
  children?: ReactNode;
}): ReactNode;

/** The explainer, once it is there. */
export function usePlainly(): Explainer | undefined;

/**
 * The notice of what was caught: of a query's `error`, of what an error boundary caught. Explained once for each error; in another
 * language it is the same notice in other words. Undefined without an error (`undefined`, `null`, `false`), and while there is no
 * explainer.
 */
export function useNotice(error: unknown): NoticeData | undefined;

/** What stands beside a notice until the next try. */
export interface Countdown {
  /** "Trying again in 5 seconds." */
  words: string;
  /** What is left of the wait, from 1 to 0; absent while there is no connection. */
  share: number | undefined;
}

/**
 * Counts down to the next try, for an app that draws notices itself. The try is the app's, or its client's. Undefined where none
 * comes by itself, and on a server.
 * @param call what `onNotice` of `plainly/retry` was told: it is counted to its `retryAt`
 */
export function useCountdown(notice: NoticeData | undefined, call?: ShownCall | undefined): Countdown | undefined;

/** What {@link Notice} takes: one of `notice` and `error`, and the options of `plainly/screen`. */
export interface NoticeProps extends Omit<ScreenOptions, "plainly"> {
  /** What to show. In another language than the provider's it is said in the provider's. */
  notice?: NoticeData | undefined;
  /** What was caught, where there is no `notice`. */
  error?: unknown;
  /** What `onNotice` of `plainly/retry` was told. */
  call?: ShownCall | undefined;
  /** What the app does where the viewer chooses it, over the handlers of the provider. */
  handlers?: Handlers | undefined;
  /** The input that an inline notice is about, or a ref to it. The notice stands where the component does. */
  beside?: ElementLike | RefObject<ElementLike | null> | null | undefined;
  /**
   * Whether a notice of the presentation `"screen"` covers the page and takes the focus and all keys. `false` is for a player's box: it
   * covers the nearest element that is positioned. Default: true.
   */
  modal?: boolean | undefined;
}

/**
 * Draws a notice where it stands, as `mount` of `plainly/screen` does; nothing without one. A server draws its words and buttons,
 * which work once the page does. Its looks are `plainly/screen.css`, which the app imports.
 */
export function Notice(props: NoticeProps): ReactNode;

/** Shows what a component below it threw, in its place. "Try again" draws it anew, and so does leaving the notice. */
export class PlainlyBoundary extends Component<{
  children?: ReactNode;
  /** Hears that it is drawn anew: the place to reset what failed. */
  onReset?: (() => void) | undefined;
}> {}
