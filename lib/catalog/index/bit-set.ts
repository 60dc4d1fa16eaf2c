/** Bits of a number. */
export const BITS = 32;

/** A set of whole numbers below a size, a bit each. */
export class BitSet {
  private readonly bits: Uint32Array;

  constructor(size: number) {
    this.bits = new Uint32Array(Math.ceil(size / BITS));
  }

  add(number: number): void {
    const place = Math.floor(number / BITS);
    this.bits[place] = (this.bits[place] ?? 0) | (1 << number);
  }

  /** The numbers of the set, in order. */
  toNumbers(): Uint32Array {
    const numbers: number[] = [];
    for (let place = 0; place < this.bits.length; place += 1) {
      eachBit(this.bits[place] ?? 0, (bit) => numbers.push(place * BITS + bit));
    }
    return Uint32Array.from(numbers);
  }
}

/** Calls `found` with the places of the bits that are set, the lowest first. */
export function eachBit(bits: number, found: (bit: number) => void): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) found(31 - Math.clz32(rest & -rest));
}
