import { SUBSCRIPTION_FILTERS, type SubscriptionQuery, type SubscriptionSort } from "./subscription-query";
import type { SubscriptionRow } from "./subscription-schemas";

const names = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** What Ion does for the whole account, done here for rows that are already held: filter, sort, cut to a page. */
export function querySubscriptions(
  rows: readonly SubscriptionRow[],
  query: SubscriptionQuery,
): { rows: SubscriptionRow[]; total: number; nextOffset: number | null } {
  const asked = query.q?.toLowerCase();
  const status = query.status && SUBSCRIPTION_FILTERS[query.status];
  const matches = rows.filter(
    (row) =>
      (!status || (row.status === "CANCELED" ? "CANCELLED" : row.status) === status) &&
      (!query.provider || row.providerId === query.provider) &&
      (!asked || row.name.toLowerCase().includes(asked)),
  );
  const direction = query.dir === "desc" ? -1 : 1;
  matches.sort(
    (one, other) => direction * compare(one, other, query.sort) || one.id.localeCompare(other.id, "en"),
  );
  const end = query.offset + query.size;
  return {
    rows: matches.slice(query.offset, end),
    total: matches.length,
    nextOffset: end < matches.length ? end : null,
  };
}

function compare(one: SubscriptionRow, other: SubscriptionRow, sort: SubscriptionSort): number {
  switch (sort) {
    case "name":
      return names.compare(one.name, other.name);
    case "customer":
      return names.compare(one.customerName ?? "", other.customerName ?? "");
    case "seats":
      return (one.seats ?? -1) - (other.seats ?? -1);
    case "start":
      return time(one.startsAt) - time(other.startsAt);
    case "renewal":
      return time(one.renewsAt) - time(other.renewsAt);
    case "updated":
      return time(one.updatedAt) - time(other.updatedAt);
  }
}

function time(iso: string | null): number {
  return Date.parse(iso ?? "") || 0;
}
