/** The value below which `share` of the times lie. */
export function percentile(times, share) {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const median = (times) => percentile(times, 0.5);
export const p95 = (times) => percentile(times, 0.95);

const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/**
 * Prints one figure as a JSON line. `bound` is what `value` may be at most, `limit` how that bound came about; without one
 * the figure is for the record.
 * @param {{ name: string, value: number, unit: string, n?: number, floor?: number, bound?: number, limit?: string }} figure
 */
export function print({ name, value, unit, n = 1, floor, bound, limit }) {
  const line = {
    name,
    value: round(value),
    unit,
    n,
    ...(floor === undefined ? {} : { floor: round(floor), ratio: round(value / floor) }),
    ...(bound === undefined ? {} : { limit: limit ?? round(bound), ok: value <= bound }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Says on stderr what happens now. */
export function note(line) {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
