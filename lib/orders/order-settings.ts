import "server-only";
import { eq } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import type { OrderSettings } from "./order-settings-schemas";

/** How the account orders. Throws AppError FORBIDDEN for anybody but the owner. */
export async function getOrderSettings(): Promise<OrderSettings> {
  const actor = await requirePermission("orders:configure");
  const db = await getDb();
  const [account] = await db
    .select({ holdSeconds: accounts.holdSeconds })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  return { holdSeconds: account?.holdSeconds ?? 0 };
}

/** Changes it, for orders that are confirmed from now on. Throws AppError FORBIDDEN for anybody but the owner. */
export async function saveOrderSettings({ holdSeconds }: OrderSettings): Promise<OrderSettings> {
  const actor = await requirePermission("orders:configure");
  const db = await getDb();
  await db.transaction(async (tx) => {
    const account = eq(accounts.id, actor.accountId);
    const [before] = await tx
      .select({ holdSeconds: accounts.holdSeconds })
      .from(accounts)
      .where(account)
      .for("update");
    await tx.update(accounts).set({ holdSeconds }).where(account);
    const details = { holdSeconds, before: before?.holdSeconds };
    const entry = {
      action: "orders:configure",
      resource: "account/orders",
      outcome: "done",
      details,
    } as const;
    await recordAudit(actor, entry, { db: tx });
  });
  return { holdSeconds };
}
