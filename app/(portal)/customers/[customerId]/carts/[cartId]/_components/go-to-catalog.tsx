"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { chooseCustomerAction } from "@/app/(portal)/customers/actions";
import { Button, type ButtonProps } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** Goes to the catalog, working for this customer from now on. */
export function GoToCatalog({
  customerId,
  variant,
  size,
  children,
}: {
  customerId: string;
  variant?: ButtonProps["variant"];
  size?: ButtonProps["size"];
  children: ReactNode;
}) {
  const t = useTranslations("errors");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = () =>
    startTransition(async () => {
      const result = await chooseCustomerAction({ customerId }).catch(() => undefined);
      if (result?.ok) router.push(routes.catalog());
      else toast({ tone: "danger", title: result ? result.error.message : t("OFFLINE") });
    });
  return (
    <Button variant={variant} size={size} pending={pending} onClick={go}>
      {children}
    </Button>
  );
}
