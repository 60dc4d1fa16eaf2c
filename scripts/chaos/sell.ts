import type { Setting } from "./drill";
import { type Purchase, pressUntilTold } from "./settle";
import { fillCart, type Shop } from "./shop";

/**
 * Everybody fills carts for any customer and orders them, one after the other, until there are `count` in all. The first
 * half is sent by the person's own request; the second is held for a moment and sent by the portal's loop.
 */
export async function sellCarts(
  shop: Shop,
  count: number,
  { random, note }: Pick<Setting, "random" | "note">,
): Promise<Purchase[]> {
  const purchases: Purchase[] = [];
  let left = count;
  await shop.hold(0);
  await Promise.all(
    shop.people.map(async (buyer) => {
      while (left > 0) {
        left -= 1;
        if (left === Math.floor(count / 2)) await shop.hold(1);
        const cart = await fillCart(buyer, random.pick(shop.customers), random.int(1, 9));
        const ordered: Purchase["ordered"] = { person: buyer.name, ...cart, told: { as: "nothing" } };
        const purchase: Purchase = { buyer, cart, ordered, presses: 0 };
        const number = purchases.push(purchase);
        await pressUntilTold(purchase);
        if (number % 50 === 0) note(`${number} of ${count} carts are ordered`);
      }
    }),
  );
  return purchases;
}
