import { toIso } from "../clock";
import type { Emulator } from "../emulator";
import { uuidOf } from "../random";
import { dueOrders, type OrderError, type OrderStatus, type StoredOrder, saveOrder } from "../state/orders";
import { renewDueSubscriptions } from "../subscriptions/renew";
import { fulfilOrder } from "./fulfil";

/**
 * Brings everything up to the emulator's present: orders take the steps that are due, subscriptions renew or end.
 * Called before every Ion call, so no timer runs and a test that moves the clock sees the result at once.
 */
export function advance(emulator: Emulator): void {
  const nowMs = emulator.clock.now();
  for (;;) {
    const due = dueOrders(emulator.db, nowMs);
    if (due.length === 0) break;
    emulator.db.transaction(() => {
      for (const stored of due) {
        const step = stored.script.shift();
        if (step) moveOrder(emulator, stored, step.status, step.at, step.errors);
      }
    });
  }
  renewDueSubscriptions(emulator);
}

/** Puts an order into a status at a time, with everything that follows from it, and stores it. */
export function moveOrder(
  emulator: Emulator,
  stored: StoredOrder,
  status: OrderStatus,
  atMs: number,
  errors?: OrderError[],
): void {
  const { order } = stored;
  const refused = status === "COMPLETED" ? fulfilOrder(emulator, stored, atMs) : (errors ?? []);
  const time = toIso(atMs);
  order.status = refused.length > 0 ? "ERROR" : status;
  order.updateTime = time;
  for (const [index, item] of order.orderItems.entries()) {
    const own = refused.filter((error) => error.instancePath.startsWith(`/orderItems/${index}`));
    if (own.length > 0) item.errors = own;
    if (own.length > 0) item.status = "ERROR";
    else if (item.status !== "COMPLETED") item.status = order.status;
    item.updateTime = time;
    if (status !== "ON_HOLD") {
      item.additionalInformation = undefined;
      item.wqmTaskStatus = "Task Not Created";
    }
    if (status === "IN_PROGRESS" || status === "COMPLETED" || status === "ERROR") nameProcess(item);
  }
  if (status !== "ON_HOLD") order.provisioningInfo.details = undefined;
  if (refused.length > 0) order.errors = refused;
  stored.updatedAt = atMs;
  saveOrder(emulator.db, stored);
}

const PROCESSES: Record<string, string> = {
  AZURE: "Microsoft_{action}_Order_V3_Provision_Process",
  IBM: "IBM_{action}_Order_V3_Process",
  GWS: "Google_{action}_Order_V3_Process",
  GCP: "GCP_{action}_Order_V3_Process",
  SOPHOS: "Sophos_{action}_Order_V3_Process",
};

/** The vendor's process shows up when provisioning starts. */
function nameProcess(item: StoredOrder["order"]["orderItems"][number]): void {
  if (item.provisioningInfo) return;
  const pattern = PROCESSES[item.providerName] ?? "Vertex_{action}_Order_V3_Process";
  item.provisioningInfo = {
    processId: uuidOf(`process:${item.name}`),
    processName: pattern.replace("{action}", item.action === "CREATE" ? "Create" : "Update"),
  };
}
