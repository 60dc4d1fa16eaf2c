import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, momentParam, selection, toListParams } from "@/lib/lists/list-params";

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

/** A vendor's id at Ion. */
const providerId = z.string().min(1).max(100);
/** How it is billed: `license`, `usage`, … in Ion's words, lower case. */
const billingType = z
  .string()
  .toLowerCase()
  .regex(/^[a-z_ -]{1,40}$/);

/** What a list of subscriptions is asked for, read from an address. */
export const subscriptionListQuerySchema = z.object({
  ...listParams,
  status: commaList(z.enum(SUBSCRIPTION_STATUS_FILTERS)).optional(),
  customer: commaList(ionIdSchema).optional(),
  provider: commaList(providerId).optional(),
  billing: commaList(billingType).optional(),
  /** Whether it renews by itself. */
  renew: z.enum(["yes", "no"]).optional().catch(undefined),
  /** When it renews or ends, as the list shows it; a day counts whole, in UTC. */
  from: momentParam.optional().catch(undefined),
  to: momentParam.optional().catch(undefined),
  ids: selection(ionIdSchema).optional(),
  sort: z.enum(SUBSCRIPTION_LIST_SORTS).catch(DEFAULT_SUBSCRIPTION_SORT).default(DEFAULT_SUBSCRIPTION_SORT),
});
export type SubscriptionListQuery = z.infer<typeof subscriptionListQuerySchema>;

/** The question as params of an address, with nothing in it that is as usual. */
export function toSubscriptionListParams(query: SubscriptionListQuery): Record<string, string> {
  return toListParams(query, subscriptionListQuerySchema.parse({}));
}
