import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readFreshness } from "@/lib/mirror/read-freshness";
import { countCustomers } from "./count-customers";
import type { CustomerListPage } from "./customer-list-page";
import type { CustomerListQuery } from "./customer-list-query";
import { customerListReader } from "./customer-list-reader";

const NOT_COUNTED = { total: null, unfilteredTotal: null, facets: null };

/**
 * One page of the customers this person may see, from the mirror: Ion is not asked. The first page has the exact totals,
 * too. `locale` is the language of country names. Throws AppError INVALID_INPUT (field `cursor`).
 */
export async function listCustomers(query: CustomerListQuery, locale = "en"): Promise<CustomerListPage> {
  const actor = await requirePermission("customers:read");
  const [page, counts, freshness] = await Promise.all([
    readKeysetPage(customerListReader(actor, query), query),
    query.cursor === undefined ? countCustomers(actor, query, locale) : NOT_COUNTED,
    readFreshness(actor.accountId, "customers"),
  ]);
  return { ...page, ...counts, freshness };
}
