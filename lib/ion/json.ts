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

/** A number where a value stands; now and then also inside of a text, which costs time only. */
const NUMBERS = /(?:"\s*:|[[,])\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=\s*[,\]}])/g;
const SHORT_INTEGER = /^-?[1-9]\d{0,14}$|^0$/;

/**
 * The same as `parseLossless`, several times faster: a number that a double holds to the digit, as it prints it, comes as a
 * number. Most answers hold no other, Ion's float32 amounts included; one that does is read the slow way as a whole.
 */
export function parseAnswer(text: string): LosslessJson {
  return keepsDigits(text) ? JSON.parse(text) : parseLossless(text);
}

function keepsDigits(text: string): boolean {
  for (const [, digits = ""] of text.matchAll(NUMBERS)) {
    if (!SHORT_INTEGER.test(digits) && String(Number(digits)) !== digits) return false;
  }
  return true;
}

/**
 * The value as plain JSON: numbers become JavaScript numbers, or strings where a double would change their value. Parts
 * without such a number are not copied.
 */
export function toPlain(value: LosslessJson): unknown {
  if (value === null || typeof value !== "object") return value;
  if (isLosslessNumber(value)) return plainNumber(value.value);
  return holdsLossless(value) ? copied(value) : value;
}

function holdsLossless(value: object): boolean {
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (inner === null || typeof inner !== "object") continue;
    if (isLosslessNumber(inner) || holdsLossless(inner)) return true;
  }
  return false;
}

function copied(value: unknown): unknown {
  if (isLosslessNumber(value)) return plainNumber(value.value);
  if (Array.isArray(value)) return value.map(copied);
  if (value === null || typeof value !== "object") return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    // Plain assignment to __proto__ would change the prototype instead of adding a key.
    Object.defineProperty(copy, key, {
      value: copied(inner),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return copy;
}

function plainNumber(digits: string): number | string {
  const number = Number(digits);
  if (!Number.isFinite(number)) return digits;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? digits : number;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !isLosslessNumber(value);
}
