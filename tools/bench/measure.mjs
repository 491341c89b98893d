// How times are taken and written.

/** The shortest of so many runs of some 300 µs, in nanoseconds for one call. */
export function nanoseconds(work, runs = 9) {
  for (let warm = 0; warm < 3; warm += 1) work();
  let start = process.hrtime.bigint();
  work();
  const times = Math.min(1000, Math.max(1, Math.floor(300_000 / Number(process.hrtime.bigint() - start))));
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    start = process.hrtime.bigint();
    for (let time = 0; time < times; time += 1) work();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / times);
  }
  return best;
}

export const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const right = (value, width) => String(value).padStart(width);
