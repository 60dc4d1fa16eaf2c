import { z } from "zod";
import type { IonActivityLog } from "@/lib/ion/schemas/subscriptions";
import type { Subscription, SubscriptionActivity } from "./subscription-schemas";

/** One entry of the activity log. `actionDetails` may be anything; only a sentence of it is shown. */
export function toActivity(entry: IonActivityLog, index: number): SubscriptionActivity {
  const details = typeof entry.actionDetails === "string" ? entry.actionDetails.trim() : "";
  return {
    key: entry.id ?? `#${index + 1}`,
    action: entry.actionType,
    status: entry.actionStatus,
    seats: entry.quantity,
    by: entry.user.name,
    at: entry.actionDate,
    completedAt: entry.completionDate,
    details: details === "" ? null : details,
  };
}

const text = z.union([z.string(), z.number()]).transform(String).nullish();
const resource = z.object({
  id: text,
  subscriptionId: text,
  subscriptionName: text,
  subscriptionStatus: text,
  subscriptionTotalLicenses: z.coerce.number().int().nullish().catch(null),
});

/** A part of a subscription (Azure subscriptions under an entitlement, for example); what has no id is left out. */
export function toResource(value: unknown): Subscription["resources"] {
  const { data } = resource.safeParse(value);
  const key = data?.id ?? data?.subscriptionId;
  if (!data || !key) return [];
  return [
    {
      key,
      name: data.subscriptionName ?? key,
      status: data.subscriptionStatus?.toUpperCase() ?? null,
      seats: data.subscriptionTotalLicenses ?? null,
    },
  ];
}
