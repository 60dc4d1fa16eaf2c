import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers as customers } from "@/lib/db/schema/mirror";
import { fold } from "@/lib/fold";
import { all, holds } from "@/lib/lists/conditions";
import { customersOf } from "./customer-list-sql";
import { customersFoundByText, exactId } from "./found-by-text";
import { type CustomerOption, readCustomerStatus } from "./schemas";

const SUGGESTIONS = 20;
const MAX_TEXT = 200;

/** The 20 best answers to what somebody typed, among the customers this person may see. */
export async function findCustomers(question: string): Promise<CustomerOption[]> {
  return findCustomersOf(await requirePermission("customers:read"), question, SUGGESTIONS);
}

/**
 * The customers that best answer what somebody typed, best first: the one of that id, names that start with it, names with
 * a word that starts with it, then any other match. Nothing typed: the first names of the alphabet. For callers that have
 * authorised the person.
 */
export async function findCustomersOf(
  actor: Actor,
  question: string,
  limit: number,
): Promise<CustomerOption[]> {
  const q = question
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, MAX_TEXT);
  const typed = fold(q);
  // The name stands at the beginning of what a customer is found by.
  const name = sql`left(${customers.search}, length(${customers.organization}))`;
  const rank = sql`case
    when ${customers.id} = ${exactId(q) ?? ""} then 0
    when starts_with(${customers.search}, ${typed}) then 1
    when ${holds(name, ` ${typed}`)} then 2
    else 3 end`;
  const db = await getDb();
  const rows = await db
    .select({
      id: customers.id,
      organization: customers.organization,
      email: customers.email,
      domain: customers.domain,
      status: customers.status,
    })
    .from(customers)
    .where(all(customersOf(actor), typed === "" ? undefined : customersFoundByText(q)))
    .orderBy(...(typed === "" ? [] : [rank]), customers.sortName, customers.id)
    .limit(limit);
  return rows.map((row) => ({ ...row, status: readCustomerStatus(row.status) }));
}
