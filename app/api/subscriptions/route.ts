import { ionIdSchema } from "@/lib/ids";
import { parseSearch, runRoute } from "@/lib/route-handler";
import { listCustomerSubscriptions } from "@/lib/subscriptions/list-customer-subscriptions";
import { listSubscriptions } from "@/lib/subscriptions/list-subscriptions";
import { subscriptionListQuerySchema } from "@/lib/subscriptions/subscription-list-schema";

/** With `within` it is one customer's own list, whose totals are that customer's. */
const searchSchema = subscriptionListQuerySchema.extend({ within: ionIdSchema.optional() });

/** A page of the subscriptions the signed-in person may see. */
export async function GET(request: Request) {
  return runRoute(async () => {
    const { within, ...query } = parseSearch(searchSchema, request);
    return within === undefined ? listSubscriptions(query) : listCustomerSubscriptions(within, query);
  });
}
