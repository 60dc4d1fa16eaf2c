import { CUSTOMER_COLUMNS } from "@/lib/customers/customer-list-query";
import type { ViewList } from "@/lib/db/schema/view-lists";
import { ORDER_COLUMNS } from "@/lib/orders/order-list-query";
import { SUBSCRIPTION_COLUMNS } from "@/lib/subscriptions/subscription-list-query";

/** The columns of each list; the catalog's are its own affair. */
const COLUMNS: Partial<Record<ViewList, readonly string[]>> = {
  customers: CUSTOMER_COLUMNS,
  orders: ORDER_COLUMNS,
  subscriptions: SUBSCRIPTION_COLUMNS,
};

/** Columns as a view keeps them: each once, and only such as the list has; null (the list's own choice) when none is left. */
export function toViewColumns(list: ViewList, columns: readonly string[] | null): string[] | null {
  const known = COLUMNS[list];
  const kept = [...new Set(columns ?? [])].filter((column) => !known || known.includes(column));
  return kept.length > 0 ? kept : null;
}
