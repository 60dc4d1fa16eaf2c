const SLICE = 1_500;

/** Lets others have their turn between two pieces of a long work. */
export type Pause = () => Promise<void>;

/**
 * The numbers from 0 to `count` - 1 in the order of `compare`, which never answers 0; sorted in pieces and merged, with a
 * pause after each, so that nobody waits long.
 */
export async function sortInSlices(
  count: number,
  compare: (one: number, other: number) => number,
  pause: Pause,
): Promise<Uint32Array> {
  let runs: Uint32Array[] = [];
  for (let from = 0; from < count; from += SLICE) {
    const size = Math.min(SLICE, count - from);
    runs.push(Uint32Array.from({ length: size }, (_, index) => from + index).sort(compare));
    await pause();
  }
  while (runs.length > 1) {
    const merged: Uint32Array[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const [one, other] = [runs[index], runs[index + 1]];
      if (one) merged.push(other ? merge(one, other, compare) : one);
      await pause();
    }
    runs = merged;
  }
  return runs[0] ?? new Uint32Array();
}

function merge(one: Uint32Array, other: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  const merged = new Uint32Array(one.length + other.length);
  let left = 0;
  let right = 0;
  for (let place = 0; place < merged.length; place += 1) {
    const takeLeft =
      right >= other.length || (left < one.length && compare(one[left] ?? 0, other[right] ?? 0) < 0);
    merged[place] = (takeLeft ? one[left++] : other[right++]) ?? 0;
  }
  return merged;
}
