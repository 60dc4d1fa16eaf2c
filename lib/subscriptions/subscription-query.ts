import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";

/** Ion filters by one of its statuses at a time; these are the ones people ask for. */
export const SUBSCRIPTION_FILTERS = {
  active: "ACTIVE",
  pending: "PENDING",
  suspended: "SUSPENDED",
  expired: "EXPIRED",
  cancelled: "CANCELLED",
  deleted: "DELETED",
  failed: "ERROR",
} as const;
export type SubscriptionFilter = keyof typeof SUBSCRIPTION_FILTERS;
export const SUBSCRIPTION_FILTER_NAMES = Object.keys(SUBSCRIPTION_FILTERS) as [
  SubscriptionFilter,
  ...SubscriptionFilter[],
];

/** Our sort words and Ion's fields. Ion documents no list of sortable fields; these are fields of every row. */
export const SUBSCRIPTION_SORTS = {
  name: "subscriptionName",
  customer: "customerName",
  seats: "subscriptionTotalLicenses",
  start: "subscriptionStartDate",
  renewal: "renewalDate",
  updated: "lastUpdatedDate",
} as const;
export type SubscriptionSort = keyof typeof SUBSCRIPTION_SORTS;
export const SUBSCRIPTION_SORT_NAMES = Object.keys(SUBSCRIPTION_SORTS) as [
  SubscriptionSort,
  ...SubscriptionSort[],
];

export const SUBSCRIPTION_PAGE_SIZES = [25, 50, 100] as const;
export const DEFAULT_SUBSCRIPTION_PAGE_SIZE = 50;

/** What a list of subscriptions is asked for, read from an address; what makes no sense there is left out. */
export const subscriptionQuerySchema = z.object({
  status: z.enum(SUBSCRIPTION_FILTER_NAMES).optional().catch(undefined),
  customer: ionIdSchema.optional().catch(undefined),
  provider: ionIdSchema.optional().catch(undefined),
  /** Part of the name. */
  q: z.string().trim().max(200).optional().catch(undefined),
  sort: z.enum(SUBSCRIPTION_SORT_NAMES).catch("name").default("name"),
  dir: z.enum(["asc", "desc"]).catch("asc").default("asc"),
  size: z.coerce
    .number()
    .pipe(z.literal(SUBSCRIPTION_PAGE_SIZES))
    .catch(DEFAULT_SUBSCRIPTION_PAGE_SIZE)
    .default(DEFAULT_SUBSCRIPTION_PAGE_SIZE),
  offset: z.coerce.number().int().min(0).max(10_000_000).catch(0).default(0),
});
export type SubscriptionQuery = z.infer<typeof subscriptionQuerySchema>;
