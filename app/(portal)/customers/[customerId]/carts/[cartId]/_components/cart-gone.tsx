"use client";

import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { GoToCatalog } from "./go-to-catalog";

/** Stands in the place of a cart that Ion no longer has. */
export function CartGone({
  customerId,
  cartId,
  orderId,
}: {
  customerId: string;
  cartId: string;
  orderId: string | null;
}) {
  const t = useTranslations("carts");
  return (
    <>
      <PageHeader title={t("untitled", { id: cartId })} />
      <Gone customerId={customerId} orderId={orderId} />
    </>
  );
}

function Gone({ customerId, orderId }: { customerId: string; orderId: string | null }) {
  const t = useTranslations("carts.page");
  if (orderId) {
    return (
      <EmptyState
        title={t("orderedBanner")}
        action={
          <ButtonLink variant="primary" href={routes.order(customerId, orderId)}>
            {t("orderedLink")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t("goneTitle")}
      description={t("goneText")}
      action={
        <>
          <GoToCatalog customerId={customerId} variant="primary">
            {t("goneAction")}
          </GoToCatalog>
          <ButtonLink href={routes.customerCarts(customerId)}>{t("goneCarts")}</ButtonLink>
        </>
      }
    />
  );
}
