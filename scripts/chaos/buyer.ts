import type { ActionAnswer } from "./actions";
import type { Told } from "./compare";
import type { Person } from "./person";
import type { Cart } from "./shop";

/** What the review page showed: what the button sends along. */
export type Seen = { seenTotals: { amount: string; currency: string }[]; seenFingerprint: string };

const pageOf = ({ customerId, cartId }: Cart) => `/customers/${customerId}/carts/${cartId}`;

/** Reads a cart as its page shows it. Null when it can't be read. */
export async function reviewCart(person: Person, cart: Cart): Promise<Seen | null> {
  const found = await person.read<{ totals: { amount: string; currency: string }[]; fingerprint: string }>(
    `/api${pageOf(cart)}`,
  );
  return (
    found && {
      seenTotals: found.totals.map(({ amount, currency }) => ({ amount, currency })),
      seenFingerprint: found.fingerprint,
    }
  );
}

/** States of an answer or an intent in which the person is told to wait. */
const WAITING = new Set(["held", "pending", "sending", "in-progress", "unconfirmed", "unknown"]);

type Placed = { state: string; orderId?: string | null };

/** Presses the button that orders, once, and says what the person is told. */
export async function pressOrder(
  person: Person,
  cart: Cart,
  seen: Seen,
  options: { on?: number; signal?: AbortSignal } = {},
): Promise<Told> {
  const answer = await person.act<Placed>(
    "placeOrderAction",
    `${pageOf(cart)}/review`,
    { ...cart, ...seen },
    options,
  );
  return toldBy(answer);
}

function toldBy(answer: ActionAnswer<Placed> | null): Told {
  if (answer === null) return { as: "nothing" };
  if (answer.ok) return toldByState(answer.data);
  // The portal does not know itself: the page shows it and looks at the intent.
  if (answer.error.code === "UNEXPECTED") return { as: "nothing" };
  return { as: "refused", code: answer.error.code };
}

function toldByState({ state, orderId }: Placed): Told {
  if (state === "placed" && orderId) return { as: "placed", orderId };
  if (state === "recalled") return { as: "recalled" };
  if (WAITING.has(state)) return { as: "looking" };
  return { as: "refused", code: state };
}

export type IntentLook = { told: Told; canRelease: boolean };

/** What the cart's page says of the order now. Null when no portal answered. */
export async function lookAtOrder(person: Person, cart: Cart): Promise<IntentLook | null> {
  const view = await person.read<Placed & { canRelease: boolean }>(`/api${pageOf(cart)}/intent`);
  return view && { told: toldByState(view), canRelease: view.canRelease };
}

/** Takes back what is held. True when it was in time. */
export async function recall(person: Person, cart: Cart, options: { on?: number } = {}): Promise<boolean> {
  const answer = await person.act("recallIntentAction", `${pageOf(cart)}/review`, cart, options);
  return answer?.ok === true;
}

/** Frees the cart of an order that Ion does not have, as the page offers once there is evidence. */
export async function release(person: Person, cart: Cart): Promise<boolean> {
  const answer = await person.act("releaseIntentAction", `${pageOf(cart)}/review`, cart);
  return answer?.ok === true;
}
