import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers as customers } from "@/lib/db/schema/mirror";
import { countRows, sumBy, sumOf } from "@/lib/lists/counts";
import { countryName } from "./country-names";
import type { CustomerFacets, CustomerListPage } from "./customer-list-page";
import type { CustomerListQuery } from "./customer-list-query";
import { customersOf, matchingCustomers } from "./customer-list-sql";
import { CUSTOMER_STATUSES, readCustomerStatus } from "./schemas";

/**
 * How many customers match, how many there are for this person, and how many have each status and country. One look at
 * the rows tells all of it: they are counted by status and country, and added up here.
 */
export async function countCustomers(
  actor: Actor,
  query: CustomerListQuery,
  locale: string,
): Promise<Pick<CustomerListPage, "total" | "unfilteredTotal" | "facets">> {
  const db = await getDb();
  const narrowed = query.q !== undefined || query.ids !== undefined;
  const [groups, everything] = await Promise.all([
    db
      .select({ status: customers.status, country: customers.country, count: sql<number>`count(*)::integer` })
      .from(customers)
      .where(matchingCustomers(actor, query))
      .groupBy(customers.status, customers.country),
    narrowed ? countRows(customers, customersOf(actor)) : null,
  ]);
  const hasStatus = ({ status }: (typeof groups)[number]) =>
    !query.status || query.status.some((each) => each === status);
  const hasCountry = ({ country: code }: (typeof groups)[number]) =>
    !query.country || (code !== null && query.country.includes(code.toUpperCase()));
  const byStatus = sumBy(groups.filter(hasCountry), ({ status }) => readCustomerStatus(status));
  const byCountry = sumBy(groups.filter(hasStatus), ({ country }) => country?.toUpperCase());
  const facets: CustomerFacets = {
    status: CUSTOMER_STATUSES.map((value) => ({ value, count: byStatus.get(value) ?? 0 })),
    country: [...byCountry]
      .flatMap(([value, count]) => (value ? [{ value, name: countryName(locale, value), count }] : []))
      .sort((one, other) => one.name.localeCompare(other.name, locale)),
  };
  const matching = groups.filter((group) => hasStatus(group) && hasCountry(group));
  return {
    total: sumOf(matching),
    unfilteredTotal: everything ?? sumOf(groups),
    facets,
  };
}
