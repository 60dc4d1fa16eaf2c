import { listOrders } from "@/lib/orders/live-list-orders";
import { orderQuerySchema } from "@/lib/orders/order-query";
import { parseSearch, runRoute } from "@/lib/route-handler";

export async function GET(request: Request) {
  return runRoute(() => listOrders(parseSearch(orderQuerySchema, request)));
}
