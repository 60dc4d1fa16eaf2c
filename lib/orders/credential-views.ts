import "server-only";
import { and, eq } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { credentialViews } from "@/lib/db/schema/orders";

/** When an order's credentials were shown; undefined when they were not yet. */
export async function credentialsShownAt(accountId: string, orderId: string): Promise<Date | undefined> {
  const db = await getDb();
  const [view] = await db.select().from(credentialViews).where(isView(accountId, orderId));
  return view?.shownAt;
}

/** Takes the one view there is: true for exactly one caller, on any number of replicas. */
export async function takeCredentialView(actor: Actor, orderId: string): Promise<boolean> {
  const db = await getDb();
  const taken = await db
    .insert(credentialViews)
    .values({ accountId: actor.accountId, orderId, userId: actor.userId })
    .onConflictDoNothing()
    .returning();
  return taken.length > 0;
}

/** Gives the view back when nothing was shown after all. */
export async function freeCredentialView(actor: Actor, orderId: string): Promise<void> {
  const db = await getDb();
  await db
    .delete(credentialViews)
    .where(and(isView(actor.accountId, orderId), eq(credentialViews.userId, actor.userId)));
}

function isView(accountId: string, orderId: string) {
  return and(eq(credentialViews.accountId, accountId), eq(credentialViews.orderId, orderId));
}
