"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { chooseCustomerAction } from "../../../actions";

/** Works for this customer from now on, and goes to the catalog. */
export function OrderForCustomer({ customerId, inactive }: { customerId: string; inactive: boolean }) {
  const t = useTranslations("customers");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const order = () =>
    startTransition(async () => {
      const result = await chooseCustomerAction({ customerId });
      if (result.ok) router.push(routes.catalog());
      else toast({ tone: "danger", title: t("switcher.failed", { reason: result.error.message }) });
    });
  return (
    <Button
      variant="primary"
      pending={pending}
      {...(inactive ? { disabledReason: t("header.orderInactive") } : {})}
      onClick={order}
    >
      <Icon name="icon-shopping-cart" />
      {t("header.order")}
    </Button>
  );
}
