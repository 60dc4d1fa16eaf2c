import type { IonOrder } from "./control";

/** An order as the portal's database has it. */
export type Intent = {
  id: string;
  customerId: string;
  /** Null for what is no checkout. */
  cartId: string | null;
  referenceId: string | null;
  state: string;
  orderId: string | null;
};

/** The last thing one person heard of one cart. `nothing`: every answer was cut off, and none came after. */
export type Told =
  | { as: "placed"; orderId: string }
  | { as: "refused"; code: string }
  | { as: "recalled" }
  | { as: "looking" }
  | { as: "nothing" };

/** One person and one cart they ordered. */
export type Ordered = { person: string; customerId: string; cartId: string; told: Told };

export type Comparison = {
  /** Orders beyond the first of a cart or reference. */
  duplicates: string[];
  /** Taken for placed without an order, or an order that the portal does not know to be placed. */
  lost: string[];
  /** Intents that are not settled. */
  unknown: string[];
  /** People whose last answer is not what is the case. */
  untrue: string[];
};

/** States after which nothing happens any more, and of which only the first has an order. */
const PLACED = "placed";
const WITHOUT_ORDER = new Set(["rejected", "released", "recalled"]);

/**
 * Compares what the portal believes and what people were told with the orders that Ion has. `orders` are those that were
 * made during the drill; each sentence names what does not fit.
 */
export function compare(
  intents: readonly Intent[],
  orders: readonly IonOrder[],
  told: readonly Ordered[],
): Comparison {
  const byThing = Map.groupBy(orders, thingOf);
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  const placedIds = new Set(
    intents.flatMap(({ state, orderId }) => (state === PLACED && orderId ? [orderId] : [])),
  );
  return {
    duplicates: [...byThing].flatMap(([thing, made]) =>
      made.slice(1).map((order) => `order ${order.orderId}: ${thing} has ${made.length} orders`),
    ),
    lost: [
      ...intents
        .filter(({ state }) => state === PLACED)
        .filter((intent) => !belongs(byId.get(intent.orderId ?? ""), intent))
        .map((intent) => `intent ${intent.id} is placed as order ${intent.orderId}, which Ion does not have`),
      ...orders
        .filter(({ orderId }) => !placedIds.has(orderId))
        .filter((order) => !intents.some((intent) => isOpen(intent) && belongs(order, intent)))
        .map(
          (order) => `order ${order.orderId} of ${thingOf(order)} is in Ion, and the portal does not know it`,
        ),
    ],
    unknown: intents.filter(isOpen).map(({ id, state }) => `intent ${id} is ${state}`),
    untrue: told.flatMap((one) => {
      const why = untruth(one, intents, orders);
      return why ? [`${one.person}, cart ${one.cartId}: ${why}`] : [];
    }),
  };
}

function untruth(
  { told, cartId, customerId }: Ordered,
  intents: readonly Intent[],
  orders: readonly IonOrder[],
): string | undefined {
  const made = orders.filter((order) => belongs(order, { cartId, customerId, referenceId: null }));
  switch (told.as) {
    case "placed":
      return made.some(({ orderId }) => orderId === told.orderId)
        ? undefined
        : `was told order ${told.orderId}, which is not there`;
    case "refused":
    case "recalled":
      return made.length === 0
        ? undefined
        : `was told ${told.as}${codeOf(told)}, and there is order ${made[0]?.orderId}`;
    case "looking":
      return intents.some((intent) => intent.cartId === cartId && isOpen(intent))
        ? undefined
        : "was told that it is being looked up, and it is settled";
    default:
      return "was told nothing";
  }
}

const codeOf = (told: Told) => (told.as === "refused" ? ` (${told.code})` : "");

function isOpen({ state }: Intent): boolean {
  return state !== PLACED && !WITHOUT_ORDER.has(state);
}

function belongs(
  order: IonOrder | undefined,
  { customerId, cartId, referenceId }: Pick<Intent, "customerId" | "cartId" | "referenceId">,
): boolean {
  if (!order) return false;
  if (cartId)
    return order.cartId === cartId || order.referenceId === `customers/${customerId}/carts/${cartId}`;
  return referenceId !== null && order.referenceId === referenceId;
}

/** What an order was made from: a cart, or a request with a reference id. */
function thingOf({ cartId, referenceId, orderId }: IonOrder): string {
  if (cartId) return `cart ${cartId}`;
  return referenceId ? `reference ${referenceId}` : `order ${orderId}`;
}

/**
 * Requests to order that reached Ion beyond those that the portal knows to have sent: Ion refuses the second checkout of
 * a cart, so that a portal that sends twice would not show in the orders.
 */
export function sentTwice(
  sent: readonly { cartId: string }[],
  intents: readonly { cartId: string | null; attempts: number }[],
): string[] {
  return [...Map.groupBy(sent, ({ cartId }) => cartId)].flatMap(([cartId, requests]) => {
    const known = intents
      .filter((intent) => intent.cartId === cartId)
      .reduce((sum, { attempts }) => sum + Math.min(1, attempts), 0);
    return requests.length > known
      ? [`cart ${cartId} was sent ${requests.length} times by ${known} intents`]
      : [];
  });
}
