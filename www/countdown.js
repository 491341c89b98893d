// A countdown in whole seconds that cannot drift: each tick is set from the end.

export class Countdown {
  constructor() {
    this.timer = 0;
  }

  start(whole, tick, done) {
    this.stop();
    const end = performance.now() + whole;
    const step = () => {
      const left = Math.max(0, Math.round(end - performance.now()));
      if (left === 0) return done();
      tick(left, whole);
      this.timer = setTimeout(step, left % 1000 || 1000);
    };
    tick(whole, whole);
    this.timer = setTimeout(step, whole % 1000 || Math.min(1000, whole));
  }

  after(delay, done) {
    this.stop();
    this.timer = setTimeout(done, delay);
  }

  stop() {
    clearTimeout(this.timer);
  }
}
