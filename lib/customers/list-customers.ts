import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readCustomerList, visibleTo } from "./customer-list";
import { queryCustomers } from "./query-customers";
import type { CustomerPage, CustomerQuery } from "./schemas";

/**
 * One page of the customers this person may see, searched, filtered and sorted, with exact totals and the time at which
 * Ion was asked. Throws IonError when Ion can't be asked and nothing is held.
 */
export async function listCustomers(query: CustomerQuery): Promise<CustomerPage> {
  const actor = await requirePermission("customers:read");
  const { rows, asOf } = await readCustomerList(actor);
  return { ...queryCustomers(rows, query, visibleTo(actor)), asOf };
}
