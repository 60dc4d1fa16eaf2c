import "server-only";
import { sql } from "drizzle-orm";
import { connectIon } from "@/lib/ion/connect";
import { log } from "@/lib/log";
import { keepQuietly } from "@/lib/mirror/read-through";
import { orderMirror } from "../order-mirror";
import { lookForOrder } from "./find-order";
import { findLostSenders } from "./leases";
import { noteLook, takeDueLookups } from "./lookups";
import { onPlaced } from "./on-placed";
import { type OrderIntent, takeStep } from "./take-step";

const LOOKUPS_AT_ONCE = 20;

/**
 * Looks at Ion for the orders of unconfirmed intents and settles those it finds. Runs as a job, at start and every second
 * while the outbox is watched over; never sends anything. What it does not find stays unconfirmed and is looked up
 * again, ever more rarely.
 */
export async function reconcileIntents(): Promise<void> {
  await giveUpLostSenders();
  await Promise.all((await takeDueLookups(LOOKUPS_AT_ONCE)).map(lookUpQuietly));
}

/** Intents whose sender died while sending become unknown: never sent again, looked up instead. */
export async function giveUpLostSenders(): Promise<void> {
  for (const { intentId, lease } of await findLostSenders()) {
    await takeStep(intentId, {
      to: "unknown",
      userId: null,
      lease,
      set: { reason: "sender-lost", nextLookupAt: sql`clock_timestamp()` },
    });
  }
}

async function lookUpQuietly(intent: OrderIntent): Promise<void> {
  await lookUpIntent(intent).catch((error) =>
    log.warn(
      { err: error, intentId: intent.id, event: "intent-lookup-failed" },
      "could not look an order up",
    ),
  );
}

/**
 * One look for one intent. Returns it as it is then: placed when the order was found, else with one more look as
 * evidence. Throws IonError when Ion could not be asked. `userId`: the person who asked, null for the portal itself.
 */
export async function lookUpIntent(intent: OrderIntent, userId: string | null = null): Promise<OrderIntent> {
  const ion = await connectIon(intent.accountId);
  const readAt = new Date();
  const { order, cartStatus } = await lookForOrder(ion, intent);
  if (order) await keepQuietly(orderMirror, intent.accountId, [order], readAt);
  const settled = await settleLook(intent, { orderId: order?.id ?? null, cartStatus }, userId);
  if (settled.state === "placed") await onPlaced(settled);
  return settled;
}

/** Keeps what a look showed: the order, or one more look as evidence that there is none. */
export async function settleLook(
  intent: OrderIntent,
  { orderId, cartStatus }: { orderId: string | null; cartStatus: string | null },
  userId: string | null,
): Promise<OrderIntent> {
  if (orderId === null) return (await noteLook(intent.id, { cartStatus })) ?? intent;
  const found = await takeStep(intent.id, {
    to: "placed",
    from: ["unknown"],
    userId,
    set: { orderId },
    details: { foundAtIon: true },
  });
  if (!found) return intent;
  log.info({ event: "intent-confirmed", intentId: intent.id, orderId }, "an unconfirmed order was found");
  return found;
}
