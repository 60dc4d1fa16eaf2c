import "server-only";
import { isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import { mirrorState, mirrorSubscriptions, subscriptionSnapshots } from "@/lib/db/schema/mirror";
import { log } from "@/lib/log";
import { selectRows } from "@/lib/mirror/select-rows";

/** Which mirror was looked through last, by account: the same one has nothing new to tell. */
const lookedThrough = new Map<string, number>();

/** Notes what has changed since the last time, for every account whose subscriptions are mirrored. Runs as a job. */
export async function recordAllSnapshots(): Promise<void> {
  const db = await getDb();
  const mirrored = await db
    .select({ accountId: mirrorState.accountId, version: mirrorState.version })
    .from(mirrorState)
    .where(sql`${mirrorState.resource} = 'subscriptions' and ${isNotNull(mirrorState.fullAt)}`);
  for (const { accountId, version } of mirrored) {
    if (lookedThrough.get(accountId) === version) continue;
    const recorded = await recordSnapshots(accountId);
    lookedThrough.set(accountId, version);
    if (recorded > 0) log.info({ event: "snapshots-recorded", accountId, recorded }, "subscriptions changed");
  }
}

/**
 * Keeps what a subscription is now where its seats, price, cost, currency or status differ from what was kept last: one row
 * a day (UTC, the day on which Ion was asked), the last state of that day. Of all mirrored subscriptions of the account, or
 * of one. Answers with the number of rows written; in one statement, however many there are.
 */
export async function recordSnapshots(accountId: string, subscriptionId?: string): Promise<number> {
  const db = await getDb();
  const now = mirrorSubscriptions;
  const kept = subscriptionSnapshots;
  const written = await selectRows(
    db,
    z.object({ day: z.unknown() }),
    sql`insert into ${kept} (account_id, subscription_id, day, customer_id, seats, unit_price, cost, currency, status)
      select now.account_id, now.id, (now.read_at at time zone 'UTC')::date,
        now.customer_id, now.seats, now.unit_price, now.cost, now.currency, now.status
      from ${now} now
      left join lateral (
        select * from ${kept} k where k.account_id = now.account_id and k.subscription_id = now.id
        order by k.day desc limit 1
      ) last on true
      where now.account_id = ${accountId}
        ${subscriptionId === undefined ? sql`` : sql`and now.id = ${subscriptionId}`}
        and (last.day is null
          or (last.seats, last.unit_price, last.cost, last.currency, last.status)
            is distinct from (now.seats, now.unit_price, now.cost, now.currency, now.status))
      on conflict (account_id, subscription_id, day) do update set
        customer_id = excluded.customer_id, seats = excluded.seats, unit_price = excluded.unit_price,
        cost = excluded.cost, currency = excluded.currency, status = excluded.status
      returning day`,
  );
  return written.length;
}
