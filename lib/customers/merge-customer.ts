import type { CustomerValues } from "./customer-values";

/** What is compared as one: half an address of one person and half of another's makes no address. */
export const CUSTOMER_PARTS = [
  "organization",
  "contact",
  "title",
  "email",
  "alternateEmail",
  "phone",
  "domain",
  "languageCode",
  "address",
  "customFields",
  "status",
] as const;
export type CustomerPart = (typeof CUSTOMER_PARTS)[number];

/** One part of a customer's values. */
function partOf(values: CustomerValues, part: CustomerPart): unknown {
  if (part === "contact") return { firstName: values.firstName, lastName: values.lastName };
  return values[part];
}

/** `values` with one part taken from `other`. */
export function withPart(values: CustomerValues, part: CustomerPart, other: CustomerValues): CustomerValues {
  if (part === "contact") return { ...values, firstName: other.firstName, lastName: other.lastName };
  return { ...values, [part]: other[part] };
}

export type CustomerMerge = {
  /** Mine where I changed something, theirs everywhere else. */
  merged: CustomerValues;
  /** Parts in which `merged` differs from what Ion holds. */
  changed: ReadonlySet<CustomerPart>;
  /** Parts that both of us changed, to different values: a person has to choose. */
  conflicts: CustomerPart[];
};

/**
 * Brings together what a person typed (`mine`), what they started from (`base`) and what Ion holds now (`current`), so
 * that neither their change nor anybody else's is lost. Ion has no version on customers (CONTRACT.md section 8.12).
 */
export function mergeCustomer(
  base: CustomerValues,
  mine: CustomerValues,
  current: CustomerValues,
): CustomerMerge {
  let merged = current;
  const changed = new Set<CustomerPart>();
  const conflicts: CustomerPart[] = [];
  for (const part of CUSTOMER_PARTS) {
    if (isSamePart(base, mine, part) || isSamePart(mine, current, part)) continue;
    if (!isSamePart(base, current, part)) conflicts.push(part);
    merged = withPart(merged, part, mine);
    changed.add(part);
  }
  return { merged, changed, conflicts };
}

/** Whether a part of two customers holds the same values. */
export function isSamePart(a: CustomerValues, b: CustomerValues, part: CustomerPart): boolean {
  return isSame(partOf(a, part), partOf(b, part));
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** Same text for the same values, whatever the order of their keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}
