"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { saveOrderSettings } from "@/lib/orders/order-settings";
import { type OrderSettings, orderSettingsInput } from "@/lib/orders/order-settings-schemas";

/** Keeps how long confirmed orders are held. */
export async function saveOrderSettingsAction(raw: unknown): Promise<ActionResult<OrderSettings>> {
  return runAction(orderSettingsInput, raw, saveOrderSettings);
}
