import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers, mirrorSubscriptions as subscriptions } from "@/lib/db/schema/mirror";
import { orEarliest } from "@/lib/db/schema/order-expressions";
import { notAfter, notBefore } from "@/lib/lists/conditions";
import { subscriptionsOf } from "@/lib/subscriptions/subscription-list-sql";

const DAY_MS = 24 * 60 * 60_000;
/** Told this long before a subscription can no longer be cancelled. */
const WITHIN_DAYS = 3;
/** Vendors let go within days of the purchase; older subscriptions are not looked at. */
const BOUGHT_WITHIN_DAYS = 31;
const SHOWN = 5;

/** A subscription that can be cancelled only for a little longer. */
export type ClosingWindow = {
  id: string;
  customerId: string;
  customerName: string | null;
  name: string;
  seats: number | null;
  /** The last moment, exactly as Ion says. */
  until: string;
};

/**
 * The cancellation windows that close within three days, as the mirror has them, the next one first; five of them and how
 * many there are.
 */
export async function listClosingWindows(): Promise<{ rows: ClosingWindow[]; total: number }> {
  const actor = await requirePermission("subscriptions:read");
  const nowMs = Date.now();
  const moment = (days: number) => new Date(nowMs + days * DAY_MS).toISOString();
  const until = subscriptions.cancellableUntil;
  const closing = and(
    subscriptionsOf(actor),
    sql`${subscriptions.state} <> 'ended'`,
    notBefore(orEarliest(subscriptions.startsAt), moment(-BOUGHT_WITHIN_DAYS)),
    sql`${until} > ${moment(0)}::timestamptz`,
    notAfter(sql`${until}`, moment(WITHIN_DAYS)),
  );
  const db = await getDb();
  const found = await db
    .select({
      id: subscriptions.id,
      customerId: subscriptions.customerId,
      customerName: mirrorCustomers.organization,
      name: subscriptions.name,
      seats: subscriptions.seats,
      until,
      total: sql<string>`count(*) over ()`,
    })
    .from(subscriptions)
    .leftJoin(
      mirrorCustomers,
      and(
        eq(mirrorCustomers.accountId, subscriptions.accountId),
        eq(mirrorCustomers.id, subscriptions.customerId),
      ),
    )
    .where(closing)
    .orderBy(asc(until), asc(subscriptions.id))
    .limit(SHOWN);
  return {
    rows: found.flatMap(({ total, customerId, ...row }) =>
      customerId === null || row.until === null
        ? []
        : [{ ...row, customerId, until: new Date(row.until).toISOString() }],
    ),
    total: Number(found[0]?.total ?? 0),
  };
}
