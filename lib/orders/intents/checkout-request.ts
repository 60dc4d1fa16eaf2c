import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type PreparedCheckout, prepareCheckout } from "@/lib/carts/prepare-checkout";
import type { Cart } from "@/lib/carts/schemas";
import type { IntentLine } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import type { Money } from "@/lib/money-value";
import { checkApprovalLimit } from "../check-approval-limit";
import { requireSeenState } from "../require-seen-state";
import { ChangedSinceSeen } from "./changed-since-seen";
import { type SecretValues, unsealSecrets } from "./secrets";
import type { PreparedSend } from "./send-intent";
import type { OrderIntent } from "./take-step";

/** What the person confirmed of a cart. */
export type SeenCart = { seenTotals: Money[]; seenFingerprint: string };

/**
 * Reads the cart again and checks it against what was seen and against the person's rights, as they are now. Sends
 * nothing. Throws AppError CART_CHECKED_OUT, CART_EXPIRED, CART_SAVED, CART_EMPTY, CART_CHANGED, PRICE_CHANGED,
 * NOT_ORDERABLE, APPROVAL_REQUIRED, INVALID_INPUT (fields `items.<cartItemId>.<attribute>`), and IonError.
 */
export async function checkCheckout(
  actor: Actor,
  cart: { customerId: string; cartId: string },
  seen: SeenCart & { secrets?: SecretValues | undefined },
): Promise<PreparedCheckout> {
  const { customerId, cartId } = cart;
  const checkout = await prepareCheckout(customerId, cartId, { secrets: seen.secrets }).catch((error) => {
    // The customer is this person's and the page showed the cart a moment ago: it went away at Ion.
    if (error instanceof AppError && error.code === "NOT_FOUND")
      throw new AppError("CART_EXPIRED", { cause: error });
    throw error;
  });
  requireSeenState(checkout, seen);
  await checkApprovalLimit(actor, checkout.cart.totals);
  return checkout;
}

/** A checkout, ready to be sent; `prepared` is what the check a moment ago came to. */
export async function prepareCheckoutRequest(
  actor: Actor,
  intent: OrderIntent,
  prepared?: PreparedCheckout,
): Promise<PreparedSend> {
  const { customerId, cartId, seenTotals, seenFingerprint } = intent;
  if (cartId === null || seenFingerprint === null) throw new AppError("CART_CHANGED");
  const ion = await connectIon(actor.accountId);
  const secrets = unsealSecrets(intent.id, intent.secretsCipher);
  const { provisionData } =
    prepared ??
    (await checkCheckout(actor, { customerId, cartId }, { seenTotals, seenFingerprint, secrets }).catch(
      (error) => tellDifference(intent, { customerId, cartId }, error),
    ));
  return () => ion.carts.checkout(customerId, cartId, { items: provisionData });
}

/** Adds what was and what is now to a refusal for a changed cart. */
async function tellDifference(
  intent: OrderIntent,
  { customerId, cartId }: { customerId: string; cartId: string },
  error: unknown,
): Promise<never> {
  const { code } = error instanceof AppError ? error : {};
  if (code !== "PRICE_CHANGED" && code !== "CART_CHANGED") throw error;
  const { cart } = await prepareCheckout(customerId, cartId);
  throw new ChangedSinceSeen(code, {
    before: { totals: intent.seenTotals, lines: intent.lines },
    after: { totals: cart.totals.map(toMoney), lines: toLines(cart) },
  });
}

/** A cart's lines in few words. */
export function toLines({ items }: Pick<Cart, "items">): IntentLine[] {
  return items.map((item) => ({
    // Some catalogs call an edition and its plan the same.
    name: [...new Set([item.skuName ?? item.productName, item.planName])].filter(Boolean).join(", "),
    quantity: item.quantity,
    total: item.lineTotal,
  }));
}

function toMoney({ amount, currency }: Money): Money {
  return { amount, currency };
}
