import { getDb } from "@/lib/db/client";
import { mirrorSubscriptions } from "@/lib/db/schema/mirror";
import { searchColumn } from "@/lib/mirror/column-values";
import { sortKey } from "@/lib/mirror/sort-key";
import type { StoredSubscriptionRow } from "../stored-subscription-row";

/** Puts subscriptions into an account's mirror as a pass would have left them. Answers with what was kept of each. */
export async function mirrorTestSubscriptions(
  accountId: string,
  subscriptions: readonly (Partial<StoredSubscriptionRow> & { id: string; vendorId?: string })[],
): Promise<StoredSubscriptionRow[]> {
  const db = await getDb();
  const rows = subscriptions.map(
    ({ vendorId: _, ...given }): StoredSubscriptionRow => ({
      customerId: null,
      name: `Plan ${given.id}`,
      planName: null,
      providerId: null,
      providerName: null,
      seats: null,
      state: "active",
      status: "ACTIVE",
      isTrial: false,
      billingType: "license",
      unitPrice: null,
      term: null,
      termText: null,
      billingCycle: null,
      autoRenew: null,
      startsAt: null,
      endsAt: null,
      endless: false,
      renewsAt: null,
      updatedAt: null,
      ...given,
    }),
  );
  for (let at = 0; at < rows.length; at += 500) {
    await db.insert(mirrorSubscriptions).values(
      rows.slice(at, at + 500).map((row, index) => ({
        accountId,
        id: row.id,
        hash: "test",
        readAt: new Date().toISOString(),
        raw: {},
        customerId: row.customerId,
        row,
        vendorSubscriptionId: subscriptions[at + index]?.vendorId ?? null,
        name: row.name,
        sortName: sortKey(row.name),
        providerId: row.providerId,
        providerName: row.providerName,
        seats: row.seats,
        status: row.status,
        state: row.state,
        isTrial: row.isTrial,
        billingType: row.billingType,
        unitPrice: row.unitPrice?.amount ?? null,
        currency: row.unitPrice?.currency ?? null,
        autoRenew: row.autoRenew,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        renewsAt: row.renewsAt,
        updatedAt: row.updatedAt,
        search: searchColumn([row.id, row.name, row.planName, subscriptions[at + index]?.vendorId]),
      })),
    );
  }
  return rows;
}
