import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import type { IntentInput } from "../place-order-schemas";
import { requireIntent } from "./require-intent";
import { takeStep } from "./take-step";

/**
 * Takes a held order back: nothing has left the portal, the cart is free and as it was. Calling it again changes nothing.
 * Throws AppError NOT_FOUND, and TOO_LATE_TO_RECALL once it is on its way.
 */
export async function recallIntent(input: IntentInput): Promise<{ intentId: string }> {
  const actor = await requirePermission("orders:place", input.customerId);
  const intent = await requireIntent(actor, input);
  if (intent.state === "recalled") return { intentId: intent.id };
  const recalled = await takeStep(intent.id, { to: "recalled", from: ["held"], userId: actor.userId });
  if (recalled) return { intentId: intent.id };
  // Another tab may have been first; then it is as this one wanted.
  const now = await requireIntent(actor, { customerId: input.customerId, intentId: intent.id });
  if (now.state !== "recalled") throw new AppError("TOO_LATE_TO_RECALL");
  return { intentId: intent.id };
}
