"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import { orderKeys } from "@/lib/orders/order-keys";
import type { Order } from "@/lib/orders/order-schemas";
import { isSettled } from "@/lib/orders/order-status";
import type { UserFacingError } from "@/lib/user-facing";
import { cancelOrderAction } from "../actions";

/** Cancels an order that Ion has not passed on, after asking; where it can't, it says why. */
export function CancelOrderButton({ order, onChanged }: { order: Order; onChanged: () => void }) {
  const t = useTranslations("orders");
  const queries = useQueryClient();
  const [problem, setProblem] = useState<UserFacingError | null>(null);
  const [open, setOpen] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const { id, customerId } = order;
  const needsIon = useNeedsIon();
  // The button goes with the possibility to cancel, and would take the focus with it.
  useEffect(() => {
    if (!cancelled) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body)
        document.querySelector("main")?.focus({ preventScroll: true });
    }, 200);
    return () => clearTimeout(timer);
  }, [cancelled]);

  // The dialog stays when the order moves on behind it: it then tells what Ion said.
  if (order.cancel !== "allowed" && !open) {
    if (isSettled(order.status.state)) return null;
    return <Button disabledReason={t(`cancel.${order.cancel}`)}>{t("cancel.button")}</Button>;
  }
  if (needsIon.disabledReason !== undefined && !open) {
    return <Button {...needsIon}>{t("cancel.button")}</Button>;
  }
  const cancel = async () => {
    setProblem(null);
    const result = await cancelOrderAction({ customerId, orderId: id }).catch(() => null);
    if (result?.ok) {
      queries.setQueryData(orderKeys.one(customerId, id), result.data);
      queries.invalidateQueries({ queryKey: orderKeys.lists });
      toast({ title: t("cancel.done", { id }) });
      setCancelled(true);
      return true;
    }
    setProblem(
      result?.error ?? { code: "ION_OUTCOME_UNKNOWN", message: t("cancel.unconfirmed"), reference: "" },
    );
    onChanged();
    return false;
  };
  return (
    <ConfirmDialog
      trigger={<Button>{t("cancel.button")}</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setProblem(null);
      }}
      title={t("cancel.title", { id })}
      description={t("cancel.text", { what: order.title ?? t("order", { id }) })}
      confirmLabel={t("cancel.confirm")}
      cancelLabel={t("cancel.keep")}
      danger
      onConfirm={cancel}
    >
      {problem && (
        <Banner tone="danger" live="assertive" reference={problem.reference || null}>
          {problem.code === "ION_OUTCOME_UNKNOWN" ? t("cancel.unconfirmed") : problem.message}
        </Banner>
      )}
    </ConfirmDialog>
  );
}
