import "server-only";
import { and, desc, eq, notInArray, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { type IntentLine, type IntentRequest, orderIntents } from "@/lib/db/schema/order-intents";
import { readerLocale } from "@/lib/i18n/server-texts";
import type { Money } from "@/lib/money-value";
import { FREE_STATES } from "./intent-states";
import { type SecretValues, sealSecrets } from "./secrets";
import { auditStep, type OrderIntent } from "./take-step";

/** What a person confirmed. */
export type NewIntent = {
  customerId: string;
  lines: IntentLine[];
  seenTotals: Money[];
} & (
  | { kind: "checkout"; cartId: string; seenFingerprint: string; secrets?: SecretValues | undefined }
  | { kind: "order"; request: IntentRequest }
  | { kind: "change"; subscriptionId: string; resourceId: string; request: IntentRequest }
);

/**
 * Opens an intent: held for as long as the account wants it, or pending when that is not at all. `opened` is false when
 * the cart, or the subscription, already has a live one, which is returned: a second click, a second tab and a reload
 * all get the same row.
 */
export async function openIntent(
  actor: Actor,
  wanted: NewIntent,
): Promise<{ intent: OrderIntent; opened: boolean }> {
  const db = await getDb();
  const id = crypto.randomUUID();
  const { secrets, ...values } = { secrets: undefined, ...wanted };
  const locale = await readerLocale();
  const opened = await db.transaction(async (tx) => {
    const [account] = await tx
      .select({ holdSeconds: accounts.holdSeconds })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId));
    const holdSeconds = account?.holdSeconds ?? 0;
    const [row] = await tx
      .insert(orderIntents)
      .values({
        ...values,
        id,
        accountId: actor.accountId,
        userId: actor.userId,
        locale,
        secretsCipher: sealSecrets(id, secrets),
        ...(holdSeconds > 0
          ? { state: "held", heldUntil: sql`now() + make_interval(secs => ${holdSeconds})` }
          : { state: "pending", nextTryAt: sql`now()` }),
      })
      .onConflictDoNothing()
      .returning();
    if (!row) return undefined;
    const details = { kind: row.kind, totals: row.seenTotals, holdSeconds };
    await auditStep(tx, row, { before: null, userId: actor.userId, details });
    return row;
  });
  if (opened) return { intent: opened, opened: true };
  const existing = await findStanding(actor.accountId, wanted);
  // Between the two statements the other one may have been refused by Ion, which frees the cart.
  if (!existing) return openIntent(actor, wanted);
  return { intent: existing, opened: false };
}

function findStanding(accountId: string, wanted: NewIntent): Promise<OrderIntent | undefined> {
  if (wanted.kind === "checkout") return findLiveIntent(accountId, wanted.cartId);
  if (wanted.kind === "change") return findOpenChange(accountId, wanted.resourceId);
  throw new Error("An order that stands alone has a row of its own.");
}

/** The cart's intent that is placed, on its way or unknown; undefined when the cart is free. */
export async function findLiveIntent(accountId: string, cartId: string): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [intent] = await db
    .select()
    .from(orderIntents)
    .where(
      and(
        eq(orderIntents.accountId, accountId),
        eq(orderIntents.cartId, cartId),
        notInArray(orderIntents.state, [...FREE_STATES]),
      ),
    );
  return intent;
}

/** The cart's newest intent, whatever became of it. */
export async function findLastIntent(accountId: string, cartId: string): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [intent] = await db
    .select()
    .from(orderIntents)
    .where(and(eq(orderIntents.accountId, accountId), eq(orderIntents.cartId, cartId)))
    .orderBy(desc(orderIntents.createdAt))
    .limit(1);
  return intent;
}

/** The change of a subscription that is not settled yet; by the vendor's id of it. */
export async function findOpenChange(
  accountId: string,
  resourceId: string,
): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [intent] = await db
    .select()
    .from(orderIntents)
    .where(
      and(
        eq(orderIntents.accountId, accountId),
        eq(orderIntents.kind, "change"),
        eq(orderIntents.resourceId, resourceId),
        notInArray(orderIntents.state, [...FREE_STATES, "placed"]),
      ),
    );
  return intent;
}

/** One intent of the account. */
export async function findIntent(accountId: string, intentId: string): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [intent] = await db
    .select()
    .from(orderIntents)
    .where(and(eq(orderIntents.accountId, accountId), eq(orderIntents.id, intentId)));
  return intent;
}
