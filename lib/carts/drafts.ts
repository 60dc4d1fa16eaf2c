import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { provisioningDrafts } from "@/lib/db/schema/carts";
import { users } from "@/lib/db/schema/users";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";

/** The answers to one cart item's questions as somebody left them. */
export type Draft = {
  values: AttributeValues;
  /** ISO time. */
  savedAt: string;
  savedBy: string | null;
};

/** The drafts of a cart, by cart item id. */
export async function readDrafts(accountId: string, cartId: string): Promise<ReadonlyMap<string, Draft>> {
  const db = await getDb();
  const rows = await db
    .select({
      cartItemId: provisioningDrafts.cartItemId,
      values: provisioningDrafts.values,
      updatedAt: provisioningDrafts.updatedAt,
      savedBy: users.name,
    })
    .from(provisioningDrafts)
    .leftJoin(users, eq(users.id, provisioningDrafts.updatedBy))
    .where(and(eq(provisioningDrafts.accountId, accountId), eq(provisioningDrafts.cartId, cartId)));
  return new Map(
    rows.map(({ cartItemId, values, updatedAt, savedBy }) => [
      cartItemId,
      // Written by `writeDraft` alone, from parsed answers.
      { values: values as AttributeValues, savedAt: updatedAt.toISOString(), savedBy },
    ]),
  );
}

/** Keeps the answers, last writer wins; returns when. */
export async function writeDraft(
  actor: Actor,
  item: { cartId: string; cartItemId: string },
  values: AttributeValues,
): Promise<string> {
  const db = await getDb();
  const [row] = await db
    .insert(provisioningDrafts)
    .values({ accountId: actor.accountId, ...item, values, updatedBy: actor.userId })
    .onConflictDoUpdate({
      target: [provisioningDrafts.accountId, provisioningDrafts.cartId, provisioningDrafts.cartItemId],
      set: { values, updatedBy: actor.userId, updatedAt: sql`now()` },
    })
    .returning({ updatedAt: provisioningDrafts.updatedAt });
  return (row?.updatedAt ?? new Date()).toISOString();
}

/** A line that was taken out and put back has a new id: its answers follow it. */
export async function moveDraft(
  accountId: string,
  cartId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const db = await getDb();
  await db
    .update(provisioningDrafts)
    .set({ cartItemId: to })
    .where(
      and(
        eq(provisioningDrafts.accountId, accountId),
        eq(provisioningDrafts.cartId, cartId),
        eq(provisioningDrafts.cartItemId, from),
      ),
    );
}

/** The cart is gone, and with it the personal data in its answers. */
export async function deleteDrafts(accountId: string, cartId: string): Promise<void> {
  const db = await getDb();
  await db
    .delete(provisioningDrafts)
    .where(and(eq(provisioningDrafts.accountId, accountId), eq(provisioningDrafts.cartId, cartId)));
}
