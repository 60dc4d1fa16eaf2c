import type { OrderError, Step } from "../state/orders";
import type { Outcome } from "./next-orders";

/** An order whose plan needs approval waits this many times longer in ON_HOLD. */
const APPROVAL_FACTOR = 10;

/**
 * The steps of a create order after its ON_HOLD answer: CONFIRMED after a quarter of the time, IN_PROGRESS after half,
 * COMPLETED at the end (CONTRACT.md section 4.2). The trouble outcomes leave steps out.
 */
export function createScript(
  nowMs: number,
  orderSeconds: number,
  outcome: Outcome,
  needsApproval: boolean,
  errors: OrderError[],
): Step[] {
  if (outcome === "on-hold") return [];
  const total = orderSeconds * 1000;
  const start = nowMs + (needsApproval ? total * APPROVAL_FACTOR : 0);
  const running: Step[] = [
    { at: start + total / 4, status: "CONFIRMED" },
    { at: start + total / 2, status: "IN_PROGRESS" },
  ];
  if (outcome === "stuck") return running;
  if (outcome === "error") return [...running, { at: start + total, status: "ERROR", errors }];
  return [...running, { at: start + total, status: "COMPLETED" }];
}

/** The steps of a lifecycle order after its IN_PROGRESS answer. */
export function updateScript(
  nowMs: number,
  orderSeconds: number,
  outcome: Outcome,
  errors: OrderError[],
): Step[] {
  if (outcome === "stuck") return [];
  const at = nowMs + (orderSeconds * 1000) / 2;
  return outcome === "error" ? [{ at, status: "ERROR", errors }] : [{ at, status: "COMPLETED" }];
}

export const HOLD_REASON = "Held for a credit check: the order waits for release by the distributor.";
export const APPROVAL_REASON = "Waiting for approval: this plan is released by the distributor.";

/** Believable reasons for an order that fails. */
export function troubleErrors(orderId: string): OrderError[] {
  const reasons: [string, string][] = [
    ["PROV-3004", "The vendor rejected the purchase: the customer's address could not be validated."],
    ["PROV-5021", "The vendor did not answer in time. No subscription was created."],
    ["PROV-4102", "The vendor's agreement could not be recorded for this customer."],
  ];
  const [code, detail] = reasons[Number(orderId) % reasons.length] ?? [
    "PROV-5021",
    "The vendor did not answer in time.",
  ];
  return [{ code, detail, sourceName: "provisioning", instancePath: "/orderItems/0" }];
}
