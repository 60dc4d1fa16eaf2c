import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList } from "@/lib/lists/list-params-schema";
import { parseSearch, runResponse } from "@/lib/route-handler";
import { exportSubscriptions } from "@/lib/subscriptions/export-subscriptions";
import { SUBSCRIPTION_COLUMNS } from "@/lib/subscriptions/subscription-list-query";
import { subscriptionListQuerySchema } from "@/lib/subscriptions/subscription-list-schema";

/** With `within` it is one customer's own list. */
const searchSchema = subscriptionListQuerySchema.extend({
  within: ionIdSchema.optional(),
  columns: commaList(z.enum(SUBSCRIPTION_COLUMNS)).optional(),
});

/** The list of subscriptions as a file. */
export async function GET(request: Request) {
  return runResponse(async () => {
    const { columns, within, ...query } = parseSearch(searchSchema, request);
    return exportSubscriptions(query, columns, within);
  });
}
