import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { mirrorCustomers as customers } from "@/lib/db/schema/mirror";
import { foldedWords } from "@/lib/fold";
import { all, any, holds } from "@/lib/lists/conditions";

/** The id that was typed whole, as Ion's ids are. */
export function exactId(q: string | undefined): string | undefined {
  return q && /^\d{1,19}$/.test(q) ? q : undefined;
}

type Searched = { id: AnyPgColumn; search: AnyPgColumn; customerId?: AnyPgColumn };

/**
 * The rows that hold every word of `q`, in any order, or have it for an id. Rows that belong to a customer are found by
 * the customer as well: "contoso exchange" finds Exchange at Contoso.
 */
export function foundByText(q: string, accountId: string, { id, search, customerId }: Searched): SQL {
  const words = foldedWords(q).map((word) => {
    const own = holds(search, word);
    return customerId ? any([own, ofCustomer(customerId, accountId, word)]) : own;
  });
  const exact = exactId(q);
  return exact ? any([sql`${id} = ${exact}`, all(...words)]) : all(...words);
}

/** An array, not a join: the customers are looked up once, and an index finds what is theirs. */
function ofCustomer(customerId: AnyPgColumn, accountId: string, word: string): SQL {
  const found = sql`select ${customers.id} from ${customers} where ${customers.accountId} = ${accountId} and ${holds(customers.search, word)}`;
  return sql`${customerId} = any(array(${found}))`;
}
