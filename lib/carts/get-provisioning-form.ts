import "server-only";
import { AppError } from "@/lib/errors";
import { secretQuestions, withoutSecrets } from "./answer-summary";
import { accessCarts } from "./cart-access";
import { CONFIRMATION_KEY } from "./confirmation";
import type { CartItemInput } from "./inputs";
import type { ItemQuestions } from "./item-questions";
import { provisioningState } from "./provisioning-state";
import { readCart } from "./read-cart";

/**
 * The vendor's questions about one line, with the answers so far: from the draft, the customer, or another line of the
 * cart that makes the same tenant. Throws AppError CART_ITEM_GONE, NOT_ORDERABLE when the questions can't be read, and
 * what reading a cart throws.
 */
export async function getProvisioningForm(input: CartItemInput): Promise<ItemQuestions> {
  const { customerId, cartId, cartItemId } = input;
  const access = await accessCarts("carts:read", customerId);
  const { lines, cart } = await readCart(access, cartId);
  const line = lines.find(({ item }) => item.id === cartItemId);
  if (!line) throw new AppError("CART_ITEM_GONE");
  const { questions } = line;
  if (!questions) {
    const reason = cart.items.find(({ id }) => id === cartItemId)?.blockedReason ?? "";
    throw new AppError("NOT_ORDERABLE", { params: { reason } });
  }
  const { form, answers, confirmation, savedAt, clash, tenant } = questions;
  return {
    cartItemId,
    form: withoutSecrets(form),
    answers,
    isConfirmed: confirmation === "given",
    confirmationKey: CONFIRMATION_KEY,
    asksSecrets: secretQuestions(form).length > 0,
    savedAt,
    clash: clash?.message ?? null,
    tenantOrderId: tenant.tenantOrder?.orderId ?? null,
    provisioning: provisioningState(questions),
  };
}
