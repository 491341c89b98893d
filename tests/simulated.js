// A clock, timers, a page and a connection that a test moves on: hours pass at once.

const real = { setImmediate: globalThis.setImmediate };

/** Takes the place of this process's own. `run(until)` lets everything happen that is due until then. */
export function simulated(start = 1_795_176_000_000) {
  let time = 0;
  let ids = 0;
  const timers = new Map(); // what is to be done, by id
  const due = []; // a heap of `[at, id]`
  globalThis.performance = { now: () => time };
  globalThis.Date.now = () => start + time;
  globalThis.setTimeout = (act, ms, ...given) => {
    timers.set(++ids, () => act(...given));
    put(due, [time + Math.max(1, Math.trunc(Number(ms)) || 0), ids]);
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
      while (due.length && due[0][0] <= until) {
        const [at, id] = take(due);
        const act = timers.get(id);
        if (!act) continue;
        time = Math.max(time, at);
        timers.delete(id);
        act();
        await settle();
      }
      time = Math.max(time, until);
      await settle();
    },
  };
}

const earlier = ([at, id], [other, its]) => at < other || (at === other && id < its);

function put(heap, item) {
  let at = heap.push(item) - 1;
  for (let up; at > 0 && earlier(item, heap[(up = (at - 1) >> 1)]); at = up) [heap[at], heap[up]] = [heap[up], item];
}

function take(heap) {
  const first = heap[0];
  const last = heap.pop();
  if (heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ;) {
    let next = 2 * at + 1;
    if (next + 1 < heap.length && earlier(heap[next + 1], heap[next])) next += 1;
    if (next >= heap.length || !earlier(heap[next], last)) return first;
    [heap[at], heap[next]] = [heap[next], last];
    at = next;
  }
}
