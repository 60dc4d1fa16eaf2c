"use client";

import { DescriptionList, Fact } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { CartStateBadge } from "./cart-state-badge";

/** Whose cart it is, who made it, and how it would be paid. */
export function CartFacts({ cart }: { cart: Cart }) {
  const t = useTranslations("carts");
  const { payment } = cart;
  return (
    <DescriptionList>
      <Fact label={t("summary.customer")}>
        <TextLink href={routes.customer(cart.customerId)}>{cart.customerName}</TextLink>
      </Fact>
      <Fact label={t("summary.number")}>
        <span className="tabular-nums">{cart.id}</span>
      </Fact>
      <Fact label={t("summary.status")}>
        <CartStateBadge state={cart.state} plain />
      </Fact>
      <Fact label={t("summary.createdBy")}>{cart.createdBy}</Fact>
      {cart.createdAt && (
        <Fact label={t("summary.created")}>
          <RelativeTime value={cart.createdAt} />
        </Fact>
      )}
      {cart.touchedAt && (
        <Fact label={t("summary.touched")}>
          <RelativeTime value={cart.touchedAt} />
        </Fact>
      )}
      <Fact label={t("summary.payment")}>
        {payment.card ? `${t(`payment.${payment.type}`)} · ${payment.card}` : t(`payment.${payment.type}`)}
      </Fact>
    </DescriptionList>
  );
}
