import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readListPage } from "@/lib/lists/read-list-page";
import { readMirrorState } from "@/lib/mirror/read-freshness";
import { countCustomers } from "./count-customers";
import type { CustomerListPage } from "./customer-list-page";
import type { CustomerListQuery } from "./customer-list-query";
import { customerListReader } from "./customer-list-reader";

/**
 * One page of the customers this person may see, from the mirror: Ion is not asked. The first page has the exact totals,
 * too. `locale` is the language of country names. Throws AppError INVALID_INPUT (field `cursor`).
 */
export async function listCustomers(query: CustomerListQuery, locale = "en"): Promise<CustomerListPage> {
  const actor = await requirePermission("customers:read");
  const { freshness, version } = await readMirrorState(actor, "customers");
  const key = { of: "customers", versions: [version], question: { ...query, locale } };
  const page = await readListPage(actor, key, async () => ({
    rows: () => readKeysetPage(customerListReader(actor, query, locale), query),
    count: async () => ({ answer: await countCustomers(actor, query, locale), until: null }),
  }));
  return { ...page, freshness };
}
