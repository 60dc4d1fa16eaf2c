import "server-only";
import type { FieldErrors } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { IonErrorDetail } from "@/lib/ion/errors";
import type { IonRefusal } from "@/lib/provisioning/ion-errors";
import { ionRefusalText } from "@/lib/provisioning/ion-refusal-text";
import { accessCarts } from "./cart-access";
import { placeRefusals } from "./place-refusals";
import { readCart } from "./read-cart";

/**
 * Ion's refusal of a checkout as texts by `items.<cartItemId>.<attribute>`, in the reader's language; what belongs to no
 * field stands under the empty key, in Ion's words. CONTRACT.md section 0.1, shape E3.
 */
export async function checkoutFieldErrors(
  customerId: string,
  cartId: string,
  errors: readonly IonErrorDetail[],
): Promise<FieldErrors> {
  const access = await accessCarts("carts:read", customerId);
  const [{ lines }, texts] = await Promise.all([readCart(access, cartId), serverTexts("provisioning")]);
  const say = (refusal: IonRefusal) =>
    refusal.key === null
      ? undefined
      : ionRefusalText(refusal, (key, params) => texts(`ionErrors.${key}`, params));
  return placeRefusals(
    lines.flatMap(({ item, questions }) => (questions ? [{ itemId: item.id, ...questions }] : [])),
    errors,
    say,
  );
}
