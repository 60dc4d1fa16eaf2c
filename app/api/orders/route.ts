import { ionIdSchema } from "@/lib/ids";
import { listCustomerOrders } from "@/lib/orders/list-customer-orders";
import { listOrders } from "@/lib/orders/list-orders";
import { orderListQuerySchema } from "@/lib/orders/order-list-schema";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** With `within` it is one customer's own list, whose totals are that customer's. */
const searchSchema = orderListQuerySchema.extend({ within: ionIdSchema.optional() });

/** A page of the orders the signed-in person may see. */
export async function GET(request: Request) {
  return runRoute(async () => {
    const { within, ...query } = parseSearch(searchSchema, request);
    return within === undefined ? listOrders(query) : listCustomerOrders(within, query);
  });
}
