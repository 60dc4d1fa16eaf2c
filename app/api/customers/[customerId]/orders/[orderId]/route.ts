import { orderParams } from "@/lib/ids";
import { getOrder } from "@/lib/orders/get-order";
import { parseParams, runRoute } from "@/lib/route-handler";

export async function GET(_request: Request, { params }: { params: Promise<unknown> }) {
  return runRoute(async () => {
    const { customerId, orderId } = await parseParams(orderParams, params);
    return getOrder(customerId, orderId);
  });
}
