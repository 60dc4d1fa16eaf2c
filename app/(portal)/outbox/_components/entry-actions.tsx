"use client";

import { useState, useTransition } from "react";
import {
  recallIntentAction,
  releaseIntentAction,
} from "@/app/(portal)/customers/[customerId]/carts/[cartId]/actions";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OutboxRow } from "@/lib/orders/intents/intent-shapes";
import { routes } from "@/lib/routes";

/** What can be done about an order where it stands: recall it, set it free, or see the thing itself. */
export function EntryActions({ row, onChanged }: { row: OutboxRow; onChanged: () => void }) {
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
      {row.state === "held" && <Recall row={row} onChanged={onChanged} />}
      {row.state === "unknown" && <Release row={row} onChanged={onChanged} />}
      <Open row={row} />
    </div>
  );
}

function Recall({ row, onChanged }: { row: OutboxRow; onChanged: () => void }) {
  const t = useTranslations("outbox");
  const errors = useTranslations("errors");
  const [pending, startTransition] = useTransition();
  const recall = () =>
    startTransition(async () => {
      const { customerId, id: intentId } = row;
      const result = await recallIntentAction({ customerId, intentId }).catch(() => undefined);
      if (result?.ok) toast({ title: t("recalled") });
      else toast({ tone: "attention", title: result?.error.message ?? errors("OFFLINE") });
      onChanged();
    });
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={recall}
      aria-label={t("recallOf", { customer: nameOf(row) })}
    >
      {t("recall")}
    </Button>
  );
}

function Release({ row, onChanged }: { row: OutboxRow; onChanged: () => void }) {
  const t = useTranslations("outbox");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState<string>();
  const label = t("releaseOf", { customer: nameOf(row) });
  if (!row.canRelease) {
    return (
      <Button size="sm" aria-label={label} disabledReason={t("releaseNotYet")}>
        {t("release")}
      </Button>
    );
  }
  const release = async () => {
    const { customerId, id: intentId } = row;
    const result = await releaseIntentAction({ customerId, intentId }).catch(() => undefined);
    setProblem(result?.ok ? undefined : (result?.error.message ?? errors("OFFLINE")));
    onChanged();
    if (!result?.ok) return false;
    toast({ title: t(result.data.orderId === null ? "released" : "found") });
    return true;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={label}>
          {t("release")}
        </Button>
      }
      title={t("releaseTitle")}
      description={t("releaseText")}
      confirmLabel={t("release")}
      cancelLabel={t("releaseKeep")}
      onConfirm={release}
    >
      {problem && (
        <p role="alert" className="text-table text-danger-text">
          {problem}
        </p>
      )}
    </ConfirmDialog>
  );
}

function Open({ row }: { row: OutboxRow }) {
  const t = useTranslations("outbox");
  const { customerId, orderId, cartId, subscriptionId } = row;
  if (orderId !== null) {
    return (
      <ButtonLink size="sm" variant="ghost" href={routes.order(customerId, orderId)}>
        {t("openOrder", { id: orderId })}
      </ButtonLink>
    );
  }
  if (cartId !== null) {
    return (
      <ButtonLink
        size="sm"
        variant="ghost"
        href={routes.cartReview(customerId, cartId)}
        aria-label={t("openOf", { customer: nameOf(row) })}
      >
        {t("open")}
      </ButtonLink>
    );
  }
  if (subscriptionId === null) return null;
  return (
    <ButtonLink
      size="sm"
      variant="ghost"
      href={routes.subscription(customerId, subscriptionId)}
      aria-label={t("openSubscriptionOf", { customer: nameOf(row) })}
    >
      {t("openSubscription")}
    </ButtonLink>
  );
}

function nameOf({ customerName, customerId }: OutboxRow): string {
  return customerName ?? customerId;
}
