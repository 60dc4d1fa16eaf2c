import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers as customers } from "@/lib/db/schema/mirror";
import { foldedWords } from "@/lib/fold";
import { all, any, holds, isOneOf } from "@/lib/lists/conditions";

/** The id that was typed whole, as Ion's ids are. */
export function exactId(q: string | undefined): string | undefined {
  return q && /^\d{1,19}$/.test(q) ? q : undefined;
}

/** What somebody searches for, and of each word the customers that hold it. */
export type SearchedText = {
  exact: string | undefined;
  words: { word: string; customerIds: readonly string[] }[];
};

/**
 * Looks up the customers that a text may mean, so that what belongs to a customer is found by the customer as well:
 * "contoso exchange" finds Exchange at Contoso. Undefined when nothing was typed. It is a reading of its own because an
 * index can look for known ids and for text at once, but not for ids that are yet to be found.
 */
export async function readSearchedText(
  actor: Actor,
  q: string | undefined,
): Promise<SearchedText | undefined> {
  if (q === undefined) return undefined;
  const words = [...new Set(foldedWords(q))];
  if (words.length === 0) return { exact: exactId(q), words: [] };
  const db = await getDb();
  const held = words.map((word) => holds(customers.search, word));
  const found = await db
    .select({ id: customers.id, holds: sql<boolean[]>`array[${sql.join(held, sql`, `)}]` })
    .from(customers)
    .where(
      all(
        sql`${customers.accountId} = ${actor.accountId}`,
        actor.customerIds === "all" ? undefined : isOneOf(customers.id, actor.customerIds),
        any(held),
      ),
    );
  return {
    exact: exactId(q),
    words: words.map((word, index) => ({
      word,
      customerIds: found.flatMap(({ id, holds }) => (holds[index] ? [id] : [])),
    })),
  };
}

/** The rows that hold every word, in any order, themselves or in their customer, or have the text for an id. */
export function foundByText(
  { exact, words }: SearchedText,
  table: { id: AnyPgColumn; search: AnyPgColumn; customerId: AnyPgColumn },
): SQL {
  return orExact(
    exact,
    table.id,
    words.map(({ word, customerIds }) => {
      const own = holds(table.search, word);
      return customerIds.length === 0 ? own : any([own, isOneOf(table.customerId, customerIds)]);
    }),
  );
}

/** The customers that hold every word of the text, in any order, or have it for an id. */
export function customersFoundByText(q: string): SQL {
  const words = foldedWords(q).map((word) => holds(customers.search, word));
  return orExact(exactId(q), customers.id, words);
}

function orExact(exact: string | undefined, id: AnyPgColumn, words: SQL[]): SQL {
  return exact === undefined ? all(...words) : any([sql`${id} = ${exact}`, all(...words)]);
}
