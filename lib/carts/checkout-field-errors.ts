import "server-only";
import type { FieldErrors } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { IonErrorDetail } from "@/lib/ion/errors";
import type { IonRefusal } from "@/lib/provisioning/ion-errors";
import { accessCarts } from "./cart-access";
import { placeRefusals } from "./place-refusals";
import { readCart } from "./read-cart";

const SENTENCES: Record<string, string> = {
  "COMM-VL-001": "ionErrors.missing",
  "COMM-VL-002": "ionErrors.notAllowed",
  "COMM-VL-004": "ionErrors.missing",
};

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
  const say = ({ code, key }: IonRefusal) => {
    const sentence = SENTENCES[code];
    return key !== null && sentence ? texts(sentence) : undefined;
  };
  return placeRefusals(
    lines.flatMap(({ item, questions }) => (questions ? [{ itemId: item.id, ...questions }] : [])),
    errors,
    say,
  );
}
