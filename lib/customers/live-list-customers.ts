import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { countryName } from "./country-names";
import { readCustomerList, visibleTo } from "./customer-list";
import type { CustomerQuery } from "./customer-query";
import { queryCustomers } from "./query-customers";
import type { CustomerPage } from "./schemas";

/**
 * One page of the customers this person may see, searched, filtered and sorted, with exact totals and the time at which
 * Ion was asked. `locale` is the language of country names. Throws IonError when Ion can't be asked and nothing is held.
 */
export async function listCustomers(query: CustomerQuery, locale = "en"): Promise<CustomerPage> {
  const actor = await requirePermission("customers:read");
  const { rows, asOf } = await readCustomerList(actor);
  const { countries, ...page } = queryCustomers(rows, query, visibleTo(actor));
  const named = countries.map(({ code, count }) => ({ code, name: countryName(locale, code), count }));
  return { ...page, countries: named.sort((a, b) => a.name.localeCompare(b.name, locale)), asOf };
}
