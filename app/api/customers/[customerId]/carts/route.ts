import { listCustomerCarts } from "@/lib/carts/list-customer-carts";
import { customerParams } from "@/lib/ids";
import { parseParams, runRoute } from "@/lib/route-handler";

type Context = { params: Promise<unknown> };

/** One customer's carts in progress. */
export function GET(_request: Request, { params }: Context) {
  return runRoute(async () => {
    const { customerId } = await parseParams(customerParams, params);
    return listCustomerCarts(customerId);
  });
}
