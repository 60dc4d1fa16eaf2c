import { DEFAULT_LIMIT, type ListQuery, toListParams } from "@/lib/lists/list-params";

/** The columns of the list; it sorts by each of them, upwards or (with "-") downwards. */
export const SUBSCRIPTION_COLUMNS = [
  "name",
  "customer",
  "vendor",
  "seats",
  "unit",
  "status",
  "term",
  "renewal",
  "start",
  "updated",
  "id",
] as const;
export type SubscriptionColumn = (typeof SUBSCRIPTION_COLUMNS)[number];
export type SubscriptionListSort = SubscriptionColumn | `-${SubscriptionColumn}`;
export const SUBSCRIPTION_LIST_SORTS = SUBSCRIPTION_COLUMNS.flatMap((column): SubscriptionListSort[] => [
  column,
  `-${column}`,
]);
export const DEFAULT_SUBSCRIPTION_SORT: SubscriptionListSort = "name";

/** The statuses people ask for, and Ion's words for each; `other` is every word besides. */
export const SUBSCRIPTION_STATUS_WORDS = {
  active: ["ACTIVE"],
  pending: ["PENDING"],
  suspended: ["SUSPENDED"],
  expired: ["EXPIRED"],
  cancelled: ["CANCELLED", "CANCELED"],
  deleted: ["DELETED"],
  failed: ["ERROR", "FAILED"],
} as const;
export const SUBSCRIPTION_STATUS_FILTERS = [
  "active",
  "pending",
  "suspended",
  "expired",
  "cancelled",
  "deleted",
  "failed",
  "other",
] as const;
export type SubscriptionStatusFilter = (typeof SUBSCRIPTION_STATUS_FILTERS)[number];

/** What the list is asked for. */
export type SubscriptionListQuery = ListQuery<SubscriptionListSort> & {
  status?: SubscriptionStatusFilter[] | undefined;
  customer?: string[] | undefined;
  provider?: string[] | undefined;
  billing?: string[] | undefined;
  /** Whether it renews by itself. */
  renew?: "yes" | "no" | undefined;
  /** When it renews or ends, as the list shows it; a day counts whole, in UTC. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The question as params of an address, with nothing in it that is as usual. */
export function toSubscriptionListParams(query: SubscriptionListQuery): Record<string, string> {
  return toListParams(query, { limit: DEFAULT_LIMIT, sort: DEFAULT_SUBSCRIPTION_SORT });
}
