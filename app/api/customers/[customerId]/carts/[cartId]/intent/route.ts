import { cartParams } from "@/lib/ids";
import { getOrderIntent } from "@/lib/orders/intents/get-order-intent";
import { parseParams, runRoute } from "@/lib/route-handler";

type Context = { params: Promise<unknown> };

/** Where a cart's order stands; polled while it is not settled. */
export function GET(_request: Request, { params }: Context) {
  return runRoute(async () => getOrderIntent(await parseParams(cartParams, params)));
}
