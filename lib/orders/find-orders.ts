import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { orderListReader } from "./order-list-reader";
import { orderListQuerySchema } from "./order-list-schema";
import type { OrderRow } from "./order-schemas";

/**
 * The orders that a text may mean, at most `limit`: the one of that number, then the newest that hold every word. For
 * callers that have authorised the person.
 */
export async function findOrders(actor: Actor, q: string, limit: number): Promise<OrderRow[]> {
  const query = orderListQuerySchema.parse({ q, limit: String(limit) });
  const text = await readSearchedText(actor, query.q);
  if (!text) return [];
  const { rows } = await readKeysetPage(orderListReader(actor, { ...query, text }, Date.now()), query);
  return rows.slice(0, limit);
}
