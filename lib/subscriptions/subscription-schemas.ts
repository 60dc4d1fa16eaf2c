import { ionId } from "@/lib/ids-shape";
import { moneyShape } from "@/lib/money-value";
import * as s from "@/lib/shape";
import { SUBSCRIPTION_STATES } from "./subscription-status";

// What the screens get of subscriptions: only what they show, never Ion's own object.

const time = s.string().nullable();
const words = s.string().nullable();

const durationSchema = s.object({ count: s.int(), unit: s.oneOf(["day", "week", "month", "year"]) });

export const subscriptionRowSchema = s.object({
  id: ionId,
  customerId: ionId,
  customerName: words,
  /** Never empty: the vendor's name, the catalog's, or the id. */
  name: s.string(),
  planName: words,
  providerId: words,
  providerName: words,
  seats: s.int().nullable(),
  state: s.oneOf(SUBSCRIPTION_STATES),
  /** Ion's own word, upper case. */
  status: words,
  isTrial: s.boolean(),
  /** `license`, `usage`, … */
  billingType: words,
  /** Of one licence and billing period. */
  unitPrice: moneyShape.nullable(),
  term: durationSchema.nullable(),
  /** The term in Ion's words where it is no duration (D39). */
  termText: words,
  billingCycle: words,
  autoRenew: s.boolean().nullable(),
  startsAt: time,
  /** Null is unknown; see `endless`. */
  endsAt: time,
  /** Ion says that it has no end. */
  endless: s.boolean(),
  renewsAt: time,
  updatedAt: time,
});
export type SubscriptionRow = s.Infer<typeof subscriptionRowSchema>;

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
  total: s.Infer<typeof moneyShape> | null;
  /** Left out for people who may not see cost. */
  cost?: s.Infer<typeof moneyShape> | null;
  margin?: { amount: s.Infer<typeof moneyShape>; percent: string | null } | null;
  listPrice?: s.Infer<typeof moneyShape> | null;
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
