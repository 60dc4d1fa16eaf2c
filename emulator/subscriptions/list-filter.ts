import { invalidRequest } from "../errors";
import type { Call } from "../http/route";
import { type Condition, SORT_COLUMNS } from "../state/subscription-list";
import { fixedRange, instant, type Range, relativeRange } from "./date-range";

const TERM_CODES: Record<string, string> = {
  MONTHLY: "P1M",
  ANNUALLY: "P1Y",
  ANNUAL: "P1Y",
  YEARLY: "P1Y",
  TRIENNIALLY: "P3Y",
};

/** Escapes what LIKE would read as a wildcard. */
function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** Every filter of the subscription list (CONTRACT.md section 2.6) as SQL. */
export function readConditions(call: Call): Condition[] {
  const { query } = call;
  const nowMs = call.emulator.clock.now();
  const conditions: Condition[] = [{ sql: "account_id = ?", values: [call.accountId] }];
  const add = (sql: string, ...values: (string | number)[]) => conditions.push({ sql, values });
  const scan = (sql: string, ...values: (string | number)[]) => conditions.push({ sql, values, scan: true });
  const equals = (parameter: string, column: string, map = (text: string): string | number => text) => {
    const text = query.text(parameter);
    if (text !== undefined) add(`${column} = ?`, map(text));
  };
  const scanEquals = (parameter: string, column: string, map = (text: string): string => text) => {
    const text = query.text(parameter);
    if (text !== undefined) scan(`${column} = ?`, map(text));
  };
  const scanPart = (parameter: string, column: string) => {
    const text = query.text(parameter);
    if (text !== undefined) scan(`${column} LIKE ? ESCAPE '\\'`, contains(text));
  };
  const within = (column: string, range: Range | undefined) => {
    if (range) add(`${column} >= ? AND ${column} < ?`, range.from, range.to);
  };
  equals("customerId", "customer_id", toNumber);
  equals("subscriptionId", "vendor_id");
  equals("resellerId", "account_id");
  equals("providerId", "provider_id", toNumber);
  equals("subscriptionStatus", "status", (text) => text.toUpperCase());
  scanEquals("billingTerm", "billing_term", (text) => TERM_CODES[text.toUpperCase()] ?? text.toUpperCase());
  scanEquals("billingCycle", "billing_cycle", (text) => text.toLowerCase());
  equals("totalLicense", "licences", toNumber);
  equals("ccpProductId", "product_id");
  scanEquals("providerProductId", "provider_product");
  scanEquals("customerPo", "customer_po");
  scanEquals("resellerPo", "reseller_po");
  scanEquals("resourceType", "resource_type");
  scanPart("cloudProviderName", "provider_name");
  scanPart("customerName", "customer_name");
  scanPart("subscriptionName", "name");
  scanPart("accountName", "partner_name");
  within("started_at", rangeOf(call, "startDateRange", nowMs));
  within("ends_at", rangeOf(call, "endDateRange", nowMs));
  const endsAt = instant(query.text("endDate"));
  if (endsAt !== undefined) add("ends_at = ?", endsAt);
  const [field, value] = [query.text("customField.field"), query.text("customField.value")];
  if (field !== undefined) add("custom_key = ?", field);
  if (value !== undefined) add("custom_value = ?", value);
  const text = query.text("pagination.filter");
  // Trigrams find three characters and more; shorter texts are looked for in every row.
  if (text !== undefined && [...text].length >= 3) {
    add(
      "id IN (SELECT rowid FROM subscription_words WHERE search MATCH ?)",
      `"${text.replaceAll('"', '""')}"`,
    );
  } else if (text !== undefined) scan("instr(search, ?) > 0", text.toLowerCase());
  return conditions;
}

function toNumber(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}

/** A relative range beats a fixed one unless it is CUSTOM or unknown (CONTRACT.md section 8.14). */
function rangeOf(call: Call, name: string, nowMs: number): Range | undefined {
  const relative = relativeRange(call.query.text(`${name}.relativeDateRange`) ?? "", nowMs);
  const fixed = `${name}.fixedDateRange`;
  return relative ?? fixedRange(call.query.text(`${fixed}.startDate`), call.query.text(`${fixed}.endDate`));
}

/**
 * Without `sortBy` the order is nobody's promise: a fixed shuffle by default, so that a client that relies on it is
 * found out. @throws IonError 400 for an unknown field or direction.
 */
export function readOrder(call: Call): string {
  const wanted = call.query.text("pagination.sortBy");
  const direction = call.query.text("pagination.sortOrder")?.toUpperCase() ?? "SORT_ORDER_UNSPECIFIED";
  if (!["ASC", "DESC", "SORT_ORDER_UNSPECIFIED"].includes(direction)) {
    throw invalidRequest("pagination.sortOrder must be equal to one of the allowed values");
  }
  const order = direction === "DESC" ? "DESC" : "ASC";
  if (wanted === undefined)
    return call.emulator.variants.is("subscription-order", "id") ? `id ${order}` : `shuffle ${order}`;
  const column = SORT_COLUMNS[wanted.toLowerCase()];
  if (!column) throw invalidRequest(`pagination.sortBy '${wanted}' is not a field of a subscription`);
  return column === "id" ? `id ${order}` : `${column} ${order}, id ${order}`;
}
