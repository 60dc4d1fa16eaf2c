import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditAction } from "@/lib/audit/audit-actions";
import { type AuditEntry, recordAudit } from "@/lib/audit/record";
import { type Db, getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { type IntentState, isLive, mayStillBeSent, STEPS } from "./intent-states";

export type OrderIntent = typeof orderIntents.$inferSelect;

/** What a step writes beside the state; values may be SQL. */
export type IntentChange = Partial<Record<Exclude<keyof OrderIntent, "id" | "state">, unknown>>;

export type Step = {
  to: IntentState;
  /** Only from these states; else from all that lead to `to`. */
  from?: readonly IntentState[];
  /** Only while the row still names this sender: the fence for one that was given up, since whoever takes over changes it. */
  lease?: string;
  /** The person; null for the portal itself. */
  userId: string | null;
  set?: IntentChange;
  /** Another condition of the row, known only under its lock. */
  when?: (intent: OrderIntent) => boolean;
  outcome?: AuditEntry["outcome"];
  ionRequestId?: string | undefined;
  details?: Record<string, unknown>;
};

/** What the audit log calls the arrival in a state. */
const ACTIONS: Record<IntentState, AuditAction> = {
  held: "orders:confirm",
  pending: "orders:due",
  sending: "orders:send",
  placed: "orders:place",
  rejected: "orders:place",
  unknown: "orders:place",
  released: "orders:release",
  recalled: "orders:recall",
};

const OUTCOMES: Partial<Record<IntentState, AuditEntry["outcome"]>> = {
  rejected: "refused",
  unknown: "unknown",
};

/**
 * The one way from state to state: one transaction that locks the row, checks the step, writes it and its audit entry.
 * Returns the intent as it is afterwards; undefined, and nothing written, when the step is not possible any more.
 */
export async function takeStep(intentId: string, step: Step): Promise<OrderIntent | undefined> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(orderIntents).where(eq(orderIntents.id, intentId)).for("update");
    if (!before || !isPossible(before, step)) return undefined;
    const [after] = await tx
      .update(orderIntents)
      .set({ ...consequences(before, step), ...step.set, state: step.to } as Partial<
        typeof orderIntents.$inferInsert
      >)
      .where(and(eq(orderIntents.id, intentId), eq(orderIntents.state, before.state)))
      .returning();
    if (!after) return undefined;
    await auditStep(tx, after, { ...step, before: before.state });
    return after;
  });
}

/** The audit entry of a step, in the transaction that takes it; also of the first one, which opens the intent. */
export async function auditStep(
  db: Pick<Db, "insert">,
  intent: OrderIntent,
  {
    before,
    ...step
  }: Pick<Step, "userId" | "outcome" | "ionRequestId" | "details"> & {
    before: IntentState | null;
  },
): Promise<void> {
  const { state } = intent;
  const notSent = before === "sending" && state === "pending";
  await recordAudit(
    { accountId: intent.accountId, userId: step.userId },
    {
      action: notSent ? "orders:not-sent" : before === null ? "orders:confirm" : ACTIONS[state],
      resource: resourceOf(intent),
      outcome: step.outcome ?? (notSent ? "failed" : (OUTCOMES[state] ?? "done")),
      ionRequestId: step.ionRequestId,
      details: {
        intentId: intent.id,
        from: before,
        to: state,
        ...(intent.reason === null ? {} : { reason: intent.reason }),
        ...(state === "placed" ? { orderId: intent.orderId } : {}),
        ...step.details,
      },
    },
    { db },
  );
}

/** What the intent is about, as a path for the audit log. */
export function resourceOf(intent: Pick<OrderIntent, "customerId" | "cartId" | "subscriptionId">): string {
  const customer = `customers/${intent.customerId}`;
  if (intent.cartId !== null) return `${customer}/carts/${intent.cartId}`;
  if (intent.subscriptionId !== null) return `${customer}/subscriptions/${intent.subscriptionId}`;
  return `${customer}/orders`;
}

function isPossible(intent: OrderIntent, step: Step): boolean {
  if (STEPS[intent.state][step.to] === undefined) return false;
  if (step.from && !step.from.includes(intent.state)) return false;
  if (step.lease !== undefined && intent.leaseOwner !== step.lease) return false;
  return step.when?.(intent) ?? true;
}

/** What follows from the state alone. */
function consequences({ state }: OrderIntent, { to }: Step): IntentChange {
  const keepsLease = to === "sending" || (state === "held" && to === "pending");
  return {
    ...(keepsLease ? {} : { leaseOwner: null, leaseUntil: null }),
    ...(mayStillBeSent(to) ? {} : { secretsCipher: null, nextTryAt: null }),
    ...(to === "unknown" ? {} : { nextLookupAt: null }),
    ...(isLive(to) ? {} : { settledAt: sql`now()` }),
  };
}
