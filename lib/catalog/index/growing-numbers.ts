const FIRST_SIZE = 1_024;

/** Whole numbers from 0 to 2^32 - 1, as many as there come to be. */
export class GrowingNumbers {
  length = 0;
  private numbers = new Uint32Array(FIRST_SIZE);

  push(value: number): void {
    this.reserve(this.length + 1);
    this.numbers[this.length] = value;
    this.length += 1;
  }

  /** Sets a place that may be far behind the end; what lies between is 0. */
  set(index: number, value: number): void {
    this.reserve(index + 1);
    this.numbers[index] = value;
    if (index >= this.length) this.length = index + 1;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }

  /** Forgets all numbers and keeps their room. */
  clear(): void {
    this.length = 0;
  }

  /** The numbers without a copy; good until the next push. */
  view(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }

  copy(): Uint32Array {
    return this.numbers.slice(0, this.length);
  }

  private reserve(size: number): void {
    if (size <= this.numbers.length) return;
    const larger = new Uint32Array(Math.max(size, this.numbers.length * 2));
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
