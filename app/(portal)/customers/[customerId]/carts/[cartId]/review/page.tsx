import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth/require-permission";
import { getCartReview } from "@/lib/carts/get-cart-review";
import type { Cart } from "@/lib/carts/schemas";
import { requireCustomer } from "@/lib/customers/require-customer";
import { AppError } from "@/lib/errors";
import { cartParams } from "@/lib/ids";
import { checkApprovalLimit } from "@/lib/orders/check-approval-limit";
import { getOrderIntent } from "@/lib/orders/intents/get-order-intent";
import { pageParams, readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { CartGone } from "../_components/cart-gone";
import { CartProblem } from "../_components/cart-problem";
import { ReviewView } from "./_components/review-view";

type Props = { params: Promise<unknown> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId, cartId } = await pageParams(cartParams, params);
  await readPage(() => requireCustomer(customerId));
  const t = await getTranslations("carts");
  return { title: t("review.metaTitle", { name: t("untitled", { id: cartId }) }) };
}

/** Everything about the order on one page, before the button that costs money. */
export default async function ReviewPage({ params }: Props) {
  const { customerId, cartId } = await pageParams(cartParams, params);
  const intent = await readPage(() => getOrderIntent({ customerId, cartId }));
  if (!intent.ok) return <CartProblem cartId={cartId} error={intent.error} />;
  // A reload after the order was placed, or a second tab: the order is where it goes on.
  if (intent.data.state === "placed" && intent.data.orderId) {
    redirect(routes.order(customerId, intent.data.orderId));
  }
  const review = await readPage(() => getCartReview(customerId, cartId));
  if (!review.ok && review.error.code === "CART_EXPIRED") {
    return <CartGone customerId={customerId} cartId={cartId} orderId={null} />;
  }
  if (!review.ok) return <CartProblem cartId={cartId} error={review.error} />;
  const limit = await readPage(() => limitReached(review.data.cart));
  if (!limit.ok) return <CartProblem cartId={cartId} error={limit.error} />;
  return <ReviewView review={review.data} initialIntent={intent.data} limit={limit.data} />;
}

/** The limit that this person's cart is above; null when they may order it. */
async function limitReached(cart: Cart): Promise<string | null> {
  try {
    await checkApprovalLimit(await requireActor(), cart.totals);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "APPROVAL_REQUIRED") return String(error.params.limit);
    throw error;
  }
}
