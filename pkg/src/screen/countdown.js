// A countdown in whole seconds that cannot drift: each tick is set from the end. No timer runs while the page is hidden.

import { listen, now } from "../retry/wait.js";

const LOOK_MS = 1000; // at whether the connection is back: televisions tell no event

/** Whether a notice is followed by another try of its own that a viewer can wait for. */
export const counts = ({ retry, presentation }) => presentation !== "none"
  && ((retry.kind === "auto" && retry.pollIntervalMs === undefined) || retry.kind === "when_online");

/**
 * @param at when the try comes, by `Date.now()`; where nobody says, it is the notice's delay from now
 * @param online whether there is a connection
 * @param tick is told `{ left, share }`: what `plainly.countdown` says in words, and what is left of the ring; no share while there
 * is no connection
 * @param due is told once that the time has come
 * @returns `{ stop() }`
 */
export function countdown({ retry }, at, online, tick, due) {
  const lost = retry.kind === "when_online";
  const delay = retry.delayMs >= 0 ? retry.delayMs : 0;
  const whole = Math.max(1, at >= 0 && !lost ? at - Date.now() : delay);
  let end = lost ? undefined : now() + whole;
  let began = false;
  let over = false;
  let timer;
  const step = () => {
    clearTimeout(timer);
    if (over || document.hidden) return;
    const first = !began;
    began = true;
    const there = online();
    if (over) return; // the app was asked
    if (!there) {
      tick({ left: "offline" });
      timer = setTimeout(step, LOOK_MS);
      return;
    }
    // Who says from the first that there is a connection may be wrong.
    if (end === undefined) end = now() + delay + (first && retry.pollMs > 0 ? retry.pollMs : 0);
    const left = Math.max(0, Math.round(end - now()));
    // The ring runs a second ahead of the words, so that both reach nothing together.
    tick({ left, share: Math.min(1, Math.max(0, left - 1000) / whole) });
    // Whoever is counting must know of it before the time has come.
    if (left > 0 || first) {
      timer = setTimeout(step, left > 0 ? left % 1000 || 1000 : 0);
    } else {
      stop();
      due();
    }
  };
  const listening = [listen(document, "visibilitychange", step), listen(window, "online", step), listen(window, "offline", step)];
  const stop = () => {
    over = true;
    clearTimeout(timer);
    listening.forEach((end) => end());
  };
  step();
  return { stop };
}
