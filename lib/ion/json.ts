import { isLosslessNumber, LosslessNumber, parse } from "lossless-json";

/** A parsed JSON value in which every number still carries the digits Ion wrote. */
export type LosslessJson = unknown;

/**
 * Parses JSON without turning numbers into floats: they come out as LosslessNumber, which keeps the text.
 * When a key appears twice the last one wins, as in JSON.parse. Throws SyntaxError on anything that is not JSON.
 */
export function parseLossless(text: string): LosslessJson {
  return parse(text, null, {
    parseNumber: (digits) => new LosslessNumber(digits),
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

/** A plain copy: numbers become JavaScript numbers, or strings where a double would change their value. */
export function toPlain(value: LosslessJson): unknown {
  if (isLosslessNumber(value)) return plainNumber(value.value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value !== null && typeof value === "object") {
    const copy: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      // Plain assignment to __proto__ would change the prototype instead of adding a key.
      Object.defineProperty(copy, key, {
        value: toPlain(inner),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return copy;
  }
  return value;
}

function plainNumber(digits: string): number | string {
  const number = Number(digits);
  if (!Number.isFinite(number)) return digits;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? digits : number;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !isLosslessNumber(value);
}
