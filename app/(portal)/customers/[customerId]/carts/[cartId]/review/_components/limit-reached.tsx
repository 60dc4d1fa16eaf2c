"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { saveForLaterAction } from "../../actions";

/** The total is more than this person may order alone; the cart is kept for somebody who may. */
export function LimitReached({ cart, limit }: { cart: Cart; limit: string }) {
  const t = useTranslations("carts");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const save = () =>
    startTransition(async () => {
      const result = await saveForLaterAction({ customerId: cart.customerId, cartId: cart.id }).catch(
        () => undefined,
      );
      if (!result?.ok) {
        setProblem(result?.error.message ?? errors("OFFLINE"));
        return;
      }
      toast({ title: t("review.savedForAdmin", { id: cart.id }), durationMs: 10_000 });
      router.push(routes.cart(cart.customerId, cart.id));
    });
  return (
    <Banner
      tone="attention"
      className="w-full"
      title={t("review.limitTitle", { limit })}
      action={
        <Button size="sm" pending={pending} onClick={save}>
          {t("page.save")}
        </Button>
      }
    >
      {t("review.limitText")}
      {problem && (
        <span role="alert" className="block text-danger-text">
          {problem}
        </span>
      )}
    </Banner>
  );
}
