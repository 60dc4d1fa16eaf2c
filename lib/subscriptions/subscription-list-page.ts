import { z } from "zod";
import { listPageSchema } from "@/lib/lists/list-page";
import { SUBSCRIPTION_STATUS_FILTERS } from "./subscription-list-query";
import { subscriptionRowSchema } from "./subscription-schemas";

const count = z.number().int();

/** Values and how many rows have each, among the rows that match every other filter. */
const facetsSchema = z.object({
  status: z.array(z.object({ value: z.enum(SUBSCRIPTION_STATUS_FILTERS), count })),
  /** By name. */
  provider: z.array(z.object({ value: z.string(), name: z.string(), count })),
});

/** A page of subscriptions. What counts come with the first page only. */
export const subscriptionListPageSchema = listPageSchema(subscriptionRowSchema).extend({
  /** How many this person may see at all; of the customer, on a customer's own page. */
  unfilteredTotal: count.nullable(),
  facets: facetsSchema.nullable(),
});
export type SubscriptionListPage = z.infer<typeof subscriptionListPageSchema>;
export type SubscriptionFacets = z.infer<typeof facetsSchema>;
