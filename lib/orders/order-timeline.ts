import type { OrderTimelineStep } from "./order-schemas";
import type { OrderStatus } from "./order-status";

type TimelineSource = {
  status: OrderStatus;
  kind: "new" | "change";
  createdAt: string | null;
  updatedAt: string | null;
};

type StepId = OrderTimelineStep["id"];

/**
 * The life of an order from top to bottom: what happened, what goes on, what comes. Ion tells when an order was made and
 * when it last changed; steps in between carry no time, because nobody knows it.
 */
export function orderTimeline(order: TimelineSource): OrderTimelineStep[] {
  return [happened("placed", order.createdAt), ...afterPlacing(order)];
}

function afterPlacing({ status, kind, updatedAt }: TimelineSource): OrderTimelineStep[] {
  const { phase, since, attention } = status;
  // An order that changes a subscription goes to the vendor at once.
  const released = kind === "new" ? [happened("released", null)] : [];
  const ahead = [comes("provisioning"), comes("done")];
  switch (phase) {
    case "new":
      return [goesOn("review", since, attention), ...ahead];
    case "onHold":
      return [goesOn("onHold", since, attention), ...ahead];
    case "confirmed":
      return [...released, goesOn("queued", since, attention), comes("done")];
    case "running":
      return [...released, goesOn("provisioning", since, attention), comes("done")];
    case "takingLong":
      return status.state === "running"
        ? [...released, goesOn("provisioning", since, true), comes("done")]
        : [goesOn("review", since, true), ...ahead];
    case "done":
      return [...released, happened("provisioning", null), happened("done", updatedAt)];
    case "partlyDone":
      return [...released, happened("provisioning", null), failed("partlyDone", updatedAt)];
    case "failed":
      return [failed("failed", updatedAt)];
    case "cancelled":
      return [happened("cancelled", updatedAt)];
    case "unknown":
      return [goesOn("unknown", since, true)];
  }
}

function happened(id: StepId, at: string | null): OrderTimelineStep {
  return { id, state: "done", at, since: null };
}

function goesOn(id: StepId, since: string | null, attention: boolean): OrderTimelineStep {
  return { id, state: attention ? "attention" : "current", at: null, since };
}

function comes(id: StepId): OrderTimelineStep {
  return { id, state: "upcoming", at: null, since: null };
}

function failed(id: StepId, at: string | null): OrderTimelineStep {
  return { id, state: "failed", at, since: null };
}
