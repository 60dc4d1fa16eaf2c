import { lookAtOrder, pressOrder, release, reviewCart } from "./buyer";
import { compare, type Ordered, sentTwice } from "./compare";
import { type Outcome, sleep } from "./drill";
import { readIntents } from "./intents";
import type { Person } from "./person";
import type { Cart, Shop } from "./shop";

/** A person with a cart, and what they were told last. */
export type Purchase = { buyer: Person; cart: Cart; ordered: Ordered; presses: number };

const LOOK_EVERY_MS = 1000;
/** Nobody presses for ever; after that they leave the cart. */
const MOST_PRESSES = 4;

/** True while the person has to look again: nothing is said yet, or that it is being looked up. */
export const isOpen = ({ ordered }: Purchase) =>
  ordered.told.as === "looking" || ordered.told.as === "nothing";

/** Orders once more when the person was told that nothing was ordered. */
export async function pressUntilTold(purchase: Purchase, options: { on?: number } = {}): Promise<void> {
  const { buyer, cart, ordered } = purchase;
  do {
    const seen = await reviewCart(buyer, cart);
    if (seen) {
      purchase.presses += 1;
      ordered.told = await pressOrder(buyer, cart, seen, options);
    }
    if (!seen || ordered.told.as === "nothing") await lookAgain(purchase);
    if (ordered.told.as === "refused") await sleep(100);
  } while (ordered.told.as === "refused" && purchase.presses < MOST_PRESSES);
}

/** Looks at the page again and remembers what it says. True when the person may set the order free. */
export async function lookAgain({ buyer, cart, ordered }: Purchase): Promise<boolean> {
  const look = await lookAtOrder(buyer, cart);
  if (look) ordered.told = look.told;
  return look?.canRelease ?? false;
}

/**
 * Goes on until everybody knows what became of their order: people look again, set free what Ion does not have once the
 * page offers that, and order it again.
 */
export async function followUp(
  purchases: readonly Purchase[],
  seconds: number,
): Promise<{ released: number }> {
  const until = Date.now() + seconds * 1000;
  let released = 0;
  const byBuyer = Map.groupBy(purchases, ({ buyer }) => buyer);
  await Promise.all(
    [...byBuyer.values()].map(async (mine) => {
      while (mine.some(isOpen) && Date.now() < until) {
        for (const purchase of mine.filter(isOpen)) {
          const mayRelease = await lookAgain(purchase);
          if (!mayRelease || !(await release(purchase.buyer, purchase.cart))) continue;
          released += 1;
          await pressUntilTold(purchase);
        }
        await sleep(LOOK_EVERY_MS);
      }
    }),
  );
  return { released };
}

/** Compares what the portal, the people and Ion have in the end. */
export async function judge(
  { stack, sent, before }: Shop,
  purchases: readonly Purchase[],
): Promise<Pick<Outcome, "duplicates" | "lost" | "unknown" | "wrong"> & { told: Record<string, number> }> {
  const requests = (await sent.stop()).flatMap(({ path }) => {
    const cartId = /\/carts\/([^/:]+)/.exec(path)?.[1];
    return cartId ? [{ cartId }] : [];
  });
  const intents = await readIntents(stack);
  const orders = (await stack.ion.control.orders()).filter(({ orderId }) => !before.has(orderId));
  const found = compare(
    intents,
    orders,
    purchases.map(({ ordered }) => ordered),
  );
  const twice = sentTwice(requests, intents);
  const told: Record<string, number> = {};
  for (const { ordered } of purchases) told[ordered.told.as] = (told[ordered.told.as] ?? 0) + 1;
  return {
    duplicates: found.duplicates.length + twice.length,
    lost: found.lost.length,
    unknown: found.unknown.length,
    wrong: [...found.duplicates, ...twice, ...found.lost, ...found.unknown, ...found.untrue],
    told,
  };
}
