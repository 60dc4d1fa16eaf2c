import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readCustomerList, visibleTo } from "./customer-list";

/**
 * Organization names by customer id, of the customers this person may see: for lists of orders, carts and
 * subscriptions, where Ion sends only the id. A name that is missing was made a moment ago: show the id.
 */
export async function customerNames(): Promise<ReadonlyMap<string, string>> {
  const actor = await requirePermission("customers:read");
  const { rows } = await readCustomerList(actor);
  const isVisible = visibleTo(actor);
  return new Map(rows.filter((row) => isVisible(row.id)).map((row) => [row.id, row.organization]));
}
