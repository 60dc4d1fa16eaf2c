import { listPageSchema } from "@/lib/lists/list-page";
import * as s from "@/lib/shape";
import { SUBSCRIPTION_STATUS_FILTERS } from "./subscription-list-query";
import { subscriptionRowSchema } from "./subscription-schemas";

const count = s.int();

/** Values and how many rows have each, among the rows that match every other filter. */
const facetsSchema = s.object({
  status: s.array(s.object({ value: s.oneOf(SUBSCRIPTION_STATUS_FILTERS), count })),
  /** By name. */
  provider: s.array(s.object({ value: s.string(), name: s.string(), count })),
});

/** A page of subscriptions. What counts come with the first page only. */
export const subscriptionListPageSchema = listPageSchema(subscriptionRowSchema).extend({
  /** How many this person may see at all; of the customer, on a customer's own page. */
  unfilteredTotal: count.nullable(),
  facets: facetsSchema.nullable(),
});
export type SubscriptionListPage = s.Infer<typeof subscriptionListPageSchema>;
export type SubscriptionFacets = s.Infer<typeof facetsSchema>;
