/** Where each of many rows begins, whether all are of one height or each of its own. */
export class RowHeights {
  readonly count: number;
  /** The end of the last row. */
  readonly total: number;
  /** Where row `index` begins; `count` is the end of the last one. */
  readonly start: (index: number) => number;

  private constructor(count: number, start: (index: number) => number) {
    this.count = count;
    this.start = start;
    this.total = start(count);
  }

  static same(count: number, height: number): RowHeights {
    return new RowHeights(count, (index) => index * height);
  }

  static of(count: number, heightOf: (index: number) => number): RowHeights {
    const starts = new Float64Array(count + 1);
    for (let index = 0; index < count; index++) starts[index + 1] = (starts[index] ?? 0) + heightOf(index);
    return new RowHeights(count, (index) => starts[index] ?? 0);
  }
}

/** The row that is at `offset` pixels: the first one that ends after it, or the last one. */
export function firstEndingAfter(heights: RowHeights, offset: number): number {
  let low = 0;
  let high = Math.max(heights.count - 1, 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heights.start(middle + 1) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The numbers from `first` to `last`, and `also` at its place when it is a row and not among them. */
export function inclusiveRange(first: number, last: number, also: number): number[] {
  const numbers = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  if (also < 0 || (also >= first && also <= last)) return numbers;
  return also < first ? [also, ...numbers] : [...numbers, also];
}
