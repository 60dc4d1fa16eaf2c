import "server-only";
import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { isIonError } from "@/lib/ion/errors";
import { log } from "@/lib/log";
import { ChangedSinceSeen } from "./changed-since-seen";
import { type Claim, postpone, SEND_LEASE_SECONDS } from "./leases";
import { findIntent } from "./open-intent";
import { problemOf } from "./problem-of";
import { isCertainlyUndone, isWorthAnotherTry, pauseBeforeNextTry } from "./retry-policy";
import { type IntentChange, type OrderIntent, resourceOf, takeStep } from "./take-step";

/** Sends once, and answers with the order that Ion made. */
export type PreparedSend = () => Promise<{ id: string }>;

/** What differs between a checkout, an order and a change. */
export type Sendable = {
  /** Reads and checks everything again, as the person who confirmed. Throws AppError with why it must not be sent. */
  prepare: (intent: OrderIntent) => Promise<PreparedSend>;
  /** Ion's refusal in the portal's terms, so that it lands at its field. */
  refusal?: (intent: OrderIntent, error: unknown) => Promise<unknown>;
};

/** How a try ended: the intent as it is now, and what was thrown, if anything. */
export type Tried = { intent: OrderIntent; error?: unknown };

const requestId = (error: unknown) => (isIonError(error) ? error.info.requestId : undefined);

const keptRequestId = (id: string | undefined): IntentChange =>
  id === undefined
    ? {}
    : { ionRequestIds: sql`${orderIntents.ionRequestIds} || jsonb_build_array(${id}::text)` };

/**
 * One try of one claimed intent: check, step to `sending`, send once, settle by what came back. Whatever dies in between
 * leaves a row that says how far it got, and a sender that lost its lease finds every step closed but the one that
 * records an order Ion has made.
 */
export async function tryIntent(claim: Claim, sendable: Sendable): Promise<Tried> {
  const { lease } = claim;
  const due =
    claim.intent.state === "held"
      ? await takeStep(claim.intent.id, { to: "pending", from: ["held"], lease, userId: null })
      : claim.intent;
  // Recalled at the last moment.
  if (!due) return reread(claim.intent);
  let send: PreparedSend;
  try {
    send = await sendable.prepare(due);
  } catch (error) {
    return notPrepared({ intent: due, lease }, error);
  }
  const sending = await takeStep(due.id, {
    to: "sending",
    lease,
    userId: due.userId,
    set: {
      attempts: sql`${orderIntents.attempts} + 1`,
      sentAt: sql`clock_timestamp()`,
      leaseUntil: sql`clock_timestamp() + make_interval(secs => ${SEND_LEASE_SECONDS})`,
      reason: null,
    },
  });
  if (!sending) return reread(due);
  try {
    return { intent: await placed(sending, await send()) };
  } catch (error) {
    return notPlaced({ intent: sending, lease }, sendable, error);
  }
}

/** The check said no, or Ion could not be asked: nothing has left. */
async function notPrepared(claim: Claim, error: unknown): Promise<Tried> {
  const { intent, lease } = claim;
  const problem = problemOf(error);
  const tries = intent.attempts + 1;
  const pause = isWorthAnotherTry(error) ? pauseBeforeNextTry(tries, error) : undefined;
  if (pause !== undefined) {
    await postpone(claim, pause, problem.reason);
    return { ...(await reread(intent)), error };
  }
  if (!isIonError(error)) log.warn({ err: error, intentId: intent.id, event: "intent-not-sent" }, "not sent");
  const rejected = await takeStep(intent.id, {
    to: "rejected",
    from: ["pending"],
    lease,
    userId: intent.userId,
    ionRequestId: requestId(error),
    set: {
      ...problem,
      ...keptRequestId(requestId(error)),
      difference: error instanceof ChangedSinceSeen ? error.difference : null,
    },
  });
  return rejected ? { intent: rejected, error } : reread(intent);
}

/** The call failed. Only what is certain is settled; everything else is unknown, and never sent again. */
async function notPlaced({ intent, lease }: Claim, sendable: Sendable, error: unknown): Promise<Tried> {
  const ionRequestId = requestId(error);
  const step = { lease, userId: intent.userId, ionRequestId };
  const kept = keptRequestId(ionRequestId);
  if (!isIonError(error) || error.mayHaveHappened) {
    const { reason } = problemOf(error);
    log.warn({ err: error, intentId: intent.id, event: "intent-unknown" }, "an order was not confirmed");
    const set = { ...kept, reason, nextLookupAt: sql`clock_timestamp() + interval '1 second'` };
    const unknown = await takeStep(intent.id, { ...step, to: "unknown", set });
    return unknown ? { intent: unknown } : reread(intent);
  }
  const pause = isCertainlyUndone(error) ? pauseBeforeNextTry(intent.attempts, error) : undefined;
  if (pause !== undefined) {
    const { reason } = problemOf(error);
    const nextTryAt = sql`clock_timestamp() + make_interval(secs => ${pause})`;
    const again = await takeStep(intent.id, { ...step, to: "pending", set: { ...kept, reason, nextTryAt } });
    return again ? { intent: again, error } : reread(intent);
  }
  const refusal = (await sendable.refusal?.(intent, error).catch(() => undefined)) ?? error;
  const rejected = await takeStep(intent.id, {
    ...step,
    to: "rejected",
    set: { ...kept, ...problemOf(refusal) },
  });
  return rejected ? { intent: rejected, error: refusal } : reread(intent);
}

/** Ion has the order: recorded also by a sender that was given up, for as long as nobody set the intent free. */
export async function placed(intent: OrderIntent, order: { id: string }): Promise<OrderIntent> {
  const settled = await takeStep(intent.id, {
    to: "placed",
    userId: intent.userId,
    set: { orderId: order.id, reason: null },
  });
  if (settled) return settled;
  const now = (await reread(intent)).intent;
  if (now.orderId === order.id) return now;
  // Somebody was told that there is no such order. It must not go unseen.
  log.error(
    { intentId: intent.id, orderId: order.id, event: "intent-late-answer" },
    "an order came too late",
  );
  await recordAudit(
    { accountId: intent.accountId, userId: null },
    {
      action: "orders:late-answer",
      resource: resourceOf(intent),
      outcome: "unknown",
      details: { intentId: intent.id, orderId: order.id, state: now.state },
    },
  );
  return now;
}

async function reread(intent: OrderIntent): Promise<Tried> {
  return { intent: (await findIntent(intent.accountId, intent.id)) ?? intent };
}
