import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import type { IntentInput } from "../place-order-schemas";
import { findIntent, findLastIntent, findLiveIntent } from "./open-intent";
import type { OrderIntent } from "./take-step";

/**
 * The intent that is meant, of this customer: by its id, or the cart's live one, or else its last. For callers that have
 * authorised the person. Throws AppError NOT_FOUND.
 */
export async function requireIntent({ accountId }: Actor, input: IntentInput): Promise<OrderIntent> {
  const intent =
    "intentId" in input
      ? await findIntent(accountId, input.intentId)
      : ((await findLiveIntent(accountId, input.cartId)) ?? (await findLastIntent(accountId, input.cartId)));
  if (intent?.customerId !== input.customerId) throw new AppError("NOT_FOUND");
  return intent;
}
