import type { IonCartItemInput } from "@/lib/ion/cart-items";
import type { IonCartItem } from "@/lib/ion/schemas/carts";
import type { IonPaymentInput } from "@/lib/ion/wire";

/** An item as it has to be written back: Ion takes the whole item, not the difference. */
export function itemInput(item: IonCartItem): IonCartItemInput {
  const payment = paymentInput(item.payment);
  return {
    planName: item.planName ?? "",
    quantity: item.quantity ?? 1,
    ...(payment ? { payment } : {}),
    ...(item.addOn?.planId ? { addOn: addOnInput(item.addOn) } : {}),
  };
}

function addOnInput(addOn: NonNullable<IonCartItem["addOn"]>): NonNullable<IonCartItemInput["addOn"]> {
  const { planId, displayName, parent, parentIdentifier } = addOn;
  return {
    planId: planId ?? "",
    displayName: displayName ?? planId ?? "",
    ...(parent ? { parent } : {}),
    ...(parentIdentifier ? { parentIdentifier } : {}),
  };
}

/** The payment as it has to be written back; undefined when none was chosen. */
export function paymentInput(payment: IonCartItem["payment"]): IonPaymentInput | undefined {
  if (payment?.type === "OFFLINE") return { type: "OFFLINE" };
  if (payment?.type !== "CREDIT_CARD") return undefined;
  return {
    type: "CREDIT_CARD",
    ...(payment.creditCardName ? { creditCardName: payment.creditCardName } : {}),
  };
}
