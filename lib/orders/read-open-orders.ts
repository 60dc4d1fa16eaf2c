import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { IonClient } from "@/lib/ion/client";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { readOrderPage } from "./read-order-page";

const MOVING = ["on-hold", "in-progress", "new", "confirmed"] as const;
/** A failure older than this was dealt with, or never will be; the filter "Failed" still has it. */
const FAILED_WITHIN_DAYS = 14;
const PAGE_SIZE = 100;

export type OpenOrders = {
  orders: IonOrder[];
  /** True when Ion has more of one kind than were read. */
  partial: boolean;
};

/**
 * The orders in which something moves, and those that failed lately; the most recently changed of each kind first. Ion
 * filters by one status at a time, so each kind is a call of its own. `nowMs` is epoch milliseconds.
 */
export async function readOpenOrders(
  ion: IonClient,
  actor: Actor,
  nowMs: number,
  customer?: string,
): Promise<OpenOrders> {
  const query = { customer, sort: "updated", dir: "desc", size: PAGE_SIZE } as const;
  const [failed, ...moving] = await Promise.all([
    readOrderPage(ion, actor, { ...query, status: "failed" }),
    ...MOVING.map((status) => readOrderPage(ion, actor, { ...query, status })),
  ]);
  const since = nowMs - FAILED_WITHIN_DAYS * 24 * 60 * 60_000;
  const lately = failed.orders.filter((order) => changedAt(order) >= since);
  const found = new Map(
    [...lately, ...moving.flatMap((page) => page.orders)].map((order) => [order.id, order]),
  );
  return {
    orders: [...found.values()].sort((one, other) => changedAt(other) - changedAt(one)),
    partial: moving.some((page) => page.nextPageToken !== null),
  };
}

function changedAt({ updatedAt, createdAt }: IonOrder): number {
  return Date.parse(updatedAt ?? createdAt ?? "") || 0;
}
