"use client";

import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { cartName } from "../../_components/cart-name";

/** For whom the order is, and how it is paid. */
export function ReviewWho({ cart }: { cart: Cart }) {
  const t = useTranslations("carts");
  return (
    <Section title={t("review.who")}>
      <DescriptionList columns={3}>
        <Fact label={t("summary.customer")}>
          <TextLink href={routes.customer(cart.customerId)}>{cart.customerName}</TextLink>
        </Fact>
        <Fact label={t("crumbOne")}>{cartName(t, cart)}</Fact>
        <Fact label={t("summary.payment")}>{t(`payment.${cart.payment.type}`)}</Fact>
      </DescriptionList>
    </Section>
  );
}
