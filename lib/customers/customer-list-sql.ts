import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { mirrorCustomers as customers } from "@/lib/db/schema/mirror";
import { lengthOf, orEarliest, sortText } from "@/lib/db/schema/order-expressions";
import { all, isOneOf } from "@/lib/lists/conditions";
import type { SortColumn } from "@/lib/lists/keyset";
import { countryOrder } from "./country-names";
import type { CustomerColumn, CustomerListQuery } from "./customer-list-query";
import { customersFoundByText } from "./found-by-text";

/** The person's own part of the mirror: their account, and of it the customers they look after. */
export function customersOf(actor: Actor): SQL {
  return all(
    sql`${customers.accountId} = ${actor.accountId}`,
    actor.customerIds === "all" ? undefined : isOneOf(customers.id, actor.customerIds),
  );
}

/** The rows that match everything but status and country, which the counts are told apart by. */
export function matchingCustomers(actor: Actor, query: Pick<CustomerListQuery, "q" | "ids">): SQL {
  return all(
    customersOf(actor),
    query.q ? customersFoundByText(query.q) : undefined,
    query.ids ? isOneOf(customers.id, query.ids) : undefined,
  );
}

/** The rows of the list. */
export function listedCustomers(actor: Actor, query: CustomerListQuery): SQL {
  return all(
    matchingCustomers(actor, query),
    query.status ? isOneOf(customers.status, query.status) : undefined,
    query.country ? isOneOf(sql`upper(${customers.country})`, query.country) : undefined,
  );
}

type By = Omit<SortColumn, "desc">[];

const ID: By = [{ by: sql`${customers.id}` }];
const ORDERS: Record<Exclude<CustomerColumn, "country">, By> = {
  name: [{ by: sql`${customers.sortName}` }, ...ID],
  status: [{ by: sql`${customers.status}` }, { by: sql`${customers.sortName}` }, ...ID],
  contact: [{ by: sortText(customers.contactName) }, ...ID],
  email: [{ by: sortText(customers.email) }, ...ID],
  domain: [{ by: sortText(customers.domain) }, ...ID],
  created: [{ by: orEarliest(customers.createdAt), cast: "timestamptz" }, ...ID],
  id: [{ by: lengthOf(customers.id), cast: "integer" }, ...ID],
};

/** By the countries' names as the reader sees them; what is no country's code comes last, and no country at all after it. */
function byCountry(locale: string): By {
  const codes = `{${countryOrder(locale).join(",")}}`;
  const place = sql`case when ${customers.country} is null then 10000 else coalesce(array_position(${codes}::text[], upper(${customers.country})), 9999) end`;
  return [{ by: place, cast: "integer" }, ...ID];
}

/** The columns that put the list in the order asked for. `locale` is the language in which countries have their order. */
export function customerOrder({ sort }: Pick<CustomerListQuery, "sort">, locale: string): SortColumn[] {
  const desc = sort.startsWith("-");
  const column = sort.replace("-", "") as CustomerColumn;
  const by = column === "country" ? byCountry(locale) : ORDERS[column];
  return by.map((one) => ({ ...one, desc }));
}
