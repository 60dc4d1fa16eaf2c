import "server-only";
import type { IonCartInput } from "@/lib/ion/carts";
import type { IonCart } from "@/lib/ion/schemas/carts";
import type { CartNow } from "./change-cart";
import { paymentInput } from "./item-input";
import { settledWrite } from "./settled-write";

const STATUS = { open: "OPEN", saved: "SAVED_FOR_LATER", quote: "QUOTE" } as const;

/** Writes a cart back whole with one thing changed: fields that are left out may be emptied (CONTRACT.md section 2.4). */
export async function writeCart(
  { access, cart, cartId }: CartNow,
  change: { displayName?: string; state?: "open" | "saved" },
): Promise<IonCart> {
  const { ion, customerId } = access;
  const wanted = { displayName: cart.displayName, state: cart.state, ...change };
  const payment = paymentInput(cart.payment);
  const status = wanted.state in STATUS ? STATUS[wanted.state as keyof typeof STATUS] : undefined;
  const input: IonCartInput = {
    ...(wanted.displayName ? { displayName: wanted.displayName } : {}),
    ...(cart.userName ? { userName: cart.userName } : {}),
    ...(cart.currency ? { currency: cart.currency } : {}),
    ...(payment ? { payment } : {}),
    ...(status ? { status } : {}),
  };
  return settledWrite(
    () => ion.carts.update(customerId, cartId, input),
    async () => {
      const now = await ion.carts.get(customerId, cartId);
      const isDone = now.displayName === wanted.displayName && now.state === wanted.state;
      return isDone ? now : undefined;
    },
  );
}
