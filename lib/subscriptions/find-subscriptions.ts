import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { subscriptionListReader } from "./subscription-list-reader";
import { subscriptionListQuerySchema } from "./subscription-list-schema";
import type { SubscriptionRow } from "./subscription-schemas";

/**
 * The subscriptions that a text may mean, at most `limit`: the one of that id, then by name those that hold every word.
 * For callers that have authorised the person.
 */
export async function findSubscriptions(actor: Actor, q: string, limit: number): Promise<SubscriptionRow[]> {
  const query = subscriptionListQuerySchema.parse({ q, limit: String(limit) });
  const text = await readSearchedText(actor, query.q);
  if (!text) return [];
  const { rows } = await readKeysetPage(subscriptionListReader(actor, { ...query, text }), query);
  return rows.slice(0, limit);
}
