"use client";

import { useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toast } from "@/components/ui/toast-store";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";
import { routes } from "@/lib/routes";
import { resumeCartAction } from "../actions";
import type { CartChanges } from "./use-cart-changes";

/** Why the cart can't be changed now, and the way on. Nothing for one that can. */
export function CartStateBanner({
  cart,
  intent,
  changes,
}: {
  cart: Cart;
  intent: OrderIntentView;
  changes: CartChanges;
}) {
  const t = useTranslations("carts.page");
  const { customerId, id: cartId } = cart;
  if (intent.state === "placed" && intent.orderId) {
    return (
      <Banner
        tone="info"
        title={t("orderedBanner")}
        action={
          <ButtonLink size="sm" href={routes.order(customerId, intent.orderId)}>
            {t("orderedLink")}
          </ButtonLink>
        }
      />
    );
  }
  if (intent.state !== "none") {
    const unconfirmed = intent.state === "unknown";
    return (
      <Banner
        tone={unconfirmed ? "attention" : "info"}
        title={t(
          unconfirmed ? "unconfirmedBanner" : intent.state === "held" ? "heldBanner" : "placingBanner",
        )}
        live="polite"
        action={
          <ButtonLink size="sm" href={routes.cartReview(customerId, cartId)}>
            {t("placingLink")}
          </ButtonLink>
        }
      />
    );
  }
  if (cart.state === "checked-out") {
    return (
      <Banner
        tone="info"
        title={t("orderedBanner")}
        action={
          <ButtonLink size="sm" href={routes.customerOrders(customerId)}>
            {t("ordersLink")}
          </ButtonLink>
        }
      />
    );
  }
  if (cart.state === "saved" || cart.state === "quote") {
    return (
      <Banner
        tone="info"
        title={t(cart.state === "saved" ? "savedBanner" : "quoteBanner")}
        action={<ResumeCart cart={cart} changes={changes} />}
      />
    );
  }
  return null;
}

function ResumeCart({ cart, changes }: { cart: Cart; changes: CartChanges }) {
  const t = useTranslations("carts");
  const [pending, startTransition] = useTransition();
  const resume = () =>
    startTransition(async () => {
      const refusal = await changes.run(() =>
        resumeCartAction({ customerId: cart.customerId, cartId: cart.id }),
      );
      toast(
        refusal
          ? { tone: "danger", title: t("errors.failed", { reason: refusal }) }
          : { title: t("page.resumed") },
      );
    });
  return (
    <Button size="sm" pending={pending} onClick={resume}>
      {t("page.resume")}
    </Button>
  );
}
