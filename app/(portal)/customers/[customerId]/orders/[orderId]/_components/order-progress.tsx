"use client";

import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { Elapsed } from "@/components/ui/elapsed";
import { Section } from "@/components/ui/section";
import { Timeline, type TimelineStep } from "@/components/ui/timeline";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order, OrderTimelineStep } from "@/lib/orders/order-schemas";

type Texts = ReturnType<typeof useTranslations<"orders">>;

/** The life of an order: what happened, what goes on now and what that means, what comes. */
export function OrderProgress({ order, freshness }: { order: Order; freshness: ReactNode }) {
  const t = useTranslations("orders");
  const steps = order.timeline.map(
    (step): TimelineStep => ({
      id: step.id,
      state: step.state,
      title: t(`timeline.${titleOf(step)}`),
      time: timeOf(step, t),
      description: <StepText step={step} order={order} />,
    }),
  );
  return (
    <Section title={t("timeline.label")} actions={freshness}>
      <Timeline label={t("timeline.label")} steps={steps} />
    </Section>
  );
}

function titleOf({ id, state }: OrderTimelineStep) {
  if (id === "provisioning") return state === "current" || state === "attention" ? "provisioningNow" : id;
  return id === "done" && state === "upcoming" ? "doneAhead" : id;
}

function timeOf(step: OrderTimelineStep, t: Texts): ReactNode {
  if (step.at) return <DateTime value={step.at} />;
  if (!step.since) return null;
  const { since } = step;
  return t.rich("sinceTime", { time: () => <Elapsed since={since} /> });
}

function StepText({ step, order }: { step: OrderTimelineStep; order: Order }) {
  const t = useTranslations("orders");
  const { status, holdReason, items } = order;
  if (step.state === "upcoming") return null;
  const goesOn = step.state === "current" || step.state === "attention";
  if (step.id === "placed") {
    return order.orderedBy.name ? t("timeline.by", { name: order.orderedBy.name }) : null;
  }
  if (goesOn && status.phase === "takingLong") return t("lead.takingLong");
  switch (step.id) {
    case "review":
      return t("lead.review");
    case "onHold":
      return (
        <>
          {holdReason && <p className="text-1">{t("lead.ionSays", { text: holdReason })}</p>}
          <p>{t(step.state === "attention" ? "lead.onHoldLong" : "lead.onHold")}</p>
        </>
      );
    case "queued":
      return t("lead.queued");
    case "provisioning":
      return goesOn ? (
        <>
          {items.length > 1 && <p>{t("itemsProgress", progressOf(order))}</p>}
          <p>{t("lead.running")}</p>
        </>
      ) : null;
    case "partlyDone":
      return t("lead.partlyDone");
    case "failed":
      return t("lead.failed");
    case "cancelled":
      return t("lead.cancelled");
    case "unknown":
      return t("lead.unknown", { raw: status.raw ?? "–" });
    default:
      return null;
  }
}

function progressOf({ items }: Order): { done: number; total: number } {
  return { done: items.filter((item) => item.phase === "done").length, total: items.length };
}
