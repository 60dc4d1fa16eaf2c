import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList } from "@/lib/lists/list-params-schema";
import { exportOrders } from "@/lib/orders/export-orders";
import { ORDER_COLUMNS } from "@/lib/orders/order-list-query";
import { orderListQuerySchema } from "@/lib/orders/order-list-schema";
import { parseSearch, runResponse } from "@/lib/route-handler";

/** With `within` it is one customer's own list. */
const searchSchema = orderListQuerySchema.extend({
  within: ionIdSchema.optional(),
  columns: commaList(z.enum(ORDER_COLUMNS)).optional(),
});

/** The list of orders as a file. */
export async function GET(request: Request) {
  return runResponse(async () => {
    const { columns, within, ...query } = parseSearch(searchSchema, request);
    return exportOrders(query, columns, within);
  });
}
