import { getCart } from "@/lib/carts/get-cart";
import { cartParams } from "@/lib/ids";
import { parseParams, runRoute } from "@/lib/route-handler";

type Context = { params: Promise<unknown> };

/** One cart as it is now: read again when its page comes back into view. */
export function GET(_request: Request, { params }: Context) {
  return runRoute(async () => {
    const { customerId, cartId } = await parseParams(cartParams, params);
    return getCart(customerId, cartId);
  });
}
