"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { toast } from "@/components/ui/toast-store";
import type { CartReview } from "@/lib/carts/get-cart-review";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";
import { useOrderIntent } from "@/lib/orders/intents/use-order-intent";
import { routes } from "@/lib/routes";
import { cartName } from "../../_components/cart-name";
import { CartTotals } from "../../_components/cart-totals";
import { PlaceOrder } from "./place-order";
import { ReviewAnswers } from "./review-answers";
import { ReviewItems } from "./review-items";
import { ReviewTerms } from "./review-terms";
import { ReviewWho } from "./review-who";

/** Who, what, how many, from when, until when it can be undone, and what it costs; then the button. */
export function ReviewView({
  review,
  initialIntent,
  limit,
}: {
  review: CartReview;
  initialIntent: OrderIntentView;
  limit: string | null;
}) {
  const t = useTranslations("carts");
  const router = useRouter();
  const { cart } = review;
  const { data: intent } = useOrderIntent(cart.customerId, cart.id, initialIntent);
  const orderId = intent.state === "placed" ? intent.orderId : null;
  useEffect(() => {
    if (!orderId) return;
    toast({ title: t("review.placed") });
    router.replace(routes.order(cart.customerId, orderId));
  }, [orderId, cart.customerId, router, t]);
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: cart.customerName, href: routes.customer(cart.customerId) },
          { label: cartName(t, cart), href: routes.cart(cart.customerId, cart.id) },
          { label: t("review.title") },
        ]}
      />
      <PageHeader
        title={t("review.title")}
        facts={<TextLink href={routes.cart(cart.customerId, cart.id)}>{t("review.back")}</TextLink>}
      />
      <div className="grid max-w-3xl gap-8">
        <ReviewWho cart={cart} />
        <ReviewItems cart={cart} />
        <ReviewTerms cart={cart} />
        <ReviewAnswers review={review} />
        <CartTotals cart={cart} />
        <PlaceOrder review={review} intent={intent} limit={limit} />
      </div>
    </>
  );
}
