import { lookAtOrder, pressOrder, release, reviewCart } from "./buyer";
import { compare, type Ordered, sentTwice } from "./compare";
import { type Outcome, sleep } from "./drill";
import { readIntents } from "./intents";
import type { Person } from "./person";
import type { Cart, Shop } from "./shop";
import type { Stack } from "./stack";

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
 * page offers that, and order it again. Answers how many were set free.
 */
export async function followUp(
  { stack }: Shop,
  purchases: readonly Purchase[],
  { seconds, hurry }: { seconds: number; hurry: boolean },
): Promise<number> {
  const until = Date.now() + seconds * 1000;
  let released = 0;
  const isOver = () => !purchases.some(isOpen) || Date.now() > until;
  const hurrying = hurry ? moveOn(stack, isOver) : undefined;
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
  await hurrying;
  return released;
}

const MOVE_EVERY_MS = 2500;

/**
 * Instead of waiting for a sender's lease to run out and for evidence to grow old, lets a hundred seconds pass for what
 * was sent a while ago: by then nobody can be sending it any more, since in the quick form Ion takes two seconds at most.
 */
async function moveOn({ db }: Stack, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await sleep(MOVE_EVERY_MS);
    await db?.query(
      `UPDATE order_intents SET sent_at = sent_at - interval '100 seconds',
         lease_until = lease_until - interval '100 seconds', next_lookup_at = next_lookup_at - interval '100 seconds'
       WHERE state IN ('sending', 'unknown') AND sent_at < now() - interval '6 seconds'`,
    );
  }
}

/** Answers that say that Ion has not looked at a request, which may therefore be sent again. */
const TURNED_AWAY = new Set([401, 429]);

/** Compares what the portal, the people and Ion have in the end. */
export async function judge(
  { stack, sent, before }: Shop,
  purchases: readonly Purchase[],
): Promise<Pick<Outcome, "duplicates" | "lost" | "unknown" | "wrong"> & { told: Record<string, number> }> {
  const requests = (await sent.take()).flatMap(({ path, status }) => {
    const cartId = /\/carts\/([^/:]+)/.exec(path)?.[1];
    return cartId && !TURNED_AWAY.has(status) ? [{ cartId }] : [];
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
