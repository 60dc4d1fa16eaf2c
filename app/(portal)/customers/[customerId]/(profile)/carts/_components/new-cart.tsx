"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { createCartAction } from "@/app/(portal)/customers/[customerId]/carts/[cartId]/actions";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** Opens an empty cart beside those that are there, and goes to it. */
export function NewCart({ customerId, children }: { customerId: string; children: ReactNode }) {
  const t = useTranslations("carts.list");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const open = () =>
    startTransition(async () => {
      const result = await createCartAction({ customerId }).catch(() => undefined);
      if (result?.ok) router.push(routes.cart(customerId, result.data.cartId));
      else {
        const reason = result ? result.error.message : errors("OFFLINE");
        toast({ tone: "danger", title: t("newFailed", { reason }) });
      }
    });
  return (
    <Button pending={pending} onClick={open}>
      {children}
    </Button>
  );
}
