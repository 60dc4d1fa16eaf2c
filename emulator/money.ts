/** Ion's amounts are float32 values widened to double: 150.92710876464844 for 150.9271 (CONTRACT.md section 8.7). */
export function float32(amount: number): number {
  return Math.fround(amount);
}

/** A line's amount as Ion sends it. */
export function lineTotal(unit: number, quantity: number): number {
  return Math.fround(unit * quantity);
}

/** Rounds to cents; used where the seed makes believable list prices before they are widened. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
