import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { writeDraft } from "./drafts";
import type { SaveDraftInput } from "./inputs";
import { findKnownCart } from "./known-carts";

/** Every field that asks for a password is called so; see the attribute formats of lib/provisioning. */
const PASSWORD = /pass(?:word|phrase)|secret/i;

/**
 * Keeps the answers to a line's questions as they are, right or wrong, while somebody types. Ion is not asked: a draft is
 * the portal's own, and typing goes on when Ion is down. Passwords are left out whatever the browser sends.
 *
 * Throws AppError NOT_FOUND for a cart that is not this person's, CART_CHECKED_OUT for one that has ended.
 */
export async function saveProvisioningDraft(input: SaveDraftInput): Promise<{ savedAt: string }> {
  const { customerId, cartId, cartItemId, values } = input;
  const actor = await requirePermission("carts:write", customerId);
  const known = await findKnownCart(actor.accountId, { customerId, cartId });
  if (!known) throw new AppError("NOT_FOUND");
  if (known.closedAt) throw new AppError("CART_CHECKED_OUT");
  const storable = Object.fromEntries(Object.entries(values).filter(([key]) => !PASSWORD.test(key)));
  return { savedAt: await writeDraft(actor, { cartId, cartItemId }, storable) };
}
