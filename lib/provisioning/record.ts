/** A JSON object of unknown content, as Ion sends it. */
export type UnknownRecord = Record<string, unknown>;

/** True for a JSON object: not null, not an array, not a scalar. */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads an own property only, so that a name like `constructor` never finds what every object inherits. */
export function own(record: unknown, key: string): unknown {
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * Sets an own property under any name. A plain assignment to `__proto__` would change the object's prototype and
 * lose the value.
 */
export function setOwn<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A copy of `record` with every own value passed through `change`; entries for which it returns undefined go. */
export function mapOwn<T>(
  record: UnknownRecord,
  change: (value: unknown, key: string) => T | undefined,
): Record<string, T> {
  const result: Record<string, T> = {};
  for (const [key, value] of Object.entries(record)) {
    const changed = change(value, key);
    if (changed !== undefined) setOwn(result, key, changed);
  }
  return result;
}
