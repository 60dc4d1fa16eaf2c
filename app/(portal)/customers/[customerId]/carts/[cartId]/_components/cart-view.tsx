"use client";

import { useEffect, useState } from "react";
import { NeedsIonNote } from "@/app/(portal)/_components/needs-ion-note";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { Banner } from "@/components/ui/banner";
import { DetailLayout } from "@/components/ui/detail-layout";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Cart } from "@/lib/carts/schemas";
import { useCart } from "@/lib/carts/use-cart";
import { validateCart } from "@/lib/carts/validate-cart";
import { RequestError } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";
import { useOrderIntent } from "@/lib/orders/intents/use-order-intent";
import { routes } from "@/lib/routes";
import { AddPlan } from "./add-plan";
import { CartActions } from "./cart-actions";
import { CartEmpty } from "./cart-empty";
import { CartFacts } from "./cart-facts";
import { CartGone } from "./cart-gone";
import { CartLines } from "./cart-lines";
import { cartName } from "./cart-name";
import { CartStateBadge } from "./cart-state-badge";
import { CartStateBanner } from "./cart-state-banner";
import { CartTotals } from "./cart-totals";
import { ReviewButton } from "./review-button";
import { TotalsAnnouncer } from "./totals-announcer";
import { useCartChanges } from "./use-cart-changes";

/** A cart that is being filled: its lines, what they cost, what the vendors ask, and the way to the review. */
export function CartView({ initial, initialIntent }: { initial: Cart; initialIntent: OrderIntentView }) {
  const t = useTranslations("carts");
  const { data: cart, error } = useCart(initial);
  const { data: intent } = useOrderIntent(initial.customerId, initial.id, initialIntent);
  const changes = useCartChanges(cart);
  const linked = useLinkedLine();
  const problems = validateCart(cart);
  const [firstMissing] = useState(() => firstUnanswered(initial));

  if (error instanceof RequestError && error.code === "CART_EXPIRED") {
    return <CartGone customerId={cart.customerId} cartId={cart.id} orderId={intent.orderId} />;
  }
  const editable = cart.state === "open" && intent.state === "none";
  const name = cartName(t, cart);
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: cart.customerName, href: routes.customer(cart.customerId) },
          { label: t("crumb"), href: routes.customerCarts(cart.customerId) },
          { label: name },
        ]}
      />
      <PageHeader
        title={name}
        badge={<CartStateBadge state={cart.state} />}
        facts={t.rich("page.facts", {
          count: cart.items.length,
          customer: () => <TextLink href={routes.customer(cart.customerId)}>{cart.customerName}</TextLink>,
        })}
        actions={
          <CartActions cart={cart} changes={changes} problems={problems} locked={intent.state !== "none"} />
        }
      />
      <DetailLayout facts={<CartFacts cart={cart} />} summary={<CartSummary cart={cart} />}>
        <CartStateBanner cart={cart} intent={intent} changes={changes} />
        {error && <Banner tone="attention">{t("page.stale")}</Banner>}
        {cart.items.length === 0 ? (
          <CartEmpty cart={cart} editable={editable} />
        ) : (
          <div className="grid gap-4">
            <CartLines cart={cart} changes={changes} editable={editable} openId={linked ?? firstMissing} />
            {editable && <AddPlan customerId={cart.customerId} />}
            <CartTotals cart={cart} />
            {editable && <NeedsIonNote />}
            {editable && (
              <div data-print="hide" className="flex justify-end">
                <ReviewButton cart={cart} changes={changes} problems={problems} explained />
              </div>
            )}
          </div>
        )}
      </DetailLayout>
      <TotalsAnnouncer cart={cart} />
    </>
  );
}

function CartSummary({ cart }: { cart: Cart }) {
  const t = useTranslations("carts");
  return t("untitled", { id: cart.id });
}

/** The line whose questions the address points to: `#questions-55`. */
function useLinkedLine(): string | null {
  const [linked, setLinked] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      const [, id] = /^#questions-(\d+)$/.exec(window.location.hash) ?? [];
      if (!id) return;
      setLinked(id);
      // The panel opens with the next paint.
      requestAnimationFrame(() => {
        const place = document.getElementById(`questions-${id}`) ?? document.getElementById(`line-${id}`);
        place?.scrollIntoView({ block: "start" });
        place?.querySelector<HTMLElement>("button, input, a")?.focus();
      });
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return linked;
}

function firstUnanswered(cart: Cart): string | null {
  return cart.items.find((item) => item.provisioning.state === "missing")?.id ?? null;
}
