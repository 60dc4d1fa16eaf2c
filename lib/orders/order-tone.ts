import type { OrderPhase, OrderStatus } from "./order-status";

export type OrderTone = "neutral" | "ok" | "waiting" | "attention" | "danger" | "info";

const TONES: Record<OrderPhase, OrderTone> = {
  new: "waiting",
  onHold: "waiting",
  confirmed: "waiting",
  running: "waiting",
  takingLong: "attention",
  done: "ok",
  partlyDone: "danger",
  failed: "danger",
  cancelled: "neutral",
  unknown: "info",
};

/** The tone of a phase; a hold that somebody should look at stands out from the one every new order goes through. */
export function orderTone({ phase, attention }: Pick<OrderStatus, "phase" | "attention">): OrderTone {
  return phase === "onHold" && attention ? "attention" : TONES[phase];
}
