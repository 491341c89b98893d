// A clock, timers, a page and a connection that a test moves on: hours pass at once.

const real = { setImmediate: globalThis.setImmediate };

/** Takes the place of this process's own. `run(until)` lets everything happen that is due until then. */
export function simulated(start = 1_795_176_000_000) {
  let time = 0;
  let ids = 0;
  const timers = new Map();
  globalThis.performance = { now: () => time };
  globalThis.Date.now = () => start + time;
  globalThis.setTimeout = (act, ms, ...given) => {
    timers.set(++ids, { at: time + Math.max(1, Math.trunc(Number(ms)) || 0), act: () => act(...given) });
    return ids;
  };
  globalThis.clearTimeout = (id) => timers.delete(id);
  globalThis.document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  globalThis.self = new EventTarget();
  /** Promises that are done have been heard of. */
  const settle = () => new Promise((resolve) => real.setImmediate(resolve));

  return {
    now: () => time,
    timers: () => timers.size,
    show(state) {
      document.visibilityState = state;
      document.dispatchEvent(new Event("visibilitychange"));
    },
    connect(state) {
      self.dispatchEvent(new Event(state ? "online" : "offline"));
    },
    async run(until) {
      await settle();
      for (;;) {
        const [next] = [...timers].sort(([a, { at }], [b, { at: other }]) => at - other || a - b);
        if (!next || next[1].at > until) break;
        time = Math.max(time, next[1].at);
        timers.delete(next[0]);
        next[1].act();
        await settle();
      }
      time = Math.max(time, until);
      await settle();
    },
  };
}
