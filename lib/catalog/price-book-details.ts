/**
 * Reads Ion's `pricebookDetails`, a map of texts whose keys no source lists in full: case, spaces and underscores of a
 * key do not count. Null when none of the names is there with a text.
 */
export function readDetail(details: Readonly<Record<string, string>>, ...names: string[]): string | null {
  for (const key in details) {
    const value = details[key]?.trim();
    if (value && names.some((name) => bare(name) === bare(key))) return value;
  }
  return null;
}

/** Ion uses a dozen keys, a hundred thousand times. */
const bareKeys = new Map<string, string>();
const MOST_KEYS = 1_000;

function bare(key: string): string {
  const known = bareKeys.get(key);
  if (known !== undefined) return known;
  const made = key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  if (bareKeys.size < MOST_KEYS) bareKeys.set(key, made);
  return made;
}

/**
 * The lowest and highest quantity of a plan. Ion writes "0" for no limit (`plan.MinQuantity` in the guide's order
 * samples), so the lowest is at least 1 and the highest may be null; a highest below the lowest is no limit either.
 */
export function quantityLimits(details: Readonly<Record<string, string>>): {
  minQuantity: number;
  maxQuantity: number | null;
} {
  const minQuantity = Math.max(1, wholeNumber(readDetail(details, "MinQuantity", "MinimumQuantity")));
  const max = wholeNumber(readDetail(details, "MaxQuantity", "MaximumQuantity"));
  return { minQuantity, maxQuantity: max >= minQuantity ? max : null };
}

function wholeNumber(text: string | null): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

const SEAT = /licen[cs]e|user|seat|mailbox|person|faculty|student/i;

/**
 * What one unit of a plan is. A recurring plan is sold by the seat, as most are, unless its price book says otherwise;
 * what is bought once or billed by use is not.
 */
export function unitOf(
  details: Readonly<Record<string, string>>,
  isRecurring: boolean,
): { unit: "seat" | "unit"; unitName: string | null } {
  const unitName = readDetail(details, "UnitOfMeasure", "Unit");
  const isSeat = isRecurring && (unitName === null || SEAT.test(unitName));
  return { unit: isSeat ? "seat" : "unit", unitName };
}
