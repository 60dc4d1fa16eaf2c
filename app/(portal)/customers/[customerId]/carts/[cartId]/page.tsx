import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getCart } from "@/lib/carts/get-cart";
import { requireCustomer } from "@/lib/customers/require-customer";
import { cartParams } from "@/lib/ids";
import { getOrderIntent } from "@/lib/orders/intents/get-order-intent";
import { pageParams, readPage } from "@/lib/page";
import { CartGone } from "./_components/cart-gone";
import { CartProblem } from "./_components/cart-problem";
import { CartView } from "./_components/cart-view";

type Props = { params: Promise<unknown> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId, cartId } = await pageParams(cartParams, params);
  await readPage(() => requireCustomer(customerId));
  return { title: (await getTranslations("carts"))("untitled", { id: cartId }) };
}

/** One customer's cart: fill it, answer the vendors' questions, go on to the review. */
export default async function CartPage({ params }: Props) {
  const { customerId, cartId } = await pageParams(cartParams, params);
  const [cart, intent] = await Promise.all([
    readPage(() => getCart(customerId, cartId)),
    readPage(() => getOrderIntent({ customerId, cartId })),
  ]);
  if (!intent.ok) return <CartProblem cartId={cartId} error={intent.error} />;
  if (!cart.ok && cart.error.code === "CART_EXPIRED") {
    return <CartGone customerId={customerId} cartId={cartId} orderId={intent.data.orderId} />;
  }
  if (!cart.ok) return <CartProblem cartId={cartId} error={cart.error} />;
  return <CartView initial={cart.data} initialIntent={intent.data} />;
}
