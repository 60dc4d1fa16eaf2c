export type QuantityLimits = { min: number; max?: number };

export type QuantityResult =
  | { ok: true; value: number }
  | { ok: false; reason: "quantityWhole" | "quantityMin" | "quantityMax" };

/**
 * A quantity as typed. Spaces between digits are fine ("1 000"); a point or comma is refused, since it groups digits in
 * one language and divides them in another.
 */
export function parseQuantity(text: string, { min, max }: QuantityLimits): QuantityResult {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/g, "");
  if (!/^[+-]?\d+$/.test(digits)) return { ok: false, reason: "quantityWhole" };
  const value = Number(digits);
  if (value < min) return { ok: false, reason: "quantityMin" };
  if (value > (max ?? Number.MAX_SAFE_INTEGER)) return { ok: false, reason: "quantityMax" };
  return { ok: true, value };
}
