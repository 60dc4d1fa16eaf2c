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

/** Customers whose ids an index can look for at once; planning a query with more of them takes longer than it saves. */
const MANY = 200;
/** Words that may mean a customer; more of them are no name. */
const MOST_WORDS = 8;

/** What somebody searches for, and of each word the customers that hold it. */
export type SearchedText = {
  accountId: string;
  exact: string | undefined;
  words: { word: string; customerIds: readonly string[] | "many" }[];
};

/**
 * Looks up the customers that a text may mean, so that what belongs to a customer is found by the customer as well:
 * "contoso exchange" finds Exchange at Contoso. Undefined when nothing was typed. It is a reading of its own because an
 * index can look for known ids and for text at once, but not for ids that are yet to be found.
 */
export async function readSearchedText(
  { accountId }: Pick<Actor, "accountId">,
  q: string | undefined,
): Promise<SearchedText | undefined> {
  if (q === undefined) return undefined;
  const words = [...new Set(foldedWords(q))];
  const found = words.map(async (word, index) => ({
    word,
    customerIds: index < MOST_WORDS ? await customersThatHold(accountId, word) : [],
  }));
  return { accountId, exact: exactId(q), words: await Promise.all(found) };
}

async function customersThatHold(accountId: string, word: string): Promise<string[] | "many"> {
  const db = await getDb();
  const found = await db
    .select({ id: customers.id })
    .from(customers)
    .where(theyHold(accountId, word))
    .limit(MANY + 1);
  return found.length > MANY ? "many" : found.map(({ id }) => id);
}

function theyHold(accountId: string, word: string): SQL {
  return all(sql`${customers.accountId} = ${accountId}`, holds(customers.search, word));
}

/** The rows that hold every word, in any order, themselves or in their customer, or have the text for an id. */
export function foundByText(
  { accountId, exact, words }: SearchedText,
  table: { id: AnyPgColumn; search: AnyPgColumn; customerId: AnyPgColumn },
): SQL {
  return orExact(
    exact,
    table.id,
    words.map(({ word, customerIds }) => {
      const own = holds(table.search, word);
      if (customerIds === "many") {
        const theirs = sql`select ${customers.id} from ${customers} where ${theyHold(accountId, word)}`;
        return any([own, sql`${table.customerId} in (${theirs})`]);
      }
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
