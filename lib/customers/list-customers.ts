import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { countOnce } from "@/lib/lists/counts-cache";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readMirrorState } from "@/lib/mirror/read-freshness";
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
  const state = readMirrorState(actor, "customers");
  const [page, counts, { freshness }] = await Promise.all([
    readKeysetPage(customerListReader(actor, query, locale), query),
    query.cursor === undefined
      ? state.then(({ version }) => count(actor, query, locale, version))
      : NOT_COUNTED,
    state,
  ]);
  return { ...page, ...counts, freshness };
}

function count(actor: Actor, query: CustomerListQuery, locale: string, version: number | null) {
  const { sort, limit, cursor, ...question } = query;
  return countOnce(
    actor,
    { resource: "customers", version, question: { ...question, locale } },
    async () => ({
      counts: await countCustomers(actor, query, locale),
      until: null,
    }),
  );
}
