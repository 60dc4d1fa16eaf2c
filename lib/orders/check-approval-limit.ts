import "server-only";
import { eq } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { AppError } from "@/lib/errors";
import { compareMoney } from "@/lib/money";
import type { Money } from "@/lib/money-value";

/**
 * Sales staff order alone up to the account's limit per currency; a currency without a limit is not limited.
 * Throws AppError APPROVAL_REQUIRED with the limit.
 */
export async function checkApprovalLimit(actor: Actor, totals: readonly Money[]): Promise<void> {
  if (mayActor(actor, "orders:place-above-limit")) return;
  const db = await getDb();
  const [account] = await db
    .select({ limits: accounts.approvalLimits })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  for (const total of totals) {
    const amount = account?.limits[total.currency];
    if (amount && compareMoney(total, { amount, currency: total.currency }) > 0) {
      throw new AppError("APPROVAL_REQUIRED", { params: { limit: `${amount} ${total.currency}` } });
    }
  }
}
