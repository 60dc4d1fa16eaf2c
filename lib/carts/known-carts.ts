import "server-only";
import { and, count, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { knownCarts } from "@/lib/db/schema/carts";
import { users } from "@/lib/db/schema/users";
import { deleteDrafts } from "./drafts";

/** A cart the portal has met, with who made it here. */
export type KnownCart = {
  cartId: string;
  customerId: string;
  createdBy: string | null;
  createdByName: string | null;
  createdAt: Date;
  touchedAt: Date;
  closedAt: Date | null;
};

/**
 * Notes that this cart exists and is in progress. `made` says that the actor has just opened it; a cart that was made at
 * Ion keeps no creator. Without `touched` an older cart keeps its place in the list.
 */
export async function rememberCart(
  actor: Actor,
  cart: { customerId: string; cartId: string },
  { made = false, touched = made }: { made?: boolean; touched?: boolean } = {},
): Promise<void> {
  const db = await getDb();
  await db
    .insert(knownCarts)
    .values({ accountId: actor.accountId, ...cart, createdBy: made ? actor.userId : null })
    .onConflictDoUpdate({
      target: [knownCarts.accountId, knownCarts.cartId],
      set: { closedAt: null, ...(touched ? { touchedAt: sql`now()` } : {}) },
    });
}

/** Somebody changed the cart: it moves to the top of the list. */
export async function touchCart(accountId: string, cartId: string): Promise<void> {
  const db = await getDb();
  await db
    .update(knownCarts)
    .set({ touchedAt: sql`now()` })
    .where(and(eq(knownCarts.accountId, accountId), eq(knownCarts.cartId, cartId)));
}

/**
 * The cart was checked out, deleted, or is gone at Ion: no longer in progress. The answers to its questions are forgotten,
 * since they hold personal data that nobody needs here any more.
 */
export async function closeKnownCart(accountId: string, cartId: string): Promise<void> {
  const db = await getDb();
  await db
    .update(knownCarts)
    .set({ closedAt: sql`now()` })
    .where(
      and(eq(knownCarts.accountId, accountId), eq(knownCarts.cartId, cartId), isNull(knownCarts.closedAt)),
    );
  await deleteDrafts(accountId, cartId);
}

/** What the portal knows of a cart of this customer; undefined when it has never met it. */
export async function findKnownCart(
  accountId: string,
  cart: { customerId: string; cartId: string },
): Promise<KnownCart | undefined> {
  const [known] = await selectKnown(
    and(
      eq(knownCarts.accountId, accountId),
      eq(knownCarts.customerId, cart.customerId),
      eq(knownCarts.cartId, cart.cartId),
    ),
    { limit: 1, offset: 0 },
  );
  return known;
}

/** Carts in progress of one customer, last touched first. */
export function openKnownCarts(accountId: string, customerId: string): Promise<KnownCart[]> {
  const where = and(
    eq(knownCarts.accountId, accountId),
    eq(knownCarts.customerId, customerId),
    isNull(knownCarts.closedAt),
  );
  return selectKnown(where, { limit: 100, offset: 0 });
}

/**
 * One page of the carts in progress that the actor may see, last touched first, and how many there are. `search` narrows
 * to carts of these customers and to carts whose number begins with the text.
 */
export async function pageOfKnownCarts(
  actor: Actor,
  page: { limit: number; offset: number; customerId?: string | undefined },
  search?: { customerIds: readonly string[]; text: string },
): Promise<{ carts: KnownCart[]; total: number }> {
  const where = and(
    eq(knownCarts.accountId, actor.accountId),
    isNull(knownCarts.closedAt),
    actor.customerIds === "all" ? undefined : inArray(knownCarts.customerId, [...actor.customerIds]),
    page.customerId === undefined ? undefined : eq(knownCarts.customerId, page.customerId),
    search && matches(search),
  );
  const db = await getDb();
  const [carts, [counted]] = await Promise.all([
    selectKnown(where, page),
    db.select({ total: count() }).from(knownCarts).where(where),
  ]);
  return { carts, total: counted?.total ?? 0 };
}

function matches({ customerIds, text }: { customerIds: readonly string[]; text: string }): SQL | undefined {
  const [, digits] = /^#?(\d{1,19})$/.exec(text) ?? [];
  return or(
    inArray(knownCarts.customerId, [...customerIds]),
    digits === undefined ? undefined : ilike(knownCarts.cartId, `${digits}%`),
  );
}

async function selectKnown(
  where: SQL | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<KnownCart[]> {
  const db = await getDb();
  return db
    .select({
      cartId: knownCarts.cartId,
      customerId: knownCarts.customerId,
      createdBy: knownCarts.createdBy,
      createdByName: users.name,
      createdAt: knownCarts.createdAt,
      touchedAt: knownCarts.touchedAt,
      closedAt: knownCarts.closedAt,
    })
    .from(knownCarts)
    .leftJoin(users, eq(users.id, knownCarts.createdBy))
    .where(where)
    .orderBy(desc(knownCarts.touchedAt), desc(knownCarts.cartId))
    .limit(limit)
    .offset(offset);
}
