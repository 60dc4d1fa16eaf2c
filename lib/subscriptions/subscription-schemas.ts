import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { moneySchema } from "@/lib/money-value";
import { SUBSCRIPTION_STATES } from "./subscription-status";

// What the screens get of subscriptions: only what they show, never Ion's own object.

const time = z.string().nullable();
const words = z.string().nullable();

const durationSchema = z.object({ count: z.number().int(), unit: z.enum(["day", "week", "month", "year"]) });

export const subscriptionRowSchema = z.object({
  id: ionIdSchema,
  customerId: ionIdSchema,
  customerName: words,
  /** Never empty: the vendor's name, the catalog's, or the id. */
  name: z.string(),
  planName: words,
  providerId: words,
  providerName: words,
  seats: z.number().int().nullable(),
  state: z.enum(SUBSCRIPTION_STATES),
  /** Ion's own word, upper case. */
  status: words,
  isTrial: z.boolean(),
  /** `license`, `usage`, … */
  billingType: words,
  /** Of one licence and billing period. */
  unitPrice: moneySchema.nullable(),
  term: durationSchema.nullable(),
  /** The term in Ion's words where it is no duration (D39). */
  termText: words,
  billingCycle: words,
  autoRenew: z.boolean().nullable(),
  startsAt: time,
  /** Null is unknown; see `endless`. */
  endsAt: time,
  /** Ion says that it has no end. */
  endless: z.boolean(),
  renewsAt: time,
  updatedAt: time,
});
export type SubscriptionRow = z.infer<typeof subscriptionRowSchema>;

export const subscriptionListSchema = z.object({
  rows: z.array(subscriptionRowSchema),
  offset: z.number().int(),
  /** How many match; null when Ion does not say. */
  total: z.number().int().nullable(),
  nextOffset: z.number().int().nullable(),
  /** True when this person has more customers than are looked through at once. */
  partial: z.boolean(),
  asOf: z.string(),
});
export type SubscriptionList = z.infer<typeof subscriptionListSchema>;

/** One thing that was done to a subscription. */
export type SubscriptionActivity = {
  key: string;
  action: string | null;
  status: string | null;
  seats: number | null;
  by: string | null;
  at: string | null;
  completedAt: string | null;
  details: string | null;
};

/** A subscription as its page shows it. */
export type Subscription = SubscriptionRow & {
  vendorSubscriptionId: string | null;
  productId: string | null;
  productName: string | null;
  unitType: string | null;
  resourceType: string | null;
  partNumber: string | null;
  total: z.infer<typeof moneySchema> | null;
  /** Left out for people who may not see cost. */
  cost?: z.infer<typeof moneySchema> | null;
  margin?: { amount: z.infer<typeof moneySchema>; percent: string | null } | null;
  listPrice?: z.infer<typeof moneySchema> | null;
  purchasedAt: string | null;
  /** The last moment of a cancellation exactly as Ion says; `unknown` when it does not (CONTRACT.md section 4.2). */
  cancellation: { state: "open" | "past" | "unknown"; until: string | null };
  customerPO: string | null;
  resellerPO: string | null;
  /** The order that made it. */
  orderId: string | null;
  parentSubscriptionId: string | null;
  tenant: { domain: string | null; id: string | null; region: string | null };
  /** What else Ion says of it, without secrets and inner workings. */
  attributes: { name: string; value: string }[];
  customFields: { name: string; value: string }[];
  adjustments: { name: string | null; value: string | null; from: string | null; until: string | null }[];
  resources: { key: string; name: string; status: string | null; seats: number | null }[];
  activity: SubscriptionActivity[];
  asOf: string;
};
