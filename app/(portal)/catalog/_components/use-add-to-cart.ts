"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { dismissToast, toast } from "@/components/ui/toast-store";
import type { Plan } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import type { UserFacingError } from "@/lib/user-facing";
import { addToCartAction, removeFromCartAction, resetQuantityAction } from "../actions";
import { usePlanWords } from "./use-plan-words";

export type CustomerRef = { id: string; organization: string };
export type AddedLine = {
  customer: CustomerRef;
  cartId: string;
  cartItemId: string;
  words: string;
  /** What was added, and what the line held before. */
  quantity: number;
  before: number;
  /** The message that says so. */
  toastId: number;
};

/** Puts plans into customers' carts, says so, and takes the last one out again. Failures come back to be shown in place. */
export function useAddToCart() {
  const t = useTranslations("catalog");
  const words = usePlanWords();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<UserFacingError | null>(null);
  const [added, setAdded] = useState<AddedLine | null>(null);

  async function undo(line: AddedLine): Promise<void> {
    const { customer, cartId, cartItemId, before } = line;
    const item = { customerId: customer.id, cartId, cartItemId };
    const result =
      before > 0
        ? await resetQuantityAction({ ...item, quantity: before })
        : await removeFromCartAction(item);
    if (!result.ok) {
      toast({ tone: "danger", title: t("add.undoFailed", { message: result.error.message }) });
      return;
    }
    dismissToast(line.toastId);
    setAdded((current) => (current?.toastId === line.toastId ? null : current));
    toast({ tone: "info", title: t("add.removed") });
    router.refresh();
  }

  async function add(plan: Plan, quantity: number, customer: CustomerRef): Promise<UserFacingError | null> {
    setPending(true);
    setError(null);
    const { productId, skuId, planId } = plan;
    const result = await addToCartAction({ customerId: customer.id, productId, skuId, planId, quantity });
    setPending(false);
    if (!result.ok) {
      setError(result.error);
      return result.error;
    }
    const { cartId, cartItemId, quantity: together } = result.data;
    const line: AddedLine = {
      customer,
      cartId,
      cartItemId,
      words: `${plan.skuName}, ${words.term(plan.term)}`,
      quantity,
      before: together - quantity,
      toastId: 0,
    };
    const told = { quantity, plan: plan.skuName, customer: customer.organization, together };
    line.toastId = toast({
      title: t(line.before > 0 ? "add.raised" : "add.added", told),
      link: { label: t("add.openCart"), href: routes.cart(customer.id, cartId) },
      action: { label: t("add.undo"), onAct: () => undo(line) },
    });
    setAdded(line);
    router.refresh();
    return null;
  }

  return { add, undo, pending, error, added };
}
