import { BITS, eachBit } from "./bit-set";

/** Letters of a piece; what is shorter is in no piece. */
export const GRAM = 3;
/** Of a bucket a chunk has so many numbers one after the other: what the processor fetches at once. */
const NUMBERS = 16;
const CHUNK = BITS * NUMBERS;

/**
 * Which products may have an id with a fragment in it: of each product the three-letter pieces of its ids, hashed into
 * a fixed number of bits. It never misses one and seldom names one too many, so the ids themselves can stay in the database, where
 * the few products it names are looked at by their keys; 20,000 products take 5 MB at 2,048 bits. (A trigram index of the database
 * answers as fast, but only while the planner has fresh statistics, which the embedded database does not keep.)
 */
export class IdGrams {
  private readonly buckets: number;
  /** A bit a product: in each chunk the numbers of the first bucket, then of the second, and so on. */
  private readonly chunks: readonly Uint32Array[];

  constructor(buckets: number, chunks: readonly Uint32Array[]) {
    this.buckets = buckets;
    this.chunks = chunks;
  }

  /** Products that may have `fragment` in their ids; none for one of less than three letters, which tells nothing apart. */
  candidates(fragment: string): number[] {
    const distinct = new Set<number>();
    eachBucket(fragment, this.buckets, (bucket) => distinct.add(bucket));
    const buckets = [...distinct];
    if (buckets.length === 0) return [];
    const found: number[] = [];
    this.chunks.forEach((chunk, place) => {
      for (let number = 0; number < NUMBERS; number += 1) {
        let bits = 0xffffffff;
        for (let at = 0; at < buckets.length && bits !== 0; at += 1) {
          bits &= chunk[(buckets[at] ?? 0) * NUMBERS + number] ?? 0;
        }
        const first = place * CHUNK + number * BITS;
        eachBit(bits, (bit) => found.push(first + bit));
      }
    });
    return found;
  }
}

/** Collects the pieces of ids, product by product. */
export class IdGramsBuilder {
  private readonly buckets: number;
  private readonly chunks: Uint32Array[] = [];

  /** `buckets`: bits a product, a power of two; the more ids it has, the more are needed to tell products apart. */
  constructor(buckets: number) {
    this.buckets = buckets;
  }

  add(product: number, ids: string): void {
    const place = Math.floor(product / CHUNK);
    while (this.chunks.length <= place) this.chunks.push(new Uint32Array(this.buckets * NUMBERS));
    const chunk = this.chunks[place];
    if (!chunk) return;
    const number = Math.floor((product % CHUNK) / BITS);
    const bit = 1 << (product % BITS);
    eachBucket(ids, this.buckets, (bucket) => {
      const at = bucket * NUMBERS + number;
      chunk[at] = (chunk[at] ?? 0) | bit;
    });
  }

  build(): IdGrams {
    return new IdGrams(this.buckets, this.chunks);
  }
}

/** The buckets of a text's pieces; a plain loop, since ids of a large catalog have some ten million of them. */
function eachBucket(text: string, buckets: number, take: (bucket: number) => void): void {
  let first = text.charCodeAt(0);
  let second = text.charCodeAt(1);
  for (let at = GRAM - 1; at < text.length; at += 1) {
    const third = text.charCodeAt(at);
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
    take((mixed ^ (mixed >>> 15)) & (buckets - 1));
    first = second;
    second = third;
  }
}
